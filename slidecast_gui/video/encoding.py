"""The one picture format of a video, and the encoder that every picture of it goes through.

Pieces that are encoded apart can follow each other in one stream only where their headers (SPS and PPS) are equal.
So there is one set of encoder options for stills, fades and the stream they are muxed into. `stitchable` keeps x264
from putting the quantiser of a single encode into the header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import av
import numpy as np
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation
from av.video.stream import VideoStream
from PIL import Image

from slidecast_gui.video.piece import Piece

CODEC: Final = "libx264"
PRESET = "veryfast"
FADE_QUANTISER_STEP = 6
"""How much coarser than holds fades are encoded: nothing in them can be looked at for longer than a blink."""

# No B frames and no look-ahead: one picture in, one packet out, and a frame never refers past the one before it.
# No mb-tree, no weights, no scene cuts: a picture that does not change must become frames that change nothing.
# One thread: pieces are encoded side by side, and the bytes must not depend on how many cores there are.
_X264 = ":".join(
    (
        "bframes=0",
        "ref=1",
        "weightp=0",
        "mbtree=0",
        "rc-lookahead=0",
        "sync-lookahead=0",
        "scenecut=0",
        "keyint=infinite",
        "repeat-headers=0",
        "ipratio=1",
        "stitchable=1",
        "force-cfr=1",
        "threads=1",
    )
)

# Area averages the chroma of the four pixels that share it, which is the exact inverse of players that repeat it.
_TO_YUV = int(Interpolation.AREA | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INP)


@dataclass(frozen=True, slots=True)
class VideoFormat:
    """Frame size in pixels (both even), frames a second, and x264's constant quantiser (smaller is better).

    Raises ValueError for a size that 4:2:0 pictures cannot have.
    """

    width: int
    height: int
    fps: int
    quantiser: int = 18

    def __post_init__(self) -> None:
        if self.width % 2 or self.height % 2 or self.width < 16 or self.height < 16:
            raise ValueError(f"frame size {self.width} x {self.height} is not even, or below 16 x 16")
        if self.fps < 1:
            raise ValueError(f"{self.fps} frames a second")

    def key(self) -> tuple[str, ...]:
        """Everything that determines the bytes of a picture piece, apart from the pictures themselves."""
        return (
            "h264",
            f"{self.width}x{self.height}",
            str(self.fps),
            f"{self.quantiser}+{FADE_QUANTISER_STEP}",
            PRESET,
            _X264,
            av.__version__,
        )

    @property
    def options(self) -> dict[str, str]:
        """The encoder's options, the same for every picture of the video."""
        return {
            "preset": PRESET,
            "profile": "high",
            "qp": str(self.quantiser),
            "forced-idr": "1",
            "x264-params": _X264,
        }


def configure(context: VideoCodecContext, video_format: VideoFormat) -> None:
    """Sets an unopened encoder (alone, or of a stream to mux into) to the format."""
    context.width, context.height, context.pix_fmt = video_format.width, video_format.height, "yuv420p"
    context.framerate = Fraction(video_format.fps)
    context.time_base = Fraction(1, video_format.fps)
    context.sample_aspect_ratio = Fraction(1)
    context.colorspace = Colorspace.ITU709
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    context.color_range = ColorRange.MPEG
    context.options = video_format.options


def open_encoder(video_format: VideoFormat) -> VideoCodecContext:
    """An encoder of the format, its header in `extradata` as a stream in an MP4 has it."""
    context = av.CodecContext.create(CODEC, "w")
    configure(context, video_format)
    context.flags |= int(Flags.global_header)
    context.open()
    return context


def decode(header: bytes, packets: Iterable[bytes]) -> Iterator[av.VideoFrame]:
    """The frames of packets that an encoder with this header has made."""
    context = av.CodecContext.create("h264", "r")
    context.extradata = header
    context.thread_count = 1
    for packet in packets:
        yield from context.decode(av.Packet(packet))
    yield from context.decode(None)


def yuv_frame(image: Image.Image, video_format: VideoFormat) -> av.VideoFrame:
    """The picture as 4:2:0, BT.709, limited range. Raises ValueError where its size is not the format's."""
    if image.size != (video_format.width, video_format.height):
        raise ValueError(f"a picture of {image.size} in frames of {video_format.width} x {video_format.height}")
    pixels = np.ascontiguousarray(image.convert("RGB"))
    return av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(
        format="yuv420p",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
        interpolation=_TO_YUV,
    )


def encode(context: VideoCodecContext, frame: av.VideoFrame, index: int, *, key: bool) -> list[av.Packet[VideoStream]]:
    """Feeds one picture as frame `index`; gives the packets that come out, which for this format is one."""
    frame.pts = index
    frame.time_base = context.time_base
    frame.pict_type = PictureType.I if key else PictureType.NONE
    return context.encode(frame)


def encode_all(video_format: VideoFormat, frames: Iterable[av.VideoFrame]) -> Piece:
    """Frames as a piece that stands for itself: an IDR picture, and then whatever changes."""
    context = open_encoder(video_format)
    packets: list[av.Packet[VideoStream]] = []
    for index, frame in enumerate(frames):
        packets += encode(context, frame, index, key=index == 0)
    packets += context.encode(None)
    return Piece(bytes(context.extradata or b""), tuple(bytes(packet) for packet in packets))
