"""Reading the chapters of an MP4 from its index alone.

Qt's player does not tell chapters, and importing an encoder's library into the window for a list of titles would cost
a second and tens of megabytes. They lie in a text track that the other tracks name as their chapters (QuickTime File
Format, “Chapter Lists”); the boxes are those of ISO/IEC 14496-12, by whose numbers they are named here.
"""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from slidecast_gui.ui.player.chapters import Chapter

_log = logging.getLogger(__name__)

_LARGEST_INDEX = 256 * 1024 * 1024
"""Bytes; the index of ten hours takes some 5 MB, so that a larger one is damage."""

_MOST_CHAPTERS = 10_000
_LONGEST_TITLE = 4096


def read_chapters(path: Path) -> tuple[Chapter, ...]:
    """The chapters of a video in their order; none where it has none, or cannot be read."""
    try:
        with path.open("rb") as file:
            return _chapters(file, _index(file))
    except (OSError, struct.error, ValueError, ZeroDivisionError) as error:
        _log.warning("no chapters were read from %s: %s", path, error)
        return ()


def _index(file: BinaryIO) -> bytes:
    """The `moov` box (8.2.1) without its header; empty where there is none. Media data is passed over unread."""
    while len(header := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", header)
        head = 8
        if size == 1:
            (size,) = struct.unpack(">Q", file.read(8))
            head = 16
        if size < head:
            return b""
        if kind == b"moov":
            return file.read(size - head) if size <= _LARGEST_INDEX else b""
        file.seek(size - head, 1)
    return b""


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes side by side in `data` (4.2), each as its type and what is inside."""
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8:
            return
        yield kind, data[at + 8 : at + size]
        at += size


def _inside(data: bytes, *path: bytes) -> bytes:
    """What is inside the first box on the path of types; empty where a step is missing."""
    for wanted in path:
        data = next((content for kind, content in _boxes(data) if kind == wanted), b"")
    return data


def _chapters(file: BinaryIO, index: bytes) -> tuple[Chapter, ...]:
    """The samples of the track that another track names as its chapters (8.3.3, type `chap`)."""
    tracks = [content for kind, content in _boxes(index) if kind == b"trak"]
    named = next((ids for track in tracks if (ids := _inside(track, b"tref", b"chap"))), b"")
    if not named:
        return ()
    (wanted,) = struct.unpack_from(">I", named)
    track = next((track for track in tracks if _track_id(track) == wanted), b"")
    scale = _timescale(track)
    table = _inside(track, b"mdia", b"minf", b"stbl")
    sizes = _sizes(_inside(table, b"stsz"))
    places = _places(table, sizes)
    starts = accumulate(_lengths(_inside(table, b"stts")), initial=0)
    return tuple(
        Chapter(start * 1000 // scale, _title(file, place, size))
        for start, place, size in zip(starts, places, sizes, strict=False)
    )


def _track_id(track: bytes) -> int:
    """The number of a track (8.3.2): behind two times, which version 1 writes in 8 bytes."""
    header = _inside(track, b"tkhd")
    (number,) = struct.unpack_from(">I", header, 20 if header[:1] == b"\x01" else 12)
    return int(number)


def _timescale(track: bytes) -> int:
    """Units of time in a second (8.4.2)."""
    header = _inside(track, b"mdia", b"mdhd")
    (scale,) = struct.unpack_from(">I", header, 20 if header[:1] == b"\x01" else 12)
    return int(scale)


def _lengths(table: bytes) -> Iterator[int]:
    """How long each sample lasts (8.6.1.2)."""
    (runs,) = struct.unpack_from(">I", table, 4)
    for run in range(runs):
        count, length = struct.unpack_from(">II", table, 8 + 8 * run)
        for _ in range(count):
            yield length


def _sizes(table: bytes) -> tuple[int, ...]:
    """How many bytes each sample has (8.7.3.2)."""
    same, count = struct.unpack_from(">II", table, 4)
    return (same,) * min(count, _MOST_CHAPTERS) if same else struct.unpack_from(f">{count}I", table, 12)


def _places(table: bytes, sizes: tuple[int, ...]) -> list[int]:
    """Where in the file each sample lies: samples follow each other in a chunk (8.7.4), chunks lie anywhere (8.7.5)."""
    short, long = _inside(table, b"stco"), _inside(table, b"co64")
    offsets, width = (short, "I") if short else (long, "Q")
    (count,) = struct.unpack_from(">I", offsets, 4)
    chunks = struct.unpack_from(f">{count}{width}", offsets, 8)
    runs = _inside(table, b"stsc")
    (entries,) = struct.unpack_from(">I", runs, 4)
    firsts = [struct.unpack_from(">II", runs, 8 + 12 * entry) for entry in range(entries)]
    places: list[int] = []
    for entry, (first, samples) in enumerate(firsts):
        end = firsts[entry + 1][0] if entry + 1 < entries else count + 1
        for place in chunks[first - 1 : end - 1]:
            for _ in range(min(samples, len(sizes) - len(places))):
                places.append(place)
                place += sizes[len(places) - 1]
    return places


def _title(file: BinaryIO, place: int, size: int) -> str:
    """A text sample: its length in two bytes, then UTF-8; what follows is style."""
    file.seek(place)
    sample = file.read(min(size, _LONGEST_TITLE))
    (length,) = struct.unpack_from(">H", sample)
    return sample[2 : 2 + length].decode("utf-8", "replace").strip()
