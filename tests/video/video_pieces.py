"""Small videos of three slides, and what is needed to look into them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import av.logging
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw, ImageFilter

from slidecast_gui.clip import Clip, SpokenSentence
from slidecast_gui.video import (
    Fade,
    Take,
    Timeline,
    VideoFormat,
    build_timeline,
    encode_fade,
    encode_sound,
    encode_still,
    write_movie,
)

SMALL = VideoFormat(320, 180, 30)


def text_slide(size: tuple[int, int], seed: int = 0) -> Image.Image:
    """Black and coloured words and boxes on white."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((0, 0, width, height // 6), fill=(31, 56, 100))
    for line in range(5):
        position = (width // 12, height // 4 + line * height // 8)
        draw.text(position, f"Point {seed + line}: what a talk says", fill="black", font_size=height // 14)
    draw.ellipse((width * 3 // 4, height // 2, width * 9 // 10, height * 4 // 5), fill=(192, 80, 40 + 20 * seed))
    return image


def photo_slide(size: tuple[int, int], seed: int = 0) -> Image.Image:
    """Soft structure in every colour, as a photograph has it."""
    random = np.random.default_rng(seed)
    coarse = Image.fromarray(random.integers(0, 256, (12, 20, 3), dtype=np.uint8)).resize(
        size, Image.Resampling.BICUBIC
    )
    grain = random.normal(0, 3, (size[1], size[0], 1))
    coarse = Image.blend(coarse, coarse.convert("L").convert("RGB"), 0.5)
    noisy = np.clip(np.asarray(coarse, dtype=np.float64) + grain, 0, 255).astype(np.uint8)
    return Image.fromarray(noisy).filter(ImageFilter.SMOOTH)


def flat_slide(size: tuple[int, int], seed: int = 0) -> Image.Image:
    """Two plain areas."""
    image = Image.new("RGB", size, (24, 60 + seed, 110))
    image.paste((225, 235, 245), (0, 0, size[0] // 4 * 2, size[1]))
    return image


def speech(seconds: float, rate: int = 22_050, *sentences: SpokenSentence) -> Clip:
    """Something like a voice: harmonics that swell four times a second."""
    time = np.arange(round(seconds * rate)) / rate
    voice = sum(np.sin(2 * np.pi * 130 * n * time) / n for n in range(1, 20))
    loudness = np.clip(np.sin(2 * np.pi * 2 * time), 0, 1)
    return Clip((6000 * voice * loudness).astype(np.int16), rate, sentences)


@dataclass(frozen=True)
class Pieces:
    """The pieces of a video, as `write_movie` asks for them."""

    timeline: Timeline
    format: VideoFormat
    images: dict[int, Image.Image]
    clips: dict[int, Clip]

    def still(self, slide: int) -> bytes:
        return encode_still(self.images[slide], self.format)

    def fade(self, fade: Fade) -> bytes:
        return encode_fade(self.images[fade.from_slide], self.images[fade.to_slide], fade.frames, self.format)

    def sound(self, slide: int) -> bytes:
        return encode_sound(self.clips[slide])

    def write(
        self,
        out: Path,
        report: Callable[[float], None] = lambda fraction: None,
        cancelled: Callable[[], bool] = lambda: False,
        language: str = "en-GB",
    ) -> Path:
        write_movie(
            self.timeline, self.format, self.still, self.fade, self.sound, out, "A talk", report, cancelled, language
        )
        return out


def pieces_of(takes: list[Take], video_format: VideoFormat = SMALL, fade_s: float = 0.0) -> Pieces:
    """A video of these takes with a picture for each."""
    size = (video_format.width, video_format.height)
    makers = (text_slide, photo_slide, flat_slide)
    return Pieces(
        build_timeline(takes, video_format.fps, fade_s),
        video_format,
        {take.number: makers[index % 3](size, index) for index, take in enumerate(takes)},
        {take.number: take.clip for take in takes if take.clip is not None},
    )


def talk(fade_s: float = 0.0, video_format: VideoFormat = SMALL) -> Pieces:
    """Three slides: the first says two sentences, the second nothing, the third something."""
    first = speech(
        2.5, 22_050, SpokenSentence("Hello & welcome.", 0.0, 1.0), SpokenSentence("Ἔτσι → <b>así</b>!", 1.2, 2.5)
    )
    third = speech(1.3, 16_000, SpokenSentence("Thank you.", 0.1, 1.2))
    takes = [Take(1, "Opening", first, 5), Take(3, "", None, 1.5), Take(4, "The\nend", third, 5)]
    return pieces_of(takes, video_format, fade_s)


def frame_hashes(path: Path) -> list[str]:
    """A hash for each decoded frame."""
    with av.open(str(path)) as container:
        return [hashlib.md5(frame.to_ndarray().tobytes()).hexdigest() for frame in container.decode(video=0)]


def sound_of(path: Path) -> np.ndarray:
    """The decoded sound of the first channel from the video's time 0 on, -1 to 1."""
    with av.open(str(path)) as container:
        frames = list(container.decode(audio=0))
    first = frames[0].pts * frames[0].time_base
    samples = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    return np.pad(samples, (max(0, round(first * 48_000)), 0))[max(0, -round(first * 48_000)) :]


def decoding_messages(path: Path) -> list[str]:
    """Every warning and error of ffmpeg's libraries while all of a file is decoded."""
    before = av.logging.get_level()
    av.logging.set_level(av.logging.WARNING)
    try:
        with av.logging.Capture(local=False) as logs, av.open(str(path)) as container:
            for packet in container.demux(container.streams.video[0], container.streams.audio[0]):
                packet.decode()
        return [str(log) for log in logs]
    finally:
        av.logging.set_level(before)


def rgb_pixels(frame: av.VideoFrame) -> NDArray[np.uint8]:
    """A decoded frame as RGB of shape (height, width, 3): the way back from `yuv_frame`."""
    rgb = frame.reformat(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=int(Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT),
    )
    pixels: NDArray[np.uint8] = rgb.to_ndarray()
    return pixels


def psnr(first: ArrayLike, second: ArrayLike, peak: float = 255.0) -> float:
    """Peak signal-to-noise ratio in dB."""
    error = np.mean((np.asarray(first, dtype=np.float64) - np.asarray(second, dtype=np.float64)) ** 2)
    return float("inf") if error == 0 else 10 * np.log10(peak**2 / error)
