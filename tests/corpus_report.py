"""Renders every deck of a folder as a presenter would, checks each video, and prints a table. Run by hand:

    python tests/corpus_report.py FOLDER [--only TEXT] [--preset 720p] [--fps 30] [--pictures] [--keep DIR]
                                  [-- more options of `render`]

For each deck, with the real command: a video that decodes without a warning, whose frame count equals the timeline's,
whose sound and picture lengths differ by less than one frame, with one chapter a slide, and captions that say the
script; every hold is one picture from its first frame to its last, and with --pictures that picture is the renderer's
within what H.264 loses (PSNR of the 4:2:0 planes). What is not a deck must exit with 1 and a sentence.
Exits with 1 if anything does not hold.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import av
from PIL import Image

from slidecast_gui.deck import read_deck
from slidecast_gui.narration import clean_script, is_speakable
from slidecast_gui.slides import fit_into_frame
from slidecast_gui.video import VideoFormat, probe
from slidecast_gui.video.encoding import yuv_frame

TIMEOUT_S = 600
LOWEST_PSNR = 38.0


@dataclass
class Row:
    """What became of one deck."""

    name: str
    status: str = ""
    seconds: float = 0.0
    duration_s: float = 0.0
    slides: int = 0
    warnings: int = 0
    psnr: float = 0.0
    faults: list[str] = field(default_factory=list)
    sentence: str = ""


def main() -> int:
    """Check the folder; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only files whose name has this")
    parser.add_argument("--preset", default="720p")
    parser.add_argument("--fps", type=int, default=30)
    parser.add_argument("--pictures", action="store_true", help="compare each slide's frame with its picture, too")
    parser.add_argument("--keep", type=Path, help="keep the videos in this folder")
    words, more = (sys.argv[1:], []) if "--" not in sys.argv else split_at(sys.argv.index("--"))
    arguments = parser.parse_args(words, argparse.Namespace(more=more))
    decks = [path for path in sorted(arguments.folder.iterdir()) if path.is_file() and arguments.only in path.name]
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for deck in decks:
            if deck.suffix in (".md", ".csv"):
                continue
            rows.append(check(deck, Path(scratch), arguments))
            print(line(rows[-1]), flush=True)
    faulty = [row for row in rows if row.faults]
    print(f"{len(rows)} files, {sum(row.status == 'done' for row in rows)} videos, {len(faulty)} with faults")
    return 1 if faulty else 0


def split_at(place: int) -> tuple[list[str], list[str]]:
    """The words of the command line before and after a "--"."""
    return sys.argv[1:place], sys.argv[place + 1 :]


def check(deck: Path, scratch: Path, arguments: argparse.Namespace) -> Row:
    """Render one deck and check what came out."""
    row = Row(deck.name)
    out = (arguments.keep or scratch) / f"{deck.name}.mp4"
    out.parent.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", "slidecast_gui", "render", str(deck), "-o", str(out), "--json"]
    words += ["--data-dir", str(scratch / "data"), "--preset", arguments.preset, "--fps", str(arguments.fps)]
    words += ["--slide-images"] * arguments.pictures
    started = time.monotonic()
    try:
        done = subprocess.run([*words, *arguments.more], capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired:
        row.faults.append(f"took longer than {TIMEOUT_S} s")
        return row
    row.seconds = time.monotonic() - started
    events = [json.loads(text) for text in done.stdout.splitlines()]
    finished = events[-1] if events else {"status": "nothing said"}
    row.status = finished["status"]
    if row.status == "done":
        row.duration_s, row.slides, row.warnings = finished["duration_s"], finished["slides"], len(finished["warnings"])
        row.faults += video_faults(out, finished, arguments.fps)
        if "none" not in arguments.more:
            row.faults += script_faults(deck, out, scratch)
        if arguments.pictures:
            row.psnr = worst_psnr(out, Path(finished["slide_images"]))
            row.faults += [f"PSNR {row.psnr:.1f} dB"] * (row.psnr <= LOWEST_PSNR)
    else:
        row.sentence = done.stderr.strip()
        row.faults += refusal_faults(done)
    if not arguments.keep:
        out.unlink(missing_ok=True)
    return row


def refusal_faults(done: subprocess.CompletedProcess[str]) -> list[str]:
    """A file that is no deck: exit 1, one sentence, no traceback."""
    faults = []
    if done.returncode != 1:
        faults.append(f"exit status {done.returncode}")
    if "Traceback" in done.stderr or len(done.stderr.strip().splitlines()) != 1:
        faults.append("not one sentence")
    return faults


def video_faults(video: Path, finished: dict[str, object], fps: int) -> list[str]:
    """What is wrong with the video, by decoding all of it."""
    facts = probe(video)
    duration_s = float(str(finished["duration_s"]))
    faults = []
    decoded = decode(video)
    if decoded.warnings:
        faults.append(f"decoder says: {decoded.warnings[0]}")
    if not decoded.frames == facts.frames == round(duration_s * fps):
        faults.append(f"{decoded.frames} frames decoded, {facts.frames} in the file, {duration_s * fps:.2f} planned")
    if abs(facts.sound_s - facts.picture_s) >= 1 / fps:
        faults.append(f"sound {facts.sound_s:.3f} s, picture {facts.picture_s:.3f} s")
    if len(facts.chapters) != finished["slides"]:
        faults.append(f"{len(facts.chapters)} chapters for {finished['slides']} slides")
    if decoded.pictures > len(facts.chapters):
        faults.append(f"{decoded.pictures} different pictures in {len(facts.chapters)} holds")
    return faults


@dataclass(frozen=True)
class Decoded:
    """A video after decoding: its frames, how often the picture changed, what the decoder complained of."""

    frames: int
    pictures: int
    warnings: list[str]


def decode(video: Path) -> Decoded:
    """Decode every frame with ffmpeg; a checksum of each tells when the picture changes."""
    words = [
        "ffmpeg",
        "-v",
        "warning",
        "-i",
        str(video),
        "-map",
        "0:v",
        "-f",
        "framecrc",
        "-",
        "-map",
        "0:a",
        "-f",
        "null",
        "-",
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    sums = [text.rsplit(",", 1)[1] for text in done.stdout.splitlines() if text and not text.startswith("#")]
    changes = sum(one != other for one, other in zip(sums, [None, *sums], strict=False))
    return Decoded(len(sums), changes, done.stderr.strip().splitlines())


def worst_psnr(video: Path, pictures: Path) -> float:
    """The lowest PSNR, in dB, of a slide's frame against its picture, over the three planes of 4:2:0."""
    facts = probe(video)
    video_format = VideoFormat(facts.width, facts.height, round(facts.fps))
    worst = math.inf
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        for chapter, path in zip(facts.chapters, sorted(pictures.glob("*.png")), strict=True):
            middle = (chapter.start_s + chapter.end_s) / 2
            container.seek(int(middle / stream.time_base), stream=stream)
            shown = next(frame for frame in container.decode(stream) if frame.time + 1 / facts.fps > middle)
            with Image.open(path) as picture:
                drawn = yuv_frame(fit_into_frame(picture, (facts.width, facts.height)), video_format)
            difference = shown.to_ndarray().astype(float) - drawn.to_ndarray().astype(float)
            worst = min(worst, 10 * math.log10(255**2 / max(1e-9, float((difference**2).mean()))))
    shutil.rmtree(pictures)
    return worst


def script_faults(deck: Path, video: Path, scratch: Path) -> list[str]:
    """The captions of the video and of the file beside it say the notes, word for word."""
    scripts = [clean_script(slide.notes) for slide in read_deck(deck, scratch).shown]
    wanted = "".join("".join(script.split()) for script in scripts if is_speakable(script))
    inside = "".join("".join(text.split()) for text in (caption.text for caption in probe(video).captions))
    faults = [] if inside == wanted else ["caption track is not the script"]
    subtitles = video.with_suffix(".srt")
    if subtitles.exists() != bool(wanted):
        faults.append("captions without a script, or the other way round")
    return faults


def line(row: Row) -> str:
    """The row of the table."""
    result = "; ".join(row.faults) or row.sentence or "ok"
    counts = f"{row.slides:4} slides {row.warnings:3} warnings" + (f" {row.psnr:5.1f} dB" if row.psnr else "")
    return f"{row.name[:48]:48} {row.status:9} {row.seconds:6.1f} s {row.duration_s:8.1f} s {counts}  {result}"


if __name__ == "__main__":
    sys.exit(main())
