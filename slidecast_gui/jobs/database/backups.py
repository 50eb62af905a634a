"""Copies of the list of jobs, in `backups` beside it: made whole while others write, a few of each sort kept."""

from __future__ import annotations

import glob
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePath

import psutil

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.database.faults import explained, file_error
from slidecast_gui.jobs.model import now

DAILY = "daily"
CLOSING = "ending"  # After "daily": of two of the same second it is the newer one.
KEPT = 5

_A_DAY = timedelta(days=1)
_TIME = "%Y%m%dT%H%M%S"
_WAIT_S = 5
_CLOCKS_DIFFER_BY = timedelta(minutes=10)


def copy_database(source: Path, target: Path) -> None:
    """Copies the database at `source`, whole even while others write it, over whatever is at `target`.

    Through SQLite's backup API, because a copied file lacks what still is in its write-ahead log. Written beside and
    renamed, so that a copy that is there is a good one. Raises StoreError about the one of the two that failed, and
    SlidecastError of kind `same-file` where both are one: every open list of jobs would go on in a file without a name.
    """
    if _is_one_file(source, target):
        raise SlidecastError("same-file", "The list of jobs cannot be copied onto itself; choose another file.")
    # Two launches at once make the same backup; each writes its own, and the later one takes the name.
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_orphans(target.parent, target.name)
        part.unlink(missing_ok=True)
        with explained(target), closing(sqlite3.connect(part)) as copy:
            with explained(source), closing(_connected(source)) as original:
                original.backup(copy)
            # The source's journal mode comes with its header; a copy is one file, with no log beside it.
            copy.execute("PRAGMA journal_mode = delete")
        part.replace(target)
    except OSError as error:
        raise file_error(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink()


def back_up(path: Path, label: str) -> Path:
    """A dated backup of the database at `path`. Older ones with the same first word in `label` go, but for a few."""
    target = backup_folder(path) / f"{path.stem}-{now():{_TIME}}-{label}{path.suffix}"
    copy_database(path, target)
    _remove_orphans(target.parent, "")
    same_sort = [backup for backup in backups(path) if _label(path, backup).split("-")[0] == label.split("-")[0]]
    for old in same_sort[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def back_up_daily(path: Path) -> Path | None:
    """A backup, if the newest of this sort is older than a day. A newest one in the future is one of a wrong clock."""
    made = [made_at(path, backup) for backup in backups(path) if _label(path, backup) == DAILY]
    if made and timedelta() <= now() - made[0] < _A_DAY:
        return None
    return back_up(path, DAILY)


def back_up_closing(path: Path) -> Path:
    """A backup of what a program has done, at its end: the next start may find the list damaged."""
    return back_up(path, CLOSING)


def backups(path: Path) -> list[Path]:
    """The backups of the database at `path`, the newest first; those of a clock that was wrong come last.

    A time still to come says nothing of how old a backup is: it must not be restored before, or kept for, a newer one.
    """
    moment = now() + _CLOCKS_DIFFER_BY
    dated = ((made_at(path, backup), backup) for backup in _named_as_backups(path))
    return [backup for _, _, backup in sorted(((made <= moment, made, backup) for made, backup in dated), reverse=True)]


def made_at(path: Path, backup: Path) -> datetime:
    """When a backup of the database at `path` was made, by its name: a copied file has another time of its own."""
    stamp = backup.stem.removeprefix(f"{path.stem}-").split("-")[0]
    return datetime.strptime(stamp, _TIME).replace(tzinfo=UTC)


def backup_folder(path: Path) -> Path:
    """Where the backups of the database at `path` lie."""
    return path.parent / "backups"


def reading_address(path: Path) -> str:
    """The URI under which SQLite reads the database at `path` where nothing can be written beside it.

    A write-ahead log needs an index beside it, which cannot be made there. If there is no log to be read, the file can
    be taken as one that never changes.
    """
    log = path.with_name(path.name + "-wal")
    immutable = "" if log.is_file() and log.stat().st_size else "&immutable=1"
    return address(path.absolute(), f"mode=ro{immutable}")


def address(path: PurePath, options: str) -> str:
    """The URI by which SQLite opens the file at an absolute path.

    It refuses one with the name of a computer (https://www.sqlite.org/uri.html), as that of a Windows share has it: the
    whole path has to come behind the slashes.
    """
    uri = path.as_uri()
    local = uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)
    return f"{local}?{options}"


def _is_one_file(source: Path, target: Path) -> bool:
    try:
        return target.samefile(source)
    except OSError:
        return False  # One of them is not there, or on a drive that does not answer, which is told by what follows.


def _connected(source: Path) -> sqlite3.Connection:
    """A connection for reading; one that may not write leaves the files of the log behind, so it is the second choice.

    Never one that makes the file, where it is not there.
    """
    writable = os.access(source.parent, os.W_OK) and os.access(source, os.W_OK)
    uri = address(source.absolute(), "mode=rw") if writable else reading_address(source)
    return sqlite3.connect(uri, uri=True, timeout=_WAIT_S)


def _remove_orphans(folder: Path, name: str) -> None:
    """Removes copies, and their journals, that a process has begun and did not live to end.

    All of them in a folder of ours; in a presenter's only those of the file called `name`.
    """
    for part in folder.glob(f"{glob.escape(name)}*.part*"):
        begun, _, process = part.name.rpartition(".part")[0].rpartition(".")
        if begun in (name or begun,) and process.isdigit() and not psutil.pid_exists(int(process)):
            with suppress(OSError):
                part.unlink()


def _label(path: Path, backup: Path) -> str:
    return backup.stem.removeprefix(f"{path.stem}-").partition("-")[2]


def _named_as_backups(path: Path) -> Iterator[Path]:
    folder = backup_folder(path)
    if not folder.is_dir():
        return
    for file in folder.iterdir():
        try:
            made_at(path, file)
        except ValueError:
            continue  # Whatever else a presenter has put there is none of ours.
        if file.suffix == path.suffix:
            yield file
