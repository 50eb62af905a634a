"""Room on the disk: how much a render needs, and whether it is there."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from slidecast_gui.errors import SlidecastError
from slidecast_gui.settings import RenderSettings

DISK_FULL = "disk-full"

# Bytes a pixel, from decks full of photographs: a slide's stored picture, and its still once encoded.
_PICTURE, _STILL = 1.5, 0.25
# Bytes a second: a stored clip at 48 kHz and 16 bits, encoded sound, packets that repeat a frame at 60 a second.
_CLIP, _SOUND, _SKIPS = 96_000, 12_000, 4_000
# A still is repeated in the video as often, in seconds, so that a player can seek.
_SEEK_POINT_S = 8
_LETTERS_A_WORD = 6
_FADES = 3
"""Stills that a cross-fade weighs."""
MARGIN = 16 << 20
"""Left free for everything else that happens on a disk meanwhile."""


class DiskFull(SlidecastError):
    """A disk has not enough room; `needed` is how many bytes must be free in `folder` to go on."""

    def __init__(self, folder: Path, needed: int, detail: str = "") -> None:
        sentence = f"The disk of “{folder}” is full, {amount(needed)} needed; make some space, and the job goes on."
        super().__init__(DISK_FULL, sentence, detail)
        self.folder = folder
        self.needed = needed


@dataclass(frozen=True, slots=True)
class Room:
    """What a render needs, in bytes: in the folder of pieces, and in that of the video."""

    pieces: int
    video: int


def estimated(slides: int, to_draw: int, letters: int, settings: RenderSettings) -> Room:
    """The room for a talk of so many slides and letters of notes, of which `to_draw` slides have no picture yet."""
    width, height = settings.frame_size
    still = int(width * height * _STILL)
    seconds = letters / _LETTERS_A_WORD * 60 / settings.rate + slides * settings.seconds_per_slide
    fades = slides * still * _FADES if settings.transition == "fade" else 0
    images = int(slides * width * height * _PICTURE) if settings.slide_images else 0
    repeated = int(seconds / _SEEK_POINT_S) * still
    video = slides * still + repeated + fades + int(seconds * (_SOUND + _SKIPS)) + images
    pieces = to_draw * int(width * height * (_PICTURE + _STILL)) + fades + int(seconds * (_CLIP + _SOUND))
    return Room(pieces, video)


def require(room: Room, pieces: Path, video: Path) -> None:
    """Raises DiskFull where there is less room than that; the folders may lie on one disk, and share it then."""
    for folder, needed in _by_disk(room, pieces, video):
        if free_in(folder) < needed:
            raise DiskFull(folder, needed, f"{free_in(folder)} bytes free, {needed} needed in {folder}")


def free_in(folder: Path) -> int:
    """Bytes that may be written where `folder` lies, which need not be there yet; plenty where nobody can tell.

    None on a disk that has room and no more files to give.
    """
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(place).free if _has_names(place) else 0
    return 1 << 62


@contextmanager
def full_disk_told(room: Room, pieces: Path, video: Path) -> Iterator[None]:
    """Turns a write that found no room, in spite of the estimate, into DiskFull with the folder where it is short."""
    try:
        yield
    except DiskFull:
        raise
    except (OSError, SlidecastError) as error:
        if not _is_full(error):
            raise
        shares = _by_disk(room, pieces, video)
        folder, needed = min(shares, key=lambda share: free_in(share[0]) - share[1])
        raise DiskFull(folder, needed, str(error)) from error


def amount(size: int) -> str:
    """A size in words: "1.2 GB", "300 MB"."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"


def _has_names(folder: Path) -> bool:
    """Whether one more file may be made; file systems that do not count them report none at all."""
    if sys.platform == "win32":
        return True
    facts = os.statvfs(folder)
    return facts.f_files == 0 or facts.f_favail > 0


def _by_disk(room: Room, pieces: Path, video: Path) -> list[tuple[Path, int]]:
    """Each disk's folder, and what is needed there."""
    if _device(pieces) == _device(video):
        return [(video, room.pieces + room.video + MARGIN)]
    return [(pieces, room.pieces + MARGIN), (video, room.video + MARGIN)]


def _device(folder: Path) -> int | None:
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return place.stat().st_dev
    return None


def _is_full(error: OSError | SlidecastError) -> bool:
    if isinstance(error, SlidecastError):
        return error.kind == DISK_FULL
    return error.errno in (errno.ENOSPC, errno.EDQUOT)
