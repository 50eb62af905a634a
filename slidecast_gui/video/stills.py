"""A still picture as video: one intra frame, and then frames that change nothing.

In a P frame of which every macroblock is skipped nothing refers to the picture: it repeats whatever was decoded
before. Encoded once from any flat picture, these skip packets continue the intra frame of every slide, so a hold
costs one encoded picture however long it is. They differ in `frame_num` only, which wraps at 16 (x264 writes
`log2_max_frame_num` = 4; ITU-T H.264, 7.4.3): so there are sixteen of them.

x264 is not asked to refine the intra frame in frames after it, as it would a picture that is repeated: with a
constant quantiser it is good at once, and the hold is one and the same picture from its first frame.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from slidecast_gui.video.encoding import VideoFormat, decode, encode_all, yuv_frame

SKIP_PERIOD = 16

_log = logging.getLogger(__name__)


def encode_still(image: Image.Image, video_format: VideoFormat) -> bytes:
    """The picture as a stored piece of one intra (IDR) packet. `image` is RGB, of the format's size."""
    return encode_all(video_format, [yuv_frame(image, video_format)]).to_bytes()


@lru_cache(maxsize=4)
def skip_packets(video_format: VideoFormat) -> tuple[bytes, ...] | None:
    """The sixteen packets that repeat any picture, the n-th for the n-th frame after an intra frame, and so on round.

    None where this build of the encoder does not make such packets (they are tried out, not trusted): then a hold's
    frames have to be encoded one by one.
    """
    size = (video_format.width, video_format.height)
    flat = yuv_frame(Image.new("RGB", size, (128, 128, 128)), video_format)
    flat_video = encode_all(video_format, repeat(flat, 1 + SKIP_PERIOD + 1))
    skips, again = flat_video.packets[1:-1], flat_video.packets[-1]
    # The last byte ends the arithmetic code; x264 varies a bit in it that means nothing, with a period of 32.
    if again[:-1] != skips[0][:-1]:
        _log.warning("skip packets do not repeat after %d frames; holds are encoded frame by frame", SKIP_PERIOD)
        return None
    if not _repeat_any_picture(skips, flat_video.header, video_format):
        _log.warning("skip packets change the picture they continue; holds are encoded frame by frame")
        return None
    return skips


def _repeat_any_picture(skips: tuple[bytes, ...], header: bytes, video_format: VideoFormat) -> bool:
    """Whether the packets, after an intra frame that is anything but flat, decode to that frame every time."""
    size = (video_format.width, video_format.height)
    ramp = Image.linear_gradient("L").resize(size)
    picture = Image.merge("RGB", (ramp, ramp.rotate(180), ImageOps.mirror(ramp.rotate(90).resize(size))))
    still = encode_all(video_format, [yuv_frame(picture, video_format)])
    if still.header != header:
        return False
    shown: np.ndarray[Any, np.dtype[Any]] | None = None
    repeats = 0
    for frame in decode(header, (*still.packets, *skips)):
        planes = frame.to_ndarray()
        repeats += shown is not None and np.array_equal(planes, shown)
        shown = planes
    return repeats == len(skips)
