"""How fast the window opens over many past jobs, and how long it ever keeps the presenter waiting.

    python tests/benchmarks/bench_window.py [--runs 5] [--jobs 10000] [--rows 1000] [--slides 30] [--waiting 4000]

Prints what opening costs beyond importing Qt, with no jobs and with many; then the longest gap between two ticks of a
5 ms timer while two decks render in a window that has come to rest, and the list is scrolled and searched, with
`--waiting` other decks in the queue. Beside it the longest gap of a program that does nothing but tick: that much is
the machine's, not the window's. Of each gap the processor time of the window's thread is counted as well: what is
waited for beyond it is other programs' work.
All run from bytecode, as an installed program does; a first launch that is not counted writes it. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from slidecast_gui.app import Program

TICK_MS = 5
TOUCH_MS = 120
SETTLES_MS = 4000
SEARCHES = ("", "talk", "talk about 7", "nothing like it", "Talk number 42", "")


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=10_000, help="past jobs the window is opened over")
    parser.add_argument("--rows", type=int, default=1_000, help="jobs in the list while decks render")
    parser.add_argument("--slides", type=int, default=30, help="slides of each of the two decks")
    parser.add_argument("--waiting", type=int, default=0, help="decks that wait behind those two")
    parser.add_argument("--child", choices=("open", "render", "tick"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        children = {"open": open_once, "render": render_and_watch, "tick": tick_only}
        print(json.dumps(children[arguments.child](arguments.folder)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        report_opening(Path(folder), arguments.jobs, arguments.runs)
        report_gaps(Path(folder), arguments.rows, arguments.slides, arguments.waiting)
    return 0


def report_opening(folder: Path, jobs: int, runs: int) -> None:
    """The window with no jobs, with `jobs`, and with those looked through first, as once a day and after a crash.

    In turn, so that all meet the same machine.
    """
    for count in (0, jobs):
        prepare(folder / str(count), count, ended=1.0)
    run_child("open", folder / "0")
    ways = ((0, ""), (jobs, ""), (jobs, " looked through first"))
    took: dict[tuple[int, str], list[dict[str, float]]] = {way: [] for way in ways}
    for _ in range(runs):
        for (count, looked_through), times in took.items():
            data = folder / str(count)
            if looked_through:
                for mark in data.glob("*.checked"):
                    mark.unlink()
            times.append(run_child("open", data))
    for (count, looked_through), times in took.items():
        qt, shown = (statistics.median(one[name] for one in times) for name in ("qt_s", "shown_s"))
        print(
            f"{count:6} past jobs{looked_through}: window painted {shown:.2f} s after Qt was imported"
            f" (Qt itself: {qt:.2f} s)"
        )


def report_gaps(folder: Path, rows: int, slides: int, waiting: int) -> None:
    """Two decks render one after the other while somebody scrolls and searches."""
    from bench_talk import write_talk

    data = folder / "gaps"
    prepare(data, rows + waiting, ended=rows / (rows + waiting))
    for name in ("first", "second"):
        write_talk(data / f"{name}.pptx", slides)
    words = command("tick", data)
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as bare:
        window = run_child("render", data)
        machine = json.loads(bare.communicate("done\n")[0])
    print(f"two decks of {slides} slides took {window['took_s']:.1f} s under {rows} past jobs and {waiting} waiting")
    for name, gaps in (("window", window), ("bare timer", machine)):
        gap, most, work = gaps["longest_ms"], gaps["p999_ms"], gaps["longest_work_ms"]
        print(f"{name:>12}: longest gap {gap:.0f} ms, 999 of 1000 below {most:.0f} ms; most work in one {work:.0f} ms")
    print(f"{'window':>12}: gaps over 50 ms: {window['over_50']:.0f} of {window['ticks']:.0f}")


def prepare(data: Path, jobs: int, ended: float) -> None:
    """A data folder with a filled list."""
    from many_jobs import fill

    from slidecast_gui.jobs import JobStore
    from slidecast_gui.paths import data_paths

    with JobStore(data_paths(data).database) as store:
        fill(store, jobs, ended=ended)


def command(child: str, folder: Path) -> list[str]:
    """The words that start this script as one of its children."""
    return [sys.executable, __file__, "--child", child, "--folder", str(folder)]


def run_child(child: str, folder: Path) -> dict[str, float]:
    """What a child of this script measured."""
    made = subprocess.run(command(child, folder), stdout=subprocess.PIPE, check=True, text=True)
    result: dict[str, float] = json.loads(made.stdout)
    return result


def open_once(folder: Path) -> dict[str, float]:
    """Seconds to import Qt, and from there until the window has been painted and answers."""
    begun = time.perf_counter()
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401 - their import is what is timed

    imported = time.perf_counter()
    program = open_program(folder)
    assert program.window is not None
    program.window.grab()
    QtWidgets.QApplication.processEvents()
    shown = time.perf_counter()
    leave(program)
    return {"qt_s": imported - begun, "shown_s": shown - imported}


def open_program(folder: Path) -> Program:
    """The program as the command opens it, over the data in `folder`."""
    from slidecast_gui.system.collector import hold_collector, release_collector

    hold_collector()
    from slidecast_gui.app import Program, _application
    from slidecast_gui.paths import data_paths

    program = Program(_application(), data_paths(folder), [])
    program.open()
    release_collector()
    return program


def leave(program: Program) -> None:
    """As a presenter does: a list of jobs that was not closed is looked through at the next launch."""
    from PySide6.QtWidgets import QApplication

    # To quit is to leave as well: Qt closes the windows first.
    if program.window is not None and not program.window.closing.stopped:
        program.leave()
        QApplication.exec()


class Ticks:
    """A timer that notes how late it was, and how long the thread had worked meanwhile."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last = time.perf_counter(), time.thread_time()
        self._late: list[float] = []
        self._worked: list[float] = []
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def result(self) -> dict[str, float]:
        """Milliseconds between ticks."""
        gaps = sorted(self._late)
        over = sum(gap > 50 for gap in gaps)
        p999 = gaps[int(len(gaps) * 0.999)]
        return {
            "longest_ms": gaps[-1], "p999_ms": p999, "over_50": over, "ticks": len(gaps),
            "longest_work_ms": max(self._worked),
        }  # fmt: skip

    def _note(self) -> None:
        moment, worked = time.perf_counter(), time.thread_time()
        self._late.append((moment - self._last[0]) * 1000)
        self._worked.append((worked - self._last[1]) * 1000)
        self._last = moment, worked


def render_and_watch(folder: Path) -> dict[str, float]:
    """Two decks from drop to video in a window that is used meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from slidecast_gui.jobs.queue import JobQueue

    program = open_program(folder)
    window = program.window
    assert window is not None
    searches, left = cycle(SEARCHES), {1, 2}
    # Not by quitting, which closes the window: what that takes is no part of rendering.
    settled, rendered = QEventLoop(), QEventLoop()
    bar = window.jobs_page.list.verticalScrollBar()
    touch = QTimer(interval=TOUCH_MS)
    touches = cycle(range(10))

    def use() -> None:
        number = next(touches)
        if number == 9:
            window.top_bar.search.setText(next(searches))
        else:
            bar.setValue((bar.value() + bar.pageStep()) % max(1, bar.maximum()))

    def ended(_job_id: str) -> None:
        left.pop()
        if not left:
            rendered.quit()

    queue = QApplication.instance().findChild(JobQueue)
    queue.finished.connect(ended)
    touch.timeout.connect(use)
    # What opening takes is the other table's, with the pictures and voices that are looked for after it.
    window.grab()
    QTimer.singleShot(SETTLES_MS, settled.quit)
    settled.exec()
    ticks, begun = Ticks(), time.perf_counter()
    window.add_paths([folder / "first.pptx", folder / "second.pptx"], start=True)
    touch.start()
    rendered.exec()
    touch.stop()
    result = {**ticks.result(), "took_s": time.perf_counter() - begun}
    leave(program)
    return result


def tick_only(_folder: Path) -> dict[str, float]:
    """A Qt program that does nothing, until its standard input ends."""
    from PySide6.QtCore import QCoreApplication, QSocketNotifier

    app = QCoreApplication([])
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(app.quit)
    ticks = Ticks()
    app.exec()
    return ticks.result()


if __name__ == "__main__":
    sys.exit(main())
