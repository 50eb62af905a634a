"""A damaged list of jobs: moved aside, never thrown away, and replaced by its newest good backup."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from slidecast_gui.jobs.database.backups import address, backups, copy_database, made_at
from slidecast_gui.jobs.database.faults import explained, file_error, store_error
from slidecast_gui.jobs.errors import StoreError, StoreErrorKind
from slidecast_gui.jobs.model import now

DAMAGED_KEPT = 3

_WAIT_S = 30
_LOOKS_AT_IT_S = 3.0
_LOOK_EVERY_S = 0.05
_LOGS = ("-wal", "-shm")

# Where SQLite's locks lie in the file (https://www.sqlite.org/fileformat.html, "The Lock-Byte Page", and os.h).
_SHARED_FIRST = 0x40000000 + 2
_SHARED_SIZE = 510


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done about a damaged list of jobs: the damaged file is `kept_as`, what took its place `restored_from`.

    `restored_from` is None where there was no good backup and a new list was begun; `made_at` is the backup's time.
    `taken_over` counts the jobs that could still be read in the damaged file, and are newer than the backup's.
    Where only some rows or an index were damaged, the list itself was kept, and `jobs_lost` says how many are gone.
    """

    kept_as: Path
    restored_from: Path | None = None
    made_at: datetime | None = None
    taken_over: int = 0
    jobs_lost: int | None = None

    @property
    def sentence(self) -> str:
        """What the presenter is told."""
        if self.jobs_lost == 0:
            return (
                "The list of jobs was damaged in some places and was mended, and no job was lost; "
                f"the list as it was is kept as “{self.kept_as}”."
            )
        if self.jobs_lost is not None:
            lost = "1 job" if self.jobs_lost == 1 else f"{self.jobs_lost} jobs"
            return (
                f"Some entries in the list of jobs were damaged and were taken out, {lost} among them; "
                f"the list as it was is kept as “{self.kept_as}”."
            )
        saved = "1 job" if self.taken_over == 1 else f"{self.taken_over} jobs"
        if self.made_at is None:
            begun = f"{saved} could still be read in it" if self.taken_over else "a new list was begun"
            return (
                f"The list of jobs was damaged and there was no backup to restore, so {begun}; "
                f"the damaged one is kept as “{self.kept_as}”."
            )
        newer = f", with {saved} that could still be read" if self.taken_over else ""
        return (
            f"The list of jobs was damaged and was restored as it was on {self.made_at.astimezone():%Y-%m-%d at %H:%M}"
            f"{newer}; look whether newer jobs have to be added again. The damaged one is kept as “{self.kept_as}”."
        )


Prepare = Callable[[Path, Path], int]
"""Makes a copy of a backup, or a file that is not there yet, ready to be the list of jobs: `(copy, damaged)`, and tells
how many jobs it took over from the damaged file."""


def is_truncated(path: Path) -> bool:
    """Whether the file has lost all it held: SQLite takes an empty file for a new database, and would begin anew."""
    return path.is_file() and path.stat().st_size == 0 and bool(backups(path))


def replace_damaged(path: Path, prepare: Prepare) -> Recovery:
    """Keeps the damaged database at `path` under another name and puts its newest good backup in its place.

    Where there is none, a new list. Either is made ready by `prepare` before it takes the name, so that whatever ends
    this process, a list that is there is ready to be used. Call it under `one_at_a_time`. Raises StoreError where
    another process has the file open, or it cannot be replaced.
    """
    if not _is_let_go(path):
        # What the other process goes on writing would go into the file that was moved away.
        raise store_error(StoreErrorKind.DAMAGED, path, "another process has it open")
    kept = free_name(path)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _keep_too(path, kept)
        backup, taken_over = _make(path, part, kept, prepare)
        for log in _LOGS:
            # What is in them belongs to the damaged file, and would be played into the other one.
            path.with_name(path.name + log).unlink(missing_ok=True)
        part.replace(path)
    except PermissionError as error:
        in_use = sys.platform == "win32"
        raise (store_error(StoreErrorKind.LOCKED, path, str(error)) if in_use else file_error(path, error)) from error
    except OSError as error:
        raise file_error(path, error) from error
    finally:
        _remove(part)
    forget_older_copies(path)
    return Recovery(kept, backup, made_at(path, backup) if backup else None, taken_over)


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Only one process at a time repairs the database at `path`; the next one finds it repaired.

    The lock is a transaction in an empty database beside it: the system ends it with its process, on every platform.
    """
    beside = path.with_name(path.name + ".repair")
    with explained(path), closing(sqlite3.connect(beside, timeout=_WAIT_S, isolation_level=None)) as lock:
        # The file stays, empty: taking it away would take it from a process that waits for it.
        lock.execute("BEGIN EXCLUSIVE")
        yield


def free_name(path: Path) -> Path:
    """A dated name beside the database at `path`, under which it can be kept as it is."""
    stem = f"{path.stem}-damaged-{now():%Y%m%dT%H%M%S}"
    names = (f"{stem}{f'-{number}' if number else ''}{path.suffix}" for number in range(10_000))
    return next(path.with_name(name) for name in names if not os.path.lexists(path.with_name(name)))


def forget_older_copies(path: Path) -> None:
    """Removes the damaged files that were kept of the database at `path`, but for the newest few."""
    kept = sorted(path.parent.glob(f"{glob.escape(path.stem)}-damaged-*{path.suffix}"), key=lambda file: file.stem)
    for old in kept[:-DAMAGED_KEPT]:
        _remove(old)


def _make(path: Path, part: Path, kept: Path, prepare: Prepare) -> tuple[Path | None, int]:
    """Makes at `part` the list that takes the damaged one's place; the backup it is made of, and what was saved."""
    for backup in filter(_is_good, backups(path)):
        copy_database(backup, part)
        try:
            return backup, prepare(part, kept)
        except StoreError as error:
            if error.reason is not StoreErrorKind.DAMAGED:
                raise
    _remove(part)
    return None, prepare(part, kept)


def _remove(file: Path) -> None:
    """Removes a database with its logs; one that cannot be removed takes room and nothing else."""
    for end in ("", *_LOGS):
        with suppress(OSError):
            file.with_name(file.name + end).unlink()


def _is_good(backup: Path) -> bool:
    """Whether a backup is whole and holds jobs."""
    try:
        with explained(backup), closing(sqlite3.connect(address(backup, "mode=ro"), uri=True)) as copy:
            return bool(
                copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
                and copy.execute("SELECT count(*) FROM job").fetchone()
            )
    except (StoreError, sqlite3.Error):
        return False


def _keep_too(path: Path, kept: Path) -> None:
    """The file and its logs under a second name; a copy where the file system knows no such thing.

    There is a file under the first name all the time: a process that starts now must not begin a new list.
    """
    for end in ("", *_LOGS):
        file = path.with_name(path.name + end)
        # There is no log after a clean end, or another process that looked at it takes its own away.
        with suppress(FileNotFoundError):
            try:
                os.link(file, kept.with_name(kept.name + end))
            except FileNotFoundError:
                raise
            except OSError:
                shutil.copy2(file, kept.with_name(kept.name + end))


def _is_let_go(path: Path) -> bool:
    """Whether no other process has the database open; one that is only finding it damaged as well is waited for."""
    deadline = time.monotonic() + _LOOKS_AT_IT_S
    while _is_open_elsewhere(path):
        if time.monotonic() > deadline:
            return False
        time.sleep(_LOOK_EVERY_S)
    return True


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
