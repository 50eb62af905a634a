"""A damaged list of jobs: moved aside, never thrown away, and replaced by its newest good backup."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from slidecast_gui.jobs.backups import backups, copy_database, made_at
from slidecast_gui.jobs.errors import StoreError, StoreErrorKind
from slidecast_gui.jobs.faults import explained, file_error, store_error
from slidecast_gui.jobs.model import now

_WAIT_S = 30
_LOGS = ("-wal", "-shm")

# Where SQLite's locks lie in the file (https://www.sqlite.org/fileformat.html, "The Lock-Byte Page", and os.h).
_SHARED_FIRST = 0x40000000 + 2
_SHARED_SIZE = 510


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done about a damaged list of jobs: the damaged file is `kept_as`, what took its place `restored_from`.

    `restored_from` is None where there was no good backup and a new list was begun; `made_at` is the backup's time.
    Where only some rows were damaged, the list itself was kept without them, and `jobs_lost` says how many they were.
    """

    kept_as: Path
    restored_from: Path | None = None
    made_at: datetime | None = None
    jobs_lost: int | None = None

    @property
    def sentence(self) -> str:
        """What the presenter is told."""
        if self.jobs_lost is not None:
            lost = "1 job" if self.jobs_lost == 1 else f"{self.jobs_lost} jobs"
            return (
                f"Some entries in the list of jobs were damaged and were taken out, {lost} among them; "
                f"the list as it was is kept as “{self.kept_as}”."
            )
        if self.made_at is None:
            return (
                "The list of jobs was damaged and there was no backup to restore, so a new list was begun; "
                f"the damaged one is kept as “{self.kept_as}”."
            )
        return (
            f"The list of jobs was damaged and was restored as it was on {self.made_at.astimezone():%Y-%m-%d at %H:%M};"
            f" look whether newer jobs have to be added again. The damaged one is kept as “{self.kept_as}”."
        )


def is_truncated(path: Path) -> bool:
    """Whether the file has lost all it held: SQLite takes an empty file for a new database, and would begin anew."""
    return path.is_file() and path.stat().st_size == 0 and bool(backups(path))


def replace_damaged(path: Path) -> Recovery:
    """Moves the damaged database at `path` aside and puts its newest good backup in its place, where there is one.

    Call it under `one_at_a_time`. Raises StoreError where another process has the file open, or it cannot be moved.
    """
    if _is_open_elsewhere(path):
        # What the other process goes on writing would go into the file that was moved away.
        raise store_error(StoreErrorKind.DAMAGED, path, "another process has it open")
    kept = free_name(path)
    try:
        for log in _LOGS:
            beside = path.with_name(path.name + log)
            if beside.exists():
                beside.replace(kept.with_name(kept.name + log))
        path.replace(kept)
    except PermissionError as error:
        in_use = sys.platform == "win32"
        raise (store_error(StoreErrorKind.LOCKED, path, str(error)) if in_use else file_error(path, error)) from error
    except OSError as error:
        raise file_error(path, error) from error
    backup = next((backup for backup in backups(path) if _is_good(backup)), None)
    if backup is None:
        return Recovery(kept)
    copy_database(backup, path)
    return Recovery(kept, backup, made_at(path, backup))


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Only one process at a time repairs the database at `path`; the next one finds it repaired.

    The lock is a transaction in an empty database beside it: the system ends it with its process, on every platform.
    """
    beside = path.with_name(path.name + ".repair")
    try:
        with explained(path), closing(sqlite3.connect(beside, timeout=_WAIT_S, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    finally:
        # Another process may be about to lock it; then it stays, empty, and is used the next time.
        if sys.platform != "win32":
            beside.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """A dated name beside the database at `path`, under which it can be kept as it is."""
    stem = f"{path.stem}-damaged-{now():%Y%m%dT%H%M%S}"
    names = (f"{stem}{f'-{number}' if number else ''}{path.suffix}" for number in range(10_000))
    return next(path.with_name(name) for name in names if not os.path.lexists(path.with_name(name)))


def _is_good(backup: Path) -> bool:
    """Whether a backup is whole and holds jobs."""
    try:
        with explained(backup), closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as copy:
            return bool(
                copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
                and copy.execute("SELECT count(*) FROM job").fetchone()
            )
    except (StoreError, sqlite3.Error):
        return False


def _is_open_elsewhere(path: Path) -> bool:
    """Whether another process has the database open: in WAL mode it holds a lock on it all the time.

    On Windows a file that is open cannot be moved, which answers the question by itself.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except (BlockingIOError, PermissionError):
            return True
    return False
