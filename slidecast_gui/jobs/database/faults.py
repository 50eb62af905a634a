"""What SQLite and the system report of the file, as the few reasons a presenter can act on."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import DatabaseError

from slidecast_gui.jobs.database.checked import distrust
from slidecast_gui.jobs.errors import StoreError, StoreErrorKind, UnreadableRow

_SENTENCES = {
    StoreErrorKind.LOCKED: "Another program is holding Slidecast's list of jobs “{file}”; close it and try again.",
    StoreErrorKind.READ_ONLY: "Slidecast may not write its list of jobs “{file}”; make that folder writable, "
    "or choose another data folder.",
    StoreErrorKind.DAMAGED: "Slidecast's list of jobs “{file}” is damaged; close every Slidecast and start it again, "
    "so that it can be restored from its backup.",
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
    errno.EDQUOT: StoreErrorKind.DISK_FULL,
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite reports of the file at `path` into a StoreError; errors of ours pass through.

    A file that is damaged is looked through when it is opened the next time.
    """
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        for cause in _driver_errors(error):
            kind = _kind(cause.sqlite_errorcode, path)
            if kind is not None:
                if kind is StoreErrorKind.DAMAGED:
                    distrust(path)
                raise store_error(kind, path, f"{cause.sqlite_errorname}: {cause}") from error
        raise
    except (UnreadableRow, UnicodeDecodeError) as error:
        # SQLite quotes a damaged schema in what it says of it, and Python finds that this is no text.
        distrust(path)
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error


def file_error(path: Path, error: OSError) -> StoreError:
    """What an error of the system means for the file at `path`."""
    return store_error(_OS_KINDS.get(error.errno or 0, StoreErrorKind.UNREACHABLE), path, str(error))


def store_error(kind: StoreErrorKind, path: Path, detail: str = "") -> StoreError:
    """The error of `kind` with its sentence about the database at `path`."""
    return StoreError(kind, _SENTENCES[kind].format(file=path), detail)


def is_said_of_statement(error: BaseException) -> bool:
    """Whether SQLite did not understand what it was told, rather than failed to do it."""
    return any(cause.sqlite_errorcode == sqlite3.SQLITE_ERROR for cause in _driver_errors(error))


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
