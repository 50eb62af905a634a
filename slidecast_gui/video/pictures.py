"""The picture track as a stream of packets, one a frame, made as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import repeat

from av import VideoFrame
from av.video.codeccontext import VideoCodecContext

from slidecast_gui.video.encoding import decode, encode
from slidecast_gui.video.piece import Piece
from slidecast_gui.video.timeline import SHORTEST_HOLD, Fade, Hold, Timeline
from slidecast_gui.video.tracks import TrackPacket, check_piece

SEEK_POINT_S = 8
"""Seconds after which a hold's intra frame is repeated, so that a player can seek into the middle of it."""

StillOf = Callable[[int], bytes]
"""A slide's number -> its stored piece, as `encode_still` made it."""
FadeOf = Callable[[Fade], bytes]
"""A fade of the timeline -> its stored piece, as `encode_fade` made it."""


def stitched_packets(
    timeline: Timeline, header: bytes, skips: tuple[bytes, ...], stills: StillOf, fades: FadeOf
) -> Iterator[TrackPacket]:
    """Nothing is encoded: a hold is its intra packet and skips, a fade what is stored.

    Raises MovieError for a piece that does not fit the stream with this header.
    """
    for scene in _scenes(timeline):
        piece = _piece_of(scene, stills, fades)
        if isinstance(scene, Fade):
            check_piece(piece, header, scene.frames, f"the fade after slide {scene.from_slide}")
            for offset, data in enumerate(piece.packets):
                yield TrackPacket(scene.start + offset, 1, data, offset == 0)
            continue
        check_piece(piece, header, 1, f"the picture of slide {scene.slide}")
        since_key = 0
        for offset in range(scene.frames):
            key = _is_seek_point(scene, offset, timeline.fps)
            since_key = 0 if key else since_key + 1
            data = piece.packets[0] if key else skips[(since_key - 1) % len(skips)]
            yield TrackPacket(scene.start + offset, 1, data, key)


def plain_packets(
    timeline: Timeline, encoder: VideoCodecContext, stills: StillOf, fades: FadeOf
) -> Iterator[TrackPacket]:
    """The same frames, each sent through the stream's own open encoder: slow, for where there are no skip packets."""
    made = 0
    for index, (frame, key) in enumerate(_frames(timeline, stills, fades)):
        for packet in encode(encoder, frame, index, key=key):
            yield TrackPacket(made, 1, bytes(packet), packet.is_keyframe)
            made += 1
    for packet in encoder.encode(None):
        yield TrackPacket(made, 1, bytes(packet), packet.is_keyframe)
        made += 1


def _scenes(timeline: Timeline) -> Iterator[Hold | Fade]:
    """Holds and fades in the order of the video."""
    return merge(timeline.holds, timeline.fades, key=lambda scene: scene.start)


def _piece_of(scene: Hold | Fade, stills: StillOf, fades: FadeOf) -> Piece:
    """What is stored of a scene."""
    stored = stills(scene.slide) if isinstance(scene, Hold) else fades(scene)
    return Piece.from_bytes(stored)


def _is_seek_point(hold: Hold, offset: int, fps: int) -> bool:
    """Whether this frame of a hold is an intra frame; two frames in a row never are (see `SHORTEST_HOLD`)."""
    return offset == 0 or (offset % (SEEK_POINT_S * fps) == 0 and hold.frames - offset >= SHORTEST_HOLD)


def _frames(timeline: Timeline, stills: StillOf, fades: FadeOf) -> Iterator[tuple[VideoFrame, bool]]:
    """Every frame of the video as it would be decoded, and whether it is to be an intra frame."""
    for scene in _scenes(timeline):
        piece = _piece_of(scene, stills, fades)
        frames = decode(piece.header, piece.packets)
        if isinstance(scene, Fade):
            yield from ((frame, offset == 0) for offset, frame in enumerate(frames))
        else:
            for offset, frame in enumerate(repeat(next(frames), scene.frames)):
                yield frame, _is_seek_point(scene, offset, timeline.fps)
