"""What can go wrong between finished pieces and a video file."""

from __future__ import annotations

import errno
from pathlib import Path

from slidecast_gui.errors import SlidecastError

_SENTENCES = {
    errno.ENOSPC: (
        "disk-full",
        "The disk is full, so “{name}” could not be written; free some space, then render again.",
    ),
    errno.EDQUOT: ("disk-full", "Your share of the disk is full, so “{name}” could not be written; free some space."),
    errno.EFBIG: ("file-too-large", "This disk cannot hold a file as large as “{name}”; choose another disk."),
    errno.EACCES: ("not-writable", "You may not write to the folder of “{name}”; choose another folder."),
    errno.EPERM: ("not-writable", "You may not write to the folder of “{name}”; choose another folder."),
    errno.EROFS: ("not-writable", "The folder of “{name}” can only be read; choose another folder."),
    errno.ENOENT: ("no-folder", "The folder of “{name}” is not there; choose another folder."),
    errno.ENOTDIR: ("no-folder", "The folder of “{name}” is not there; choose another folder."),
}
_OTHERWISE = ("not-written", "“{name}” could not be written; choose another folder and render again.")


class MovieError(SlidecastError):
    """A video that could not be made, written or trusted."""


def writing_failed(path: Path, error: Exception) -> MovieError:
    """The error of a file that could not be written, worded by the `errno` of an OSError or an FFmpegError."""
    kind, sentence = _SENTENCES.get(getattr(error, "errno", 0), _OTHERWISE)
    return MovieError(kind, sentence.format(name=path.name), f"{path}: {error}")
