"""A whole job: a 30-slide talk of about 5 minutes, from .pptx to .mp4, against the time it takes to watch it.

    python tests/benchmarks/bench_talk.py [--slides 30] [--runs 3] [--deck FILE] [-- more render options]

Runs the real command with the built-in renderer, each time with an empty piece store, then once more with a full one.
Prints seconds, how many times faster than watching that is, and the peak memory of the largest process.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.util import Inches

NOTES = (
    "This is what a presenter says about the slide: a few sentences of ordinary length, spoken calmly. "
    "They take about ten seconds to hear, which is what slide {number} is shown for."
)
POINTS = ("What we set out to do", "What we found on the way", "What it means for next year", "What we ask of you")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", type=int, default=30)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--deck", type=Path, help="a deck of your own instead")
    parser.add_argument("more", nargs="*", help="more options of `render`, after --")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        deck = arguments.deck or write_talk(Path(folder) / "talk.pptx", arguments.slides)
        cold = []
        for run in range(arguments.runs):
            cold.append(render(deck, Path(folder), f"cold-{run}", arguments.more))
            print(row(f"empty store, run {run + 1}", *cold[-1]))
        print(row("full store", *render(deck, Path(folder), "cold-0", arguments.more)))
        seconds = statistics.median(one[0] for one in cold)
        video_s = cold[0][1]
        times = video_s / seconds
        print(f"median {seconds:.2f} s for {video_s:.0f} s of video: {times:.0f} times faster than watching")
    return 0


def write_talk(path: Path, slides: int) -> Path:
    """A deck like many: a title, points, a table here, a photograph there, notes on every slide."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    for number in range(1, slides + 1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Chapter {number}: a title of a usual length"
        slide.placeholders[1].text = "\n".join(f"{point} ({number})" for point in POINTS)
        if number % 3 == 0:
            slide.shapes.add_picture(photograph(number), Inches(7.5), Inches(2), Inches(5))
        if number % 5 == 0:
            table = slide.shapes.add_table(5, 4, Inches(1), Inches(4.6), Inches(6), Inches(2.4)).table
            for cell, count in zip((cell for line in table.rows for cell in line.cells), range(20), strict=True):
                cell.text = f"{count * number}"
        slide.notes_slide.notes_text_frame.text = NOTES.format(number=number)
    presentation.save(str(path))
    return path


def photograph(seed: int) -> io.BytesIO:
    """Something with as much detail as a photograph."""
    picture = Image.effect_noise((1200, 800), 60).convert("RGB")
    ImageDraw.Draw(picture).ellipse((200, 100, 1000, 700), fill=(40 * seed % 255, 120, 200))
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=88)
    data.seek(0)
    return data


def render(deck: Path, folder: Path, store: str, more: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of video, and the peak memory of the largest process in MiB."""
    words = [sys.executable, "-m", "slidecast_gui", "render", str(deck), "-o", str(folder / f"{store}.mp4"), "--json"]
    words += ["--renderer", "builtin", "--data-dir", str(folder / store), *more]
    started = time.monotonic()
    peak = 0
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            peak = max(peak, largest(process.pid))
    seconds = time.monotonic() - started
    finished = json.loads(lines[-1])
    assert finished["status"] == "done", finished
    return seconds, finished["duration_s"], peak / 2**20


def largest(pid: int) -> int:
    """Bytes of the largest of a process and its children, now; looked at on every event, of which there are many."""
    peak = 0
    for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        try:
            memory = process.memory_info()
        except psutil.NoSuchProcess:
            continue
        peak = max(peak, getattr(memory, "peak_wset", memory.rss))
    return peak


def row(name: str, seconds: float, video_s: float, peak: float) -> str:
    """A line of the table."""
    return f"{name:22} {seconds:6.2f} s for {video_s:6.1f} s of video, {video_s / seconds:5.1f} x, peak {peak:5.0f} MiB"


if __name__ == "__main__":
    sys.exit(main())
