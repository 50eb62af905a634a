"""Opening the SQLite file: how it is set, brought up to date, and what its errors mean to a presenter."""

from __future__ import annotations

import errno
import glob
import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from peewee import DatabaseError, SqliteDatabase
from playhouse.migrations import Runner

from slidecast_gui.jobs.errors import StoreError, StoreErrorKind
from slidecast_gui.jobs.model import now

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_S = 5

_PRAGMAS = {
    "foreign_keys": 1,
    # Readers never wait for the writer: the window scrolls while a terminal render writes.
    "journal_mode": "wal",
    # FULL, not WAL's usual NORMAL: NORMAL may lose the last commits when the plug is pulled. A dropped deck must be
    # there afterwards, and the count of attempts must, or a deck that brings the machine down could loop. It costs
    # one fsync a commit, and there are at most a few commits a second.
    "synchronous": "full",
}

_SENTENCES = {
    StoreErrorKind.LOCKED: "Another program is holding Slidecast's list of jobs “{file}”; close it and try again.",
    StoreErrorKind.READ_ONLY: "Slidecast may not write its list of jobs “{file}”; make that folder writable, "
    "or choose another data folder.",
    StoreErrorKind.DAMAGED: "Slidecast's list of jobs “{file}” is damaged; put a copy from “backups” beside it in its "
    "place, or move it away to begin a new list.",
    StoreErrorKind.NEWER: "The list of jobs “{file}” was made by a newer Slidecast; update Slidecast to use it.",
    StoreErrorKind.DISK_FULL: "The disk with Slidecast's list of jobs “{file}” is full; make some space and try again.",
    StoreErrorKind.UNREACHABLE: "Slidecast cannot reach its list of jobs “{file}”; check that the drive is connected "
    "and the folder is there.",
}

# Primary result codes (https://www.sqlite.org/rescode.html); an extended code keeps its primary one in the low byte.
_KINDS = {
    sqlite3.SQLITE_BUSY: StoreErrorKind.LOCKED,
    sqlite3.SQLITE_LOCKED: StoreErrorKind.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StoreErrorKind.LOCKED,
    sqlite3.SQLITE_READONLY: StoreErrorKind.READ_ONLY,
    sqlite3.SQLITE_PERM: StoreErrorKind.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: StoreErrorKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: StoreErrorKind.DAMAGED,
    sqlite3.SQLITE_FULL: StoreErrorKind.DISK_FULL,
    sqlite3.SQLITE_CANTOPEN: StoreErrorKind.UNREACHABLE,
    sqlite3.SQLITE_IOERR: StoreErrorKind.UNREACHABLE,
}

_OS_KINDS = {
    errno.EACCES: StoreErrorKind.READ_ONLY,
    errno.EPERM: StoreErrorKind.READ_ONLY,
    errno.EROFS: StoreErrorKind.READ_ONLY,
    errno.ENOSPC: StoreErrorKind.DISK_FULL,
}


def open_database(path: Path) -> SqliteDatabase:
    """The database at `path`, made if it is not there, with today's schema.

    The connection belongs to the calling thread: use from another one is an error of ours, and raises.
    Raises StoreError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with explained(path):
            return _open(path)
    except OSError as error:
        kind = _OS_KINDS.get(error.errno or 0, StoreErrorKind.UNREACHABLE)
        raise store_error(kind, path, str(error)) from error


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite reports of the file at `path` into a StoreError; errors of ours pass through."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        for cause in _driver_errors(error):
            kind = _kind(cause.sqlite_errorcode, path)
            if kind is not None:
                raise store_error(kind, path, f"{cause.sqlite_errorname}: {cause}") from error
        raise


def store_error(kind: StoreErrorKind, path: Path, detail: str = "") -> StoreError:
    """The error of `kind` with its sentence about the database at `path`."""
    return StoreError(kind, _SENTENCES[kind].format(file=path), detail)


def back_up(path: Path, label: str) -> Path:
    """A dated copy of the database at `path`, in `backups` beside it, whole even while others write.

    Written beside and renamed, so that a backup that is there is a good one.
    """
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem}-{now():%Y%m%dT%H%M%S}-{label}{path.suffix}"
    part = target.with_name(target.name + ".part")
    with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    part.replace(target)
    return target


def _open(path: Path) -> SqliteDatabase:
    database = SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=BUSY_TIMEOUT_S, thread_safe=False, autoconnect=False)
    database.register_function(_has_text, "has_text", 2, deterministic=True)
    database.connect()
    try:
        _check(database, path)
        _migrate(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _driver_errors(error: BaseException | None) -> Iterator[sqlite3.Error]:
    """SQLite's own errors behind one that reached us, the latest first.

    SQLite itself rolls back on some of them (a full disk), and then Peewee's rollback fails for want of a transaction:
    the error that counts is the one before.
    """
    while error is not None:
        cause = getattr(error, "orig", error)
        if isinstance(cause, sqlite3.Error) and hasattr(cause, "sqlite_errorcode"):
            yield cause
        error = error.__context__


def _kind(code: int, path: Path) -> StoreErrorKind | None:
    """What an extended result code means, or None where it is a fault of the program."""
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return StoreErrorKind.DISK_FULL  # There was no room for the write-ahead log's index.
    kind = _KINDS.get(code & 0xFF)
    if kind is StoreErrorKind.UNREACHABLE and path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        # Without the right to make the log beside it, SQLite only says that it cannot open the file.
        return StoreErrorKind.READ_ONLY
    return kind


def _check(database: SqliteDatabase, path: Path) -> None:
    """Raises StoreError where the file's pages do not fit together.

    Asked once at opening: SQLite notices a damaged page only when it happens to be read.
    """
    found = database.pragma("quick_check(1)")
    if found != "ok":
        raise store_error(StoreErrorKind.DAMAGED, path, found)


def _migrate(database: SqliteDatabase, path: Path) -> None:
    """Brings the schema up to date: all pending migrations or none, with a copy of an existing file first."""
    # `Runner` globs this folder: escaped, an installation under a folder called "[x]" finds its migrations too.
    runner = Runner(database, glob.escape(str(MIGRATIONS)))
    if not _pending(runner, path):
        return
    # Rebuilding a table drops it, which would delete the rows that refer to it; can only be set outside a transaction.
    database.foreign_keys = 0
    try:
        with database.atomic("IMMEDIATE"):
            pending = _pending(runner, path)
            # Asked again under the lock: another process may have migrated while this one waited for it.
            if pending and runner.applied():
                back_up(path, f"before-{pending[0]}")
            if pending:
                runner.up()
    finally:
        database.foreign_keys = 1


def _pending(runner: Any, path: Path) -> list[str]:  # noqa: ANN401 - Peewee ships no types
    """The names of migrations to run. Raises StoreError for a schema that has migrations this program has not."""
    status = runner.status()
    if any(migration.path is None for migration in status):
        newest = max(migration.name for migration in status if migration.path is None)
        raise store_error(StoreErrorKind.NEWER, path, f"has migration {newest}")
    return [migration.name for migration in status if not migration.applied]


def _has_text(text: str, sought: str) -> bool:
    """Whether `text` has `sought` in it, in any case and however accents are written.

    SQLite's LIKE knows the case of ASCII only, and macOS decomposes the accents in file names.
    """
    return _plain(sought) in _plain(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
