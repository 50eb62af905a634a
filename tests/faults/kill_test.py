"""Kills Slidecast at random moments of a real render and sees whether the job gets done all the same. Run by hand:

    python tests/faults/kill_test.py [--seed 1] [--count 200] [--keep DIR]

Each run starts the window with a deck of 12 slides with notes, and at a random moment ends the window's process, the
render's, or both, with SIGKILL. Every fourth run waits for the short while in which the result is put together and
given its name, and strikes there. Then the window is started again. Without further help the job must end as `done`,
the video must decode to the frames and samples of a run that nobody disturbed, its captions must be the same, the
database must be sound, and nothing temporary may be left. Prints a table of the outcomes; exits with 1 where anything
is not so.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import av
import psutil
from pptx import Presentation
from pptx.util import Inches

from slidecast_gui.paths import DataPaths, data_paths
from slidecast_gui.preferences import Preferences, save_preferences
from slidecast_gui.settings import RenderSettings

CHECKOUT = Path(__file__).parents[2]
SETTINGS = RenderSettings(size="720p", fps=24, renderer="builtin", transition="fade")
VICTIMS = ("window", "child", "both")
RESULT = {"talk.pptx", "talk.mp4", "talk.srt", "talk.vtt"}
TEMPORARY = (".part", ".unfinished", ".tmp")
STRIKES_AT_THE_END = 4
"""One run in so many."""
THE_END_TAKES_S = 0.4
DONE_WITHIN_S = 180.0
LOOK_EVERY_S = 0.02


@dataclass
class Outcome:
    """One run: who was killed when, and what came of it."""

    victim: str
    after_s: float
    killed: str = ""
    """What the job's row said when the kill came."""
    status: str = ""
    attempts: int = 0
    made: int = 0
    reused: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reference:
    """The run that nobody disturbed."""

    digest: str
    seconds: float
    """From the moment the job was in the table until it was done."""


class Bench:
    """A deck and a data folder of their own, and the windows that are opened on them."""

    def __init__(self, folder: Path) -> None:
        self.deck = folder / "talks" / "talk.pptx"
        self.paths: DataPaths = data_paths(folder / "data")
        self.processes: dict[int, psutil.Process] = {}
        self._windows: list[subprocess.Popen[bytes]] = []
        self._log = (folder / "windows.log").open("ab")
        self._temporary = folder / "tmp"
        self._temporary.mkdir()
        write_deck(self.deck)
        save_preferences(self.paths.preferences, Preferences(render=SETTINGS))

    def open_window(self, *decks: Path) -> psutil.Process:
        """Starts the program as the presenter does."""
        words = [sys.executable, "-m", "slidecast_gui", "--data-dir", str(self.paths.data), *map(str, decks)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)}
        environment["TMPDIR"] = str(self._temporary)
        self._windows.append(subprocess.Popen(words, cwd=CHECKOUT, env=environment, stdout=self._log, stderr=self._log))
        return self._noted(psutil.Process(self._windows[-1].pid))

    def row(self) -> sqlite3.Row | None:
        """The job as it is now; None as long as there is none."""
        if not self.paths.database.exists():
            return None
        with closing(sqlite3.connect(f"{self.paths.database.as_uri()}?mode=ro", uri=True, timeout=10)) as database:
            database.row_factory = sqlite3.Row
            try:
                return database.execute("SELECT * FROM job").fetchone()
            except sqlite3.OperationalError:
                return None  # The window is still making its tables.

    def await_row(self, wanted: Callable[[sqlite3.Row | None], bool], within_s: float) -> sqlite3.Row | None:
        """The job as soon as it is as wanted, or as it is when the time is over."""
        end = time.monotonic() + within_s
        while not wanted(row := self.row()) and time.monotonic() < end:
            self.children()
            time.sleep(LOOK_EVERY_S)
        return row

    def await_end_begins(self, within_s: float) -> None:
        """Waits until the render has begun to put its result together, beside the deck."""
        end = time.monotonic() + within_s
        while not any(self.deck.parent.glob(".*.part")) and not is_ended(self.row()) and time.monotonic() < end:
            time.sleep(LOOK_EVERY_S / 4)

    def children(self) -> list[psutil.Process]:
        """What the windows have started and is alive."""
        found = []
        for window in self._windows:
            with suppress(psutil.NoSuchProcess):
                found += [self._noted(child) for child in psutil.Process(window.pid).children(recursive=True)]
        return found

    def close(self) -> None:
        """Ends the windows, and waits for everything that they ever started."""
        self.children()
        for window in self._windows:
            window.kill()
            window.wait()
        _, alive = psutil.wait_procs(list(self.processes.values()), timeout=30)
        for process in alive:
            process.kill()
        self._log.close()

    def exit_status(self, within_s: float) -> int:
        """How the first window has ended."""
        return self._windows[0].wait(within_s)

    def left_behind(self) -> list[str]:
        """Files and folders that are neither the result nor what is kept for the next job."""
        strange = {path.name for path in self.deck.parent.iterdir()} - RESULT
        strange |= {path.name for path in self.paths.data.rglob("*") if path.name.endswith(TEMPORARY)}
        if self.paths.scratch.is_dir():
            strange |= {f"scratch/{path.name}" for path in self.paths.scratch.iterdir()}
        # The window that is still open at the end has its socket there.
        strange |= {f"tmp/{path.name}" for path in self._temporary.iterdir() if not path.is_socket()}
        return sorted(strange)

    def _noted(self, process: psutil.Process) -> psutil.Process:
        return self.processes.setdefault(process.pid, process)


def write_deck(path: Path) -> None:
    """12 slides, each with notes of a few words and a table, so that drawing takes its time as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    presentation = Presentation()
    for number in range(1, 13):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}"
        slide.notes_slide.notes_text_frame.text = f"This is what is said on slide {number}. And then a little more."
        table = slide.shapes.add_table(6, 4, Inches(1), Inches(2), Inches(8), Inches(4)).table
        for row in range(6):
            for column in range(4):
                table.cell(row, column).text = f"{number} {row} {column}"
    presentation.save(str(path))


def digest(video: Path) -> str:
    """A hash of every decoded frame and sample, in order, and of the captions beside the video."""
    hashed = hashlib.sha256()
    for ending in (".srt", ".vtt"):
        hashed.update(video.with_suffix(ending).read_bytes())
    for kind in ("video", "audio"):
        with av.open(str(video)) as container:
            for frame in container.decode(**{kind: 0}):
                hashed.update(str(frame.pts).encode())
                hashed.update(frame.to_ndarray().tobytes())
    return hashed.hexdigest()


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """A bench whose processes have ended when it is left."""
    folder.mkdir(parents=True)
    opened = Bench(folder)
    try:
        yield opened
    finally:
        opened.close()


def is_ended(row: sqlite3.Row | None) -> bool:
    """Whether nothing more will happen to the job."""
    return row is not None and row["status"] in ("done", "failed", "cancelled")


def undisturbed(folder: Path) -> Reference:
    """The result that every other run is held against, and how long it takes."""
    with bench(folder) as quiet:
        quiet.open_window(quiet.deck)
        quiet.await_row(lambda row: row is not None, DONE_WITHIN_S)
        started = time.monotonic()
        row = quiet.await_row(is_ended, DONE_WITHIN_S)
        seconds = time.monotonic() - started
    if row is None or row["status"] != "done":
        raise SystemExit(f"the render that nobody disturbed did not end well: {row and row['error']}")
    return Reference(digest(Path(row["video_path"])), seconds)


def disturbed(folder: Path, victim: str, after_s: float, reference: Reference, *, at_the_end: bool) -> Outcome:
    """One run with its kill, `after_s` seconds after the render began, or after its end did."""
    outcome = Outcome(victim, after_s)
    started = time.monotonic()
    with bench(folder) as killed:
        window = killed.open_window(killed.deck)
        killed.await_row(lambda row: row is not None, DONE_WITHIN_S)
        if at_the_end:
            killed.await_end_begins(DONE_WITHIN_S)
        row = killed.await_row(is_ended, after_s)
        outcome.killed = f"{row['status']} {row['progress']} %" if row is not None else "no job"
        end(killed, window, victim)
        if not window.is_running() or window.status() == psutil.STATUS_ZOMBIE:
            killed.open_window()
        row = killed.await_row(is_ended, DONE_WITHIN_S)
    outcome.seconds = time.monotonic() - started
    if row is not None:
        outcome.status, outcome.attempts = row["status"], row["attempts"]
        outcome.made, outcome.reused = row["pieces_made"], row["pieces_reused"]
    outcome.faults += faults(killed, row, reference)
    return outcome


def end(killed: Bench, window: psutil.Process, victim: str) -> None:
    """The kill: processes found first, so that no word goes from one to the other between two signals."""
    victims = killed.children() if victim in ("child", "both") else []
    if victim in ("window", "both"):
        victims.insert(0, window)
    for process in victims:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    if victim != "child":
        window.wait()


def faults(killed: Bench, row: sqlite3.Row | None, reference: Reference) -> list[str]:
    """What does not hold after all that."""
    if row is None or row["status"] != "done":
        return [f"not done: {row['error'] or row['reason']}" if row is not None else "the job is gone"]
    found = []
    if digest(Path(row["video_path"])) != reference.digest:
        found.append("another video")
    with closing(sqlite3.connect(killed.paths.database)) as database:
        (said,) = database.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        found.append(f"database: {said}")
    if left := killed.left_behind():
        found.append(f"left behind: {', '.join(left)}")
    return found


def rounds(seed: int, count: int, folder: Path) -> Iterator[Outcome]:
    """The runs of a seed, one by one. Each victim has its turn; the moments are spread over a whole render."""
    dice = random.Random(seed)
    reference = undisturbed(folder / "undisturbed")
    for number in range(count):
        victim = VICTIMS[number % len(VICTIMS)]
        at_the_end = number % STRIKES_AT_THE_END == STRIKES_AT_THE_END - 1
        after_s = dice.uniform(0, THE_END_TAKES_S if at_the_end else reference.seconds)
        yield disturbed(folder / f"{number:03}", victim, after_s, reference, at_the_end=at_the_end)


def line(number: int, outcome: Outcome) -> str:
    """The row of the table."""
    facts = f"{outcome.status:7} {outcome.attempts:2} attempts {outcome.made:3} made {outcome.reused:3} reused"
    result = "; ".join(outcome.faults) or "ok"
    kill = f"{outcome.victim:7} {outcome.after_s:6.2f} s {outcome.killed:14}"
    return f"{number:4} {kill} {facts} {outcome.seconds:6.1f} s  {result}"


def main() -> int:
    """Kill as often as asked; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="work in this folder, and leave everything there")
    arguments = parser.parse_args()
    outcomes = []
    with tempfile.TemporaryDirectory() as temporary:
        for outcome in rounds(arguments.seed, arguments.count, arguments.keep or Path(temporary)):
            outcomes.append(outcome)
            print(line(len(outcomes), outcome), flush=True)
    for victim, total in Counter(outcome.victim for outcome in outcomes).items():
        held = sum(outcome.victim == victim and not outcome.faults for outcome in outcomes)
        print(f"{victim:7} {total:4} killed {held:4} as if nothing had happened")
    return 1 if any(outcome.faults for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
