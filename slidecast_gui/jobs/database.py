"""Opening the SQLite file: how it is set, repaired, brought up to date, and read where it cannot be written."""

from __future__ import annotations

import glob
import sqlite3
import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from peewee import OperationalError, SqliteDatabase
from playhouse.migrations import Runner

from slidecast_gui.jobs.backups import back_up
from slidecast_gui.jobs.errors import StoreError, StoreErrorKind
from slidecast_gui.jobs.faults import explained, file_error, store_error
from slidecast_gui.jobs.ordering import sorting_name
from slidecast_gui.jobs.records import records_of
from slidecast_gui.jobs.recovery import Recovery, is_truncated, one_at_a_time, replace_damaged
from slidecast_gui.jobs.soundness import mend

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_S = 5
_LOOK_AGAIN_S = 0.05

_PRAGMAS = {
    "foreign_keys": 1,
    # Readers never wait for the writer: the window scrolls while a terminal render writes.
    "journal_mode": "wal",
    # FULL, not WAL's usual NORMAL. Neither can damage the file, but NORMAL may lose the last commits when the plug is
    # pulled. A dropped deck must be there afterwards; so must a claim and the count of the deaths of its owners, or a
    # deck that brings the machine down could loop; an end that was lost would render a deck twice. It costs one fsync a
    # commit (4 ms of a loaded disk), and a job commits a dozen times. Heartbeats, written every second, go without:
    # `Tables._unflushed`.
    "synchronous": "full",
}
_READING_PRAGMAS = {"foreign_keys": 1, "query_only": 1}
_UNWRITABLE = (StoreErrorKind.READ_ONLY, StoreErrorKind.DISK_FULL)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database; `unwritable` is why it can only be read, `recovery` what was done about a damaged file."""

    database: SqliteDatabase
    recovery: Recovery | None = None
    unwritable: StoreError | None = None


def open_database(path: Path) -> Opened:
    """The database at `path`, made if it is not there, with today's schema.

    A damaged one is replaced by its backup. One that cannot be written is opened for reading, where it is up to date.
    The connection belongs to the calling thread: use from another one is an error of ours, and raises.
    Raises StoreError.
    """
    try:
        return _open_or_repair(path)
    except StoreError as error:
        if error.reason not in _UNWRITABLE:
            raise
        database = _open_for_reading(path)
        if database is None:
            raise
        return Opened(database, unwritable=error)


def _open_or_repair(path: Path) -> Opened:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            if not is_truncated(path):
                return _open_patiently(path)
        except StoreError as error:
            if error.reason is not StoreErrorKind.DAMAGED:
                raise
        with one_at_a_time(path):
            return _repair(path)
    except OSError as error:
        raise file_error(path, error) from error


def _repair(path: Path) -> Opened:
    """Asked again first: another process may have repaired it while this one waited for its turn."""
    try:
        if not is_truncated(path):
            return _open(path)
    except StoreError as error:
        if error.reason is not StoreErrorKind.DAMAGED:
            raise
    recovery = replace_damaged(path)
    return replace(_open(path), recovery=recovery)


def _open_patiently(path: Path) -> Opened:
    """Opened again where it was busy: SQLite does not wait by itself while another process turns the log on."""
    until = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            return _open(path)
        except StoreError as error:
            if error.reason is not StoreErrorKind.LOCKED or time.monotonic() >= until:
                raise
        time.sleep(_LOOK_AGAIN_S)


def _open(path: Path) -> Opened:
    database = SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=BUSY_TIMEOUT_S, thread_safe=False, autoconnect=False)
    with explained(path):
        _connect(database, path)
        try:
            _check(database, path)
            _migrate(database, path)
            _check_schema(database, path)
            return Opened(database, mend(database, path))
        except BaseException:
            database.close()
            raise


def _open_for_reading(path: Path) -> SqliteDatabase | None:
    """The database where nothing can be written beside it; None where that cannot be done, or an older schema is in it.

    A write-ahead log needs an index beside it, which cannot be made here. If there is no log to be read, the file can
    be taken as one that never changes.
    """
    log = path.with_name(path.name + "-wal")
    immutable = "" if log.is_file() and log.stat().st_size else "&immutable=1"
    address = f"{path.absolute().as_uri()}?mode=ro{immutable}"
    database = SqliteDatabase(
        address, uri=True, pragmas=_READING_PRAGMAS, timeout=BUSY_TIMEOUT_S, thread_safe=False, autoconnect=False
    )
    try:
        with explained(path):
            _connect(database, path)
            _check(database, path)
            if not _pending(_runner(database), path):
                return database
    except StoreError as error:
        if error.reason in (StoreErrorKind.DAMAGED, StoreErrorKind.NEWER):
            raise
    database.close()
    return None


def _connect(database: Any, path: Path) -> None:  # noqa: ANN401 - Peewee ships no types
    database.register_function(_has_text, "has_text", 2, deterministic=True)
    database.register_function(sorting_name, "sorting_name", 1, deterministic=True)
    try:
        database.connect()
    except OperationalError as error:
        # Connecting runs nothing but PRAGMAs, which are right: SQLite has met a header with numbers it does not know.
        if getattr(getattr(error, "orig", None), "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
            raise
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error
    # A damaged byte in a text must not make the whole list unreadable.
    database.connection().text_factory = lambda raw: raw.decode("utf-8", "replace")


def _check(database: SqliteDatabase, path: Path) -> None:
    """Raises StoreError where the file's pages do not fit together.

    Asked once at opening: SQLite notices a damaged page only when it happens to be read. Indexes are left out here:
    they can be made again from the tables (`soundness.mend`).
    """
    found = database.pragma("quick_check(1)")
    if found != "ok":
        raise store_error(StoreErrorKind.DAMAGED, path, found)


def _check_schema(database: Any, path: Path) -> None:  # noqa: ANN401 - Peewee ships no types
    """Raises StoreError where a column or a key is missing: the schema is text, and can be damaged as such."""
    records = records_of(database)
    for model in (records.job, records.event, records.queue_state):
        there = {column.name for column in database.get_columns(model._meta.table_name)}
        if missing := {field.column_name for field in model._meta.sorted_fields} - there:
            raise store_error(StoreErrorKind.DAMAGED, path, f"{model._meta.table_name} is without {sorted(missing)}")
    try:
        # Not run, only prepared, with all that refers to a job.
        database.execute_sql("EXPLAIN DELETE FROM job").fetchall()
    except OperationalError as error:
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error


def _migrate(database: SqliteDatabase, path: Path) -> None:
    runner = _runner(database)
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
            elif database.table_exists("job"):
                raise store_error(StoreErrorKind.DAMAGED, path, "it has jobs and does not know of which schema")
            if pending:
                runner.up()
    finally:
        database.foreign_keys = 1


def _runner(database: SqliteDatabase) -> Any:  # noqa: ANN401 - Peewee ships no types
    # `Runner` globs this folder: escaped, an installation under a folder called "[x]" finds its migrations too.
    return Runner(database, glob.escape(str(MIGRATIONS)))


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
