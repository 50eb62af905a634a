"""Sound and captions as streams of packets, each in its track's own time, made as they are asked for."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat

from slidecast_gui.video import sound
from slidecast_gui.video.errors import MovieError
from slidecast_gui.video.piece import Piece
from slidecast_gui.video.timeline import SOUND_FRAME, SOUND_RATE, Timeline

SoundOf = Callable[[int], bytes]
"""A slide's number -> the stored piece of its clip, as `encode_sound` made it."""


@dataclass(frozen=True, slots=True)
class TrackPacket:
    """`start` and `length` are frames on the picture track, samples on the others."""

    start: int
    length: int
    data: bytes
    key: bool = True


def sound_packets(timeline: Timeline, header: bytes, sounds: SoundOf) -> Iterator[TrackPacket]:
    """Packets that fill the sound track: the cues' clips, and silence everywhere else.

    The first packet lies before the start of the video, as with every AAC stream: it only prepares the second. The
    last is announced to end with the video, to the sample; players that give out whole packets all the same are half
    an AAC frame (11 ms) off at most. Raises MovieError for a piece that is not the cue's.
    """
    after_last = round(timeline.samples / SOUND_FRAME) + 1
    for index, data in enumerate(_sound_data(timeline, header, sounds, after_last)):
        start = (index - 1) * SOUND_FRAME
        yield TrackPacket(start, SOUND_FRAME if index < after_last - 1 else timeline.samples - start, data)


def caption_packets(timeline: Timeline) -> Iterator[TrackPacket]:
    """Captions as 3GPP timed text (3GPP TS 26.245, 5.17): a length, and UTF-8; gaps are samples without text."""
    position = 0
    for caption in timeline.captions:
        start, end = (min(timeline.samples, round(at * SOUND_RATE)) for at in (caption.start_s, caption.end_s))
        if start > position:
            yield TrackPacket(position, start - position, _timed_text(""))
        yield TrackPacket(start, end - start, _timed_text(caption.text))
        position = end
    if timeline.samples > position:
        yield TrackPacket(position, timeline.samples - position, _timed_text(""))


def check_piece(piece: Piece, header: bytes, packets: int, what: str) -> None:
    """Raises MovieError where a stored piece does not fit into the stream that it is wanted for."""
    if piece.header != header:
        detail = f"{what}: header {piece.header.hex()}, the stream has {header.hex()}"
    elif len(piece.packets) != packets:
        detail = f"{what}: {len(piece.packets)} packets, {packets} wanted"
    else:
        return
    raise MovieError("piece", "A stored part of the video does not fit; render again with an empty cache.", detail)


def _sound_data(timeline: Timeline, header: bytes, sounds: SoundOf, packets: int) -> Iterator[bytes]:
    """So many AAC packets; the one at index n completes block n - 1."""
    quiet = sound.silence()
    position = 0
    for cue in timeline.cues:
        piece = Piece.from_bytes(sounds(cue.slide))
        check_piece(piece, header, cue.length, f"the sound of slide {cue.slide}")
        yield from repeat(quiet, cue.start - position)
        yield from piece.packets
        position = cue.start + cue.length
    yield from repeat(quiet, packets - position)


def _timed_text(text: str) -> bytes:
    """A text sample without modifiers."""
    encoded = text.encode("utf-8")
    return struct.pack(">H", len(encoded)) + encoded
