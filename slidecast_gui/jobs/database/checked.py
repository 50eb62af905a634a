"""Whether the list of jobs has to be looked through before it is used.

To look through ten thousand jobs takes a second or two, which no call in a terminal should pay. It is done where there
is a reason: once a day, after an end that was not clean, where the file was changed by anything but Slidecast, and
where damage was met in it. What is known of the file stands in a small one beside it; without that, it is looked
through.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path

from slidecast_gui.jobs.model import Owner, now, time_of, time_text
from slidecast_gui.jobs.owner import is_alive, this_owner

_A_DAY = timedelta(days=1)
_HOPELESS = 2


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is known of a file. `checked` is when it was last looked through, empty where that has to be done again.

    `owner` opened it and has not closed it yet. `size` and `changed_ns` are the file's after a clean end. `met` counts
    the times that damage was met in a file that had been looked through.
    """

    inode: int
    checked: str = ""
    owner: str = ""
    size: int = 0
    changed_ns: int = 0
    met: int = 0


def is_trusted(path: Path) -> bool:
    """Whether the database at `path` can be used as it is."""
    mark = _read(path)
    if mark is None or not mark.checked:
        return False
    try:
        checked, there = time_of(mark.checked), path.stat()
        if checked is None or not timedelta() <= now() - checked < _A_DAY or mark.inode != there.st_ino:
            return False
        if mark.owner:
            return is_alive(Owner.from_text(mark.owner))
    except (OSError, ValueError, TypeError):
        return False
    return (mark.size, mark.changed_ns) == (there.st_size, there.st_mtime_ns)


def is_hopeless(path: Path) -> bool:
    """Whether damage was met again after the file was looked through for it and nothing was found."""
    mark = _read(path)
    return mark is not None and mark.met >= _HOPELESS


def note_opened(path: Path, *, looked_through: bool, mended: bool = False) -> None:
    """The database was opened, and before looked through, and mended where that was necessary."""
    mark = _read(path)
    with suppress(OSError):
        if looked_through or mark is None:
            # Nothing was found though damage had been met: the next time it is met is the last one.
            met = mark.met if mark is not None and not mark.checked and not mended else 0
            mark = _Mark(path.stat().st_ino, time_text(now()) or "", met=met)
        elif mark.owner:
            return
        _write(path, replace(mark, owner=this_owner().to_text()))


def note_closed(path: Path) -> None:
    """The database was closed in order; whoever else has it open goes on under what it found."""
    mark = _read(path)
    with suppress(OSError):
        if mark is None or mark.owner != this_owner().to_text():
            return
        there = path.stat()
        # The clocks of file systems tick every few milliseconds: what changes the file within this tick would not show.
        os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns ^ 1))
        there = path.stat()
        _write(path, replace(mark, owner="", inode=there.st_ino, size=there.st_size, changed_ns=there.st_mtime_ns))


def distrust(path: Path) -> None:
    """Damage was met in the database at `path`: it is looked through when it is opened the next time."""
    mark = _read(path)
    if mark is not None:
        with suppress(OSError):
            _write(path, replace(mark, checked="", met=mark.met + bool(mark.checked)))


def _read(path: Path) -> _Mark | None:
    try:
        return _Mark(**json.loads(_beside(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _write(path: Path, mark: _Mark) -> None:
    _beside(path).write_text(json.dumps(asdict(mark)), encoding="utf-8")


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".checked")
