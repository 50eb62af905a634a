"""Where a job's video goes: a name that is free, in a folder that can be written."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.model import CreatedFile, Job
from slidecast_gui.jobs.store.pathnames import absolute, path_key
from slidecast_gui.jobs.store.reading import Reading

_SUFFIX = ".mp4"

# The usual limit is 255 bytes a name. This leaves room for " (999)", the ending, and " slides" of the picture folder.
_LONGEST_STEM = 230

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED_CHARACTERS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED_NAMES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)

_NO_PERMISSION = (errno.EACCES, errno.EPERM, errno.EROFS)


class DestinationError(SlidecastError):
    """There is no way to write the video where it should go; the kind is `not-writable`, `disk-full` or `output`."""


def choose_destination(job: Job, store: Reading) -> Path:
    """The video file of a job, by its settings' `output`: a file, a folder, or empty for beside the deck.

    An explicit file is used as it is, an earlier result under that name included. Otherwise the name is the deck's,
    with a number if it is taken by a file that is neither an earlier result of the same deck nor of an earlier attempt.
    Neither is ever a file that another unfinished job is going to write. The folder is made if it is not there.
    Raises DestinationError.
    """
    try:
        return _choose(job, store)
    except OSError as error:
        # What is there already cannot be looked at: a network drive that has gone, a name that is too long.
        raise _destination_error(target_of(job.deck_path, job.settings.output).parent, error) from error


def _choose(job: Job, store: Reading) -> Path:
    deck, output = Path(job.deck_path), job.settings.output
    if output and not _is_folder(output):
        wanted = Path(absolute(output))
        if path_key(wanted) == path_key(deck):
            raise DestinationError("output", "The video would overwrite its own deck; choose another name for it.")
        _check_folder(wanted.parent)
        return next(path for path in _numbered(wanted) if not store.is_output_taken(path, besides=job.job_id))
    folder = Path(absolute(output)) if output else deck.parent
    _check_folder(folder, beside_deck=not output)
    stem = _stem(deck, folder)
    earlier = store.earlier_results(deck)
    return next(
        path
        for path in _numbered(folder / f"{stem}{_SUFFIX}")
        if all(_is_free(file, earlier) or _is_own(file, job) for file in _files_of(path))
        and not store.is_output_taken(path, besides=job.job_id)
    )


def target_of(deck_path: str, output: str) -> Path:
    """The file a job wants to make, before anybody has looked whether it may."""
    deck = Path(deck_path)
    if output and not _is_folder(output):
        return Path(absolute(output))
    folder = Path(absolute(output)) if output else deck.parent
    return folder / f"{_stem(deck, folder)}{_SUFFIX}"


def free_target(wanted: Path, is_wanted: Callable[[Path], bool]) -> Path:
    """The first of the numbered names for `wanted` that nothing bears and no other job wants."""
    numbered = islice(_numbered(wanted), 1, None)
    return next(
        path for path in numbered if not is_wanted(path) and not any(os.path.lexists(file) for file in _files_of(path))
    )


def portable(stem: str) -> str:
    """A file name without its ending, changed where Windows would not take it."""
    name = _RESERVED_CHARACTERS.sub("_", stem).rstrip(" .") or "video"
    return f"{name}_" if _RESERVED_NAMES.match(name) else name


def _stem(deck: Path, folder: Path) -> str:
    """Beside its deck a name is known to be possible; anywhere else it is made one that every system takes."""
    return _shortened(deck.stem if folder == deck.parent else portable(deck.stem))


def _is_folder(output: str) -> bool:
    # os.path answers no where a path cannot be looked at; Path.is_dir raises for some of them.
    if output.endswith(("/", os.sep)) or os.path.isdir(absolute(output)):  # noqa: PTH112
        return True
    return Path(output).suffix.lower() != _SUFFIX


def _numbered(path: Path) -> Iterator[Path]:
    """The path, then "Name (2).mp4", "Name (3).mp4" and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _files_of(video: Path) -> tuple[Path, ...]:
    """The files that come to lie beside each other: a presenter's own captions are not to be overwritten either."""
    return video, video.with_suffix(".srt"), video.with_suffix(".vtt")


def _is_free(path: Path, earlier: dict[str, CreatedFile]) -> bool:
    """Whether a file may be put there: nothing is there, or what an earlier job of the same deck has left."""
    if not os.path.lexists(path):
        return True
    made = earlier.get(path_key(path))
    return made is not None and path.is_file() and path.stat().st_size == made.size


def _is_own(path: Path, job: Job) -> bool:
    """Whether an attempt of this very job has put the file there and was killed before it could say so.

    The name was free when that attempt claimed it, so what has come there since can hardly be anybody else's.
    """
    if not job.video_path or path_key(path) not in map(path_key, _files_of(Path(job.video_path))):
        return False
    return path.is_file() and path.stat().st_mtime >= job.created_at.timestamp()


def _shortened(stem: str) -> str:
    """As much of the name as fits, without cutting a character in two."""
    return stem.encode("utf-8", "surrogateescape")[:_LONGEST_STEM].decode("utf-8", "ignore").rstrip(" .") or "video"


def _check_folder(folder: Path, *, beside_deck: bool = False) -> None:
    """Raises DestinationError where no file can be made in `folder`, which is made if it is not there."""
    try:
        if not beside_deck:
            folder.mkdir(parents=True, exist_ok=True)
        # Tried, not asked: what permissions promise on Windows and on network drives is not what happens.
        with tempfile.TemporaryFile(dir=folder, prefix=".slidecast-"):
            pass
    except OSError as error:
        if beside_deck and not os.path.exists(folder):  # noqa: PTH110 - Path.exists raises for some paths
            return  # The deck itself is gone, and reading it will say so.
        raise _destination_error(folder, error) from error


def _destination_error(folder: Path, error: OSError) -> DestinationError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DestinationError(
            "disk-full", f"The disk of “{folder}” is full; make some space or choose another folder.", str(error)
        )
    why = "may not be written to" if error.errno in _NO_PERMISSION else "cannot be used"
    return DestinationError(
        "not-writable", f"The folder “{folder}” {why}; choose another place for the video.", str(error)
    )
