"""A cross-fade between two slides' pictures, composed with moviepy and encoded as a piece of the same stream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from av import VideoFrame
from numpy.typing import NDArray
from PIL import Image

from slidecast_gui.video.encoding import FADE_QUANTISER_STEP, VideoFormat, encode_all, yuv_frame


def encode_fade(first: Image.Image, second: Image.Image, frames: int, video_format: VideoFormat) -> bytes:
    """The fade from one picture (RGB, of the format's size) to another, as a stored piece of `frames` packets.

    Neither picture itself is among them: these are the frames between two holds. The piece begins with an IDR
    picture and refers to nothing outside itself. Raises ValueError for fewer than two frames.
    """
    if frames < 2:
        raise ValueError(f"a fade of {frames} frames")
    coarser = replace(video_format, quantiser=min(51, video_format.quantiser + FADE_QUANTISER_STEP))
    blended = _blended(first, second, frames, video_format)
    return encode_all(coarser, (VideoFrame.from_ndarray(planes, format="yuv420p") for planes in blended)).to_bytes()


def _blended(
    first: Image.Image, second: Image.Image, frames: int, video_format: VideoFormat
) -> Iterator[NDArray[np.uint8]]:
    """The frames of a fade as the planes of a 4:2:0 picture, one above the other: shape (height * 3 / 2, width).

    RGB to YUV is linear, so the planes can be blended as they are: half the bytes, and nothing to convert per frame.
    """
    # moviepy takes a second to import; a video with hard cuts never needs it.
    from moviepy import VideoClip

    before, after = (Image.fromarray(yuv_frame(picture, video_format).to_ndarray()) for picture in (first, second))

    def planes_at(seconds: float) -> NDArray[np.uint8]:
        index = round(seconds * video_format.fps)
        return np.asarray(Image.blend(before, after, (index + 1) / (frames + 1)))

    clip = VideoClip(planes_at, duration=frames / video_format.fps)
    # Not `iter_frames`, which loses the last frame where frames / fps * fps rounds down (58 frames at 25).
    for index in range(frames):
        yield clip.get_frame(index / video_format.fps)
