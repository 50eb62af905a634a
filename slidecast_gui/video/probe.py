"""What is in a video file, read from its index: nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Stream

from slidecast_gui.video.captions import Caption
from slidecast_gui.video.errors import MovieError


@dataclass(frozen=True, slots=True)
class ChapterFacts:
    """A chapter as the file has it, in seconds."""

    start_s: Fraction
    end_s: Fraction
    title: str


@dataclass(frozen=True, slots=True)
class MovieFacts:
    """A video file. Durations are exact seconds; `frames` is how many pictures the file's index lists.

    `colour` is (matrix, primaries, transfer, range) by the numbers of ITU-T H.273, range 1 being limited.
    `index_first` tells whether the file can be played while it is still being loaded (faststart).
    """

    width: int
    height: int
    fps: Fraction
    constant_rate: bool
    frames: int
    picture_s: Fraction
    sound_s: Fraction
    picture_codec: str
    picture_profile: str
    pixel_format: str
    colour: tuple[int, int, int, int]
    sound_codec: str
    sound_rate: int
    sound_channels: int
    chapters: tuple[ChapterFacts, ...]
    captions: tuple[Caption, ...]
    language: str
    title: str
    index_first: bool


def probe(path: Path) -> MovieFacts:
    """The facts of a file with a picture and a sound track. Raises MovieError("unreadable") for any other file."""
    try:
        with av.open(str(path)) as container:
            return _facts(container, _index_first(path))
    except (OSError, av.FFmpegError, IndexError, struct.error) as error:
        raise MovieError(
            "unreadable", f"“{path.name}” cannot be read as a video; render again.", f"{path}: {error}"
        ) from error


def _facts(container: InputContainer, index_first: bool) -> MovieFacts:
    """The facts of an open file."""
    picture, heard = container.streams.video[0], container.streams.audio[0]
    context = picture.codec_context
    return MovieFacts(
        width=picture.width,
        height=picture.height,
        fps=picture.average_rate or Fraction(0),
        constant_rate=picture.average_rate == picture.base_rate,
        frames=picture.frames,
        picture_s=_seconds(picture),
        sound_s=_seconds(heard),
        picture_codec=context.name,
        picture_profile=str(context.profile),
        pixel_format=context.pix_fmt or "",
        colour=(context.colorspace, context.color_primaries, context.color_trc, context.color_range),
        sound_codec=heard.codec_context.name,
        sound_rate=heard.rate,
        sound_channels=heard.channels,
        chapters=tuple(
            ChapterFacts(chapter["start"] * unit, chapter["end"] * unit, chapter["metadata"].get("title", ""))
            for chapter in container.chapters()
            if (unit := chapter["time_base"]) is not None
        ),
        captions=tuple(_captions(container)),
        language=heard.language or "",
        title=container.metadata.get("title", ""),
        index_first=index_first,
    )


def _seconds(stream: Stream) -> Fraction:
    """A stream's length, after what its edit list leaves out."""
    return (stream.duration or 0) * (stream.time_base or Fraction(0))


def _captions(container: InputContainer) -> Iterator[Caption]:
    """The captions of the file's timed text (3GPP TS 26.245, 5.17): samples without text are gaps."""
    if not container.streams.subtitles:
        return
    stream = container.streams.subtitles[0]
    for packet in container.demux(stream):
        data = bytes(packet)
        if packet.pts is None or packet.duration is None or len(data) < 2:
            continue
        (length,) = struct.unpack_from(">H", data)
        if length:
            start = packet.pts * packet.time_base
            end = (packet.pts + packet.duration) * packet.time_base
            yield Caption(float(start), float(end), data[2 : 2 + length].decode("utf-8", "replace"))


def _index_first(path: Path) -> bool:
    """Whether the `moov` box lies before `mdat` (ISO/IEC 14496-12, 4.2 and 8.2.1)."""
    with path.open("rb") as file:
        while header := file.read(8):
            size, kind = struct.unpack(">I4s", header)
            if kind in (b"moov", b"mdat"):
                return bool(kind == b"moov")
            if size == 1:
                (size,) = struct.unpack(">Q", file.read(8))
                size -= 8
            if size < 8:
                return False
            file.seek(size - 8, 1)
    return False
