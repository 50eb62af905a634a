"""Renders every file of a folder of hostile decks and holds each to its limits. Run by hand:

    python tests/faults/bad_corpus.py FOLDER [--only TEXT] [--seconds 20] [--megabytes 1000]

Each file must end in a video (exit 0) or in one sentence (exit 1), without a traceback, in that time, with no more
memory than that in all its processes together, and with nothing left behind: beside the video, in the scratch folder,
in the system's temporary folder. Prints the table, the slowest and largest last; exits with 1 if anything does not
hold. `test_bad_decks.py` does the same, time and memory aside, for the worst of them and some of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).parents[2]
MEASURE_EVERY_S = 0.05
GIVE_UP_AFTER_S = 120.0


@dataclass
class Row:
    """What became of one file."""

    name: str
    exit_status: int = -1
    seconds: float = 0.0
    peak_mb: float = 0.0
    """Of all processes that took part, together."""
    said: str = ""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        result = "; ".join(self.faults) or self.said.partition("\n")[0] or "a video"
        return (
            f"{self.name[:40]:40} exit {self.exit_status} {self.seconds:5.1f} s {self.peak_mb:5.0f} MB  {result[:110]}"
        )


def main() -> int:
    """Check the folder; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only files whose name has this")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--megabytes", type=float, default=1000)
    arguments = parser.parse_args()
    # Whatever is there: pipes and links to devices are hostile too.
    files = (path for path in sorted(arguments.folder.iterdir()) if arguments.only in path.name)
    rows = []
    for deck in files:
        if deck.suffix not in (".md", ".csv"):
            rows.append(check(deck))
            rows[-1].faults += too_much(rows[-1], arguments.seconds, arguments.megabytes)
            print(rows[-1], flush=True)
    faulty = [row for row in rows if row.faults]
    print("\nslowest and largest:")
    for row in {
        id(row): row for key in ("seconds", "peak_mb") for row in sorted(rows, key=lambda row: -getattr(row, key))[:4]
    }.values():
        print(row)
    print(f"{len(rows)} files, {sum(row.exit_status == 0 for row in rows)} videos, {len(faulty)} with faults")
    return 1 if faulty else 0


def check(deck: Path, *options: str) -> Row:
    """Render one file with the real command; see how it ended, what it took and what it left."""
    row = Row(deck.name)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        out, data, temporary = work / "out", work / "data", work / "tmp"
        for folder in (out, temporary):
            folder.mkdir()
        words = [sys.executable, "-m", "slidecast_gui", "--data-dir", str(data), "render", str(deck), "-o", f"{out}/"]
        environment = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "PYTHONPATH": str(CHECKOUT)}
        started = time.monotonic()
        with (work / "said.txt").open("w+") as said:
            process = psutil.Popen(
                [*words, "--preset", "720p", *options],
                cwd=CHECKOUT,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
            row.peak_mb = watched(process) / 1e6
            row.exit_status, row.seconds = process.wait(), time.monotonic() - started
            said.seek(0)
            row.said = said.read().strip()
        row.faults += left_behind(out, data, temporary)
    row.faults += not_as_it_should(row)
    return row


def watched(process: psutil.Popen) -> int:
    """The most bytes that the process and all it started had in memory at once; ends what never ends."""
    peak, started = 0, time.monotonic()
    while process.poll() is None:
        family = [process]
        with suppress(psutil.Error):
            family += process.children(recursive=True)
        peak = max(peak, sum(map(memory_of, family)))
        if time.monotonic() - started > GIVE_UP_AFTER_S:
            for member in family:
                with suppress(psutil.Error):
                    member.kill()
        time.sleep(MEASURE_EVERY_S)
    return peak


def memory_of(process: psutil.Process) -> int:
    """Bytes in memory; none of one that has just ended."""
    with suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0


def left_behind(out: Path, data: Path, temporary: Path) -> list[str]:
    """What is there that nobody asked for."""
    strange = [path.name for path in out.iterdir() if path.suffix not in (".mp4", ".srt", ".vtt")]
    strange += [path.name for path in data.rglob("*") if path.suffix in (".part", ".unfinished")]
    strange += [
        path.name for folder in (data / "cache" / "scratch", temporary) if folder.is_dir() for path in folder.iterdir()
    ]
    return [f"left behind: {', '.join(strange)}"] if strange else []


def too_much(row: Row, seconds: float, megabytes: float) -> list[str]:
    """What the run took too much of."""
    faults = [f"more than {seconds:.0f} s"] if row.seconds > seconds else []
    return [*faults, f"more than {megabytes:.0f} MB"] if row.peak_mb > megabytes else faults


def not_as_it_should(row: Row) -> list[str]:
    """How the run ended otherwise than with a video, or one sentence."""
    faults = [f"exit status {row.exit_status}"] if row.exit_status not in (0, 1) else []
    if "Traceback" in row.said or (row.exit_status == 1 and len(row.said.splitlines()) != 1):
        faults.append(f"not one sentence: {row.said[-200:]}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
