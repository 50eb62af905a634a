"""The system ends a session: renders are stopped and put back, whoever runs them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from kill_test import SETTINGS, bench, write_deck
from pytestqt.qtbot import QtBot
from test_two_and_time import terminal

from slidecast_gui.events import Event, Finished, Progress, Stage
from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import data_paths
from slidecast_gui.spec import RenderSpec

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to one process")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_window_puts_its_job_back_and_leaves(tmp_path: Path, name: str) -> None:
    with bench(tmp_path / "bench") as session:
        window = session.open_window(session.deck)
        session.await_row(lambda row: row is not None and row["progress"] > 5, 60)
        children = session.children()
        window.send_signal(signal.Signals[name])
        assert session.exit_status(within_s=20) == 0
        row = session.row()
        assert row is not None
        assert (row["status"], row["owner"], row["attempts"], row["unclean_ends"]) == ("queued", None, 1, 0)
        assert row["reason"] == "Slidecast was closed; it goes on from what is finished."
        assert children
        assert not any(child.is_running() for child in children)
    assert session.left_behind() == []


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_terminal_leaves_its_jobs_in_the_queue(tmp_path: Path, name: str) -> None:
    with bench(tmp_path / "bench") as session:
        deck, data = session.deck, session.paths.data
        other = deck.with_name("other.pptx")
        other.write_bytes(deck.read_bytes())
        process = terminal(deck, data, str(other))
        begun(process)
        process.send_signal(signal.Signals[name])
        process.communicate(timeout=30)
        assert process.returncode == 130
        with JobStore(data_paths(data).database) as store:
            jobs = store.queue()
        assert [job.status for job in jobs] == [JobStatus.QUEUED] * 2
        assert {job.reason for job in jobs} == {"The terminal was ended; it goes on from what is finished."}
        assert [(job.attempts, job.unclean_ends, job.owner) for job in jobs] == [(1, 0, None), (0, 0, None)]


def test_a_suspended_terminal_keeps_its_job(tmp_path: Path) -> None:
    with bench(tmp_path / "bench") as session:
        process = terminal(session.deck, session.paths.data)
        begun(process)
        process.send_signal(signal.SIGSTOP)
        session.open_window()
        assert session.await_row(lambda row: row is not None and row["attempts"] != 1, 3) is not None
        row = session.row()
        assert row is not None
        assert (row["status"], row["attempts"]) == ("running", 1)
        process.send_signal(signal.SIGCONT)
        process.communicate(timeout=120)
        row = session.row()
        assert row is not None
        assert (row["status"], row["attempts"], row["unclean_ends"]) == ("done", 1, 0)


def begun(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    next(event for event in map(json.loads, process.stdout) if event.get("fraction", 0) > 0.1)
    assert psutil.pid_exists(process.pid)


class StageWatch(RenderChild):
    """A real child; `reached` is set when its render tells of a stage for the first time."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.reached = threading.Event()
        self._stage = stage

    def run(self, spec: RenderSpec, on_event: Callable[[Event], None], cancelled: threading.Event) -> Finished:
        def told(event: Event) -> None:
            if isinstance(event, Progress) and event.stage is self._stage:
                self.reached.set()
            on_event(event)

        return super().run(spec, told, cancelled)


@pytest.mark.parametrize("stage", [Stage.READING, Stage.SLIDES, Stage.VIDEO])
def test_a_queue_that_is_stopped_in_any_stage_goes_on_at_the_next_launch(
    tmp_path: Path, qtbot: QtBot, stage: Stage
) -> None:
    deck, paths = tmp_path / "talks" / "talk.pptx", data_paths(tmp_path / "data")
    write_deck(deck)
    with JobStore(paths.database) as store:
        child = StageWatch(stage)
        queue = JobQueue(store, paths, child=child)
        (job_id,) = queue.add([deck], SETTINGS, start=True)
        qtbot.waitUntil(child.reached.is_set, timeout=60_000)
        with qtbot.waitSignal(queue.stopped, timeout=20_000):
            queue.stop()
        assert (store.get(job_id).status, store.get(job_id).unclean_ends) == (JobStatus.QUEUED, 0)
        assert [path.name for path in deck.parent.iterdir()] == ["talk.pptx"]
        assert list(paths.scratch.iterdir()) == []
        again = JobQueue(store, paths)
        with qtbot.waitSignal(again.finished, timeout=120_000):
            again.recover()
        assert (store.get(job_id).status, store.get(job_id).attempts) == (JobStatus.DONE, 2)
        with qtbot.waitSignal(again.stopped):
            again.stop()
