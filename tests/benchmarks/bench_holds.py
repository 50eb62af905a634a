"""How much faster holds are than encoding every frame: Slidecast's video stage beside moviepy's `write_videofile`.

Run by hand: `python tests/benchmarks/bench_holds.py`. Both sides start from the same pictures on disk, make the same
video without narration, and run one after the other in this process, so that the ratio is of one run.
`--moviepy-slides N` lets moviepy make only N of the slides and scales its time: it encodes each frame of each slide,
so its time grows with them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from slidecast_gui.video import Take, VideoFormat, build_timeline, check_movie, encode_still, write_movie

WANTED_RATIO = 40


def main() -> int:
    """Prints both times and their ratio; 0 where it is what is wanted of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--fps", type=int, default=30)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--moviepy-slides", type=int, default=0, help="0: all of them")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    video_format = VideoFormat(width, height, options.fps)
    # Loading a library is not what is compared.
    import moviepy  # noqa: F401

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures = draw_slides(folder, options.slides, (width, height))
        ours = time_slidecast(pictures, options.seconds, video_format, folder / "slidecast.mp4")
        some = pictures[: options.moviepy_slides or None]
        theirs = time_moviepy(some, options.seconds, options.fps, folder / "moviepy.mp4")
        sizes = [(folder / file).stat().st_size / 1e6 for file in ("slidecast.mp4", "moviepy.mp4")]
    whole = theirs * len(pictures) / len(some)
    frames = round(len(pictures) * options.seconds * options.fps)
    print(f"{len(pictures)} slides x {options.seconds:g} s, {options.size} at {options.fps}, {os.cpu_count()} cores")
    print(f"Slidecast  {ours:8.2f} s  {frames / ours:8.0f} frames/s  {sizes[0]:6.1f} MB")
    scaled = "" if len(some) == len(pictures) else f"  (scaled from {len(some)} slides in {theirs:.2f} s)"
    print(f"moviepy    {whole:8.2f} s  {frames / whole:8.0f} frames/s  {sizes[1]:6.1f} MB{scaled}")
    print(f"ratio      {whole / ours:8.1f}    (wanted: {WANTED_RATIO})")
    return 0 if whole / ours >= WANTED_RATIO else 1


def draw_slides(folder: Path, count: int, size: tuple[int, int]) -> list[Path]:
    """Pictures as talks have them: a title, points, and on every third slide something like a photograph."""
    paths = []
    for number in range(count):
        image = Image.new("RGB", size, "white")
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, size[0], size[1] // 7), fill=(31, 56, 100))
        draw.text((size[0] // 20, size[1] // 25), f"Slide {number + 1}", fill="white", font_size=size[1] // 16)
        for line in range(7):
            position = (size[0] // 16, size[1] // 5 + line * size[1] // 10)
            draw.text(position, f"Point {line + 1} of what is said here", fill=(40, 40, 40), font_size=size[1] // 24)
        if number % 3 == 0:
            noise = np.random.default_rng(number).integers(0, 256, (40, 30, 3), dtype=np.uint8)
            photo = Image.fromarray(noise).resize((size[0] // 3, size[1] // 2), Image.Resampling.BICUBIC)
            image.paste(photo, (size[0] * 3 // 5, size[1] // 4))
        path = folder / f"slide-{number + 1:03}.png"
        image.save(path, compress_level=1)
        paths.append(path)
    return paths


def time_slidecast(pictures: list[Path], seconds: float, video_format: VideoFormat, out: Path) -> float:
    """Seconds from pictures on disk to a checked video: stills encoded side by side, then laid along the timeline."""
    started = time.perf_counter()
    timeline = build_timeline(
        [Take(n, f"Slide {n}", None, seconds) for n, _ in enumerate(pictures, 1)], video_format.fps
    )
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        stills = list(pool.map(lambda path: encode_still(Image.open(path), video_format), pictures))
    write_movie(
        timeline,
        video_format,
        lambda slide: stills[slide - 1],
        lambda fade: b"",
        lambda slide: b"",
        out,
        "Benchmark",
        lambda fraction: None,
        lambda: False,
    )
    check_movie(out, timeline)
    return time.perf_counter() - started


def time_moviepy(pictures: list[Path], seconds: float, fps: int, out: Path) -> float:
    """Seconds from the same pictures to a video of the same length, with moviepy's own settings."""
    from moviepy import ImageClip, concatenate_videoclips

    started = time.perf_counter()
    clip = concatenate_videoclips([ImageClip(str(path), duration=seconds) for path in pictures])
    clip.write_videofile(str(out), fps=fps, codec="libx264", audio=False, logger=None)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
