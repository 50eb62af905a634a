"""Opening the SQLite file: how it is set, repaired, brought up to date, and read where it cannot be written."""

from __future__ import annotations

import time
import unicodedata
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from peewee import OperationalError, SqliteDatabase

from slidecast_gui.jobs.database.backups import reading_address
from slidecast_gui.jobs.database.checked import is_hopeless, is_trusted, note_opened
from slidecast_gui.jobs.database.faults import explained, file_error, is_said_of_statement, store_error
from slidecast_gui.jobs.database.ordering import sorting_name
from slidecast_gui.jobs.database.recovery import Recovery, is_truncated, one_at_a_time, replace_damaged
from slidecast_gui.jobs.database.rules import as_text, given_bytes
from slidecast_gui.jobs.database.salvage import hold_unfinished, take_over
from slidecast_gui.jobs.database.schema import bring_up_to_date, check_schema, pending
from slidecast_gui.jobs.database.soundness import mend, mend_hold
from slidecast_gui.jobs.errors import StoreError, StoreErrorKind

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
    recovery = replace_damaged(path, _prepare)
    return replace(_open(path, is_restored=True), recovery=recovery)


def _prepare(copy: Path, damaged: Path) -> int:
    """Brings a copy of a backup, or a new list, up to date, with what can still be read in the damaged one."""
    database = _connected(copy)
    with explained(copy), closing(database):
        bring_up_to_date(database, copy, keep_before=False)
        taken_over = take_over(database, damaged)
        hold_unfinished(database)
        # One file, with no log beside it: it is to be renamed.
        database.journal_mode = "delete"
    return taken_over


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


def _open(path: Path, *, is_restored: bool = False) -> Opened:
    trusted = not is_restored and is_trusted(path)
    if not is_restored and is_hopeless(path):
        raise store_error(StoreErrorKind.DAMAGED, path, "damage was met again after none was found")
    database = _connected(path)
    with explained(path):
        try:
            bring_up_to_date(database, path)
            recovery = None if trusted else mend(database, path)
            mend_hold(database)
        except BaseException:
            database.close()
            raise
    note_opened(path, looked_through=not trusted, mended=is_restored or recovery is not None)
    return Opened(database, recovery)


def _open_for_reading(path: Path) -> SqliteDatabase | None:
    """The database where nothing can be written beside it; None where that cannot be done, or an older schema is in it.

    What is damaged in its values cannot be mended here; it is said when it is met.
    """
    database = SqliteDatabase(
        reading_address(path),
        uri=True,
        pragmas=_READING_PRAGMAS,
        timeout=BUSY_TIMEOUT_S,
        thread_safe=False,
        autoconnect=False,
    )
    try:
        with explained(path):
            _connect(database, path)
            if not is_trusted(path):
                _check(database, path)
            if not pending(database, path):
                check_schema(database, path)
                return database
    except StoreError as error:
        if error.reason in (StoreErrorKind.DAMAGED, StoreErrorKind.NEWER):
            raise
    database.close()
    return None


def _check(database: SqliteDatabase, path: Path) -> None:
    """Raises StoreError where the file's pages do not fit together."""
    found = database.pragma("quick_check(1)")
    if found != "ok":
        raise store_error(StoreErrorKind.DAMAGED, path, found)


def _connected(path: Path) -> SqliteDatabase:
    database = SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=BUSY_TIMEOUT_S, thread_safe=False, autoconnect=False)
    with explained(path):
        _connect(database, path)
    return database


def _connect(database: Any, path: Path) -> None:  # noqa: ANN401 - Peewee ships no types
    database.register_function(given_bytes(_has_text), "has_text", 2, deterministic=True)
    database.register_function(given_bytes(sorting_name), "sorting_name", 1, deterministic=True)
    try:
        database.connect()
    except OperationalError as error:
        # Connecting runs nothing but PRAGMAs, which are right: SQLite has met a header with numbers it does not know.
        if not is_said_of_statement(error):
            raise
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error
    database.connection().text_factory = as_text


def _has_text(text: str, sought: str) -> bool:
    """Whether `text` has `sought` in it, in any case and however accents are written.

    SQLite's LIKE knows the case of ASCII only, and macOS decomposes the accents in file names.
    """
    return _plain(sought) in _plain(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
