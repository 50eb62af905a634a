"""The window's queue, with the real pool and a real child process."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore, Owner, Removal, this_owner
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

SETTINGS = RenderSettings()
TIMEOUT_MS = 15_000


@pytest.fixture
def status_of(store: JobStore) -> Callable[[str], JobStatus]:
    return lambda job_id: store.get(job_id).status


def wait_until_rendering(qtbot: QtBot, store: JobStore, job_id: str) -> None:
    """Until the child has told something, so that it is past its start."""
    qtbot.waitUntil(lambda: store.get(job_id).progress > 0, timeout=TIMEOUT_MS)


def test_dropped_decks_wait_until_they_are_started(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    with qtbot.waitSignals([queue.job_added] * 2, timeout=TIMEOUT_MS):
        first, second = queue.add([deck_at("good 1.pptx"), deck_at("good 2.pptx")], SETTINGS)
    assert queue.is_idle
    assert status_of(first) is JobStatus.PAUSED
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.start(second)
    assert (status_of(first), status_of(second)) == (JobStatus.PAUSED, JobStatus.DONE)


def test_jobs_run_one_after_the_other_in_their_order(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    ids = queue.add([deck_at(f"good {n}.pptx") for n in range(3)], SETTINGS)
    queue.reorder(ids[2], ids[0])
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        for job_id in reversed(ids):
            queue.start(job_id)
    jobs = sorted((store.get(job_id) for job_id in ids), key=lambda job: job.started_at)
    assert [job.job_id for job in jobs] == [ids[2], ids[0], ids[1]]
    assert all(before.completed_at <= after.started_at for before, after in pairwise(jobs))


def test_a_change_is_in_the_table_before_it_is_told(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    seen: list[JobStatus] = []
    queue.job_changed.connect(lambda job_id: seen.append(store.get(job_id).status))
    with qtbot.waitSignal(queue.finished, timeout=TIMEOUT_MS):
        queue.add([deck_at("good.pptx")], SETTINGS, start=True)
    assert seen[0] is JobStatus.RUNNING
    assert seen[-1] is JobStatus.DONE


def test_two_workers_render_two_decks_at_once(
    qtbot: QtBot, make_queue: Callable[..., JobQueue], store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    queue = make_queue(workers=2)
    ids = queue.add([deck_at(f"hang {n}.pptx") for n in range(3)], SETTINGS, start=True)
    for job_id in ids[:2]:
        wait_until_rendering(qtbot, store, job_id)
    assert store.counts()[JobStatus.RUNNING] == 2


def test_a_running_job_is_paused_and_goes_on_later(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    (job_id,) = queue.add([deck_at("hang.pptx")], SETTINGS, start=True)
    wait_until_rendering(qtbot, store, job_id)
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.pause(job_id)
        assert queue.is_ending(job_id)
    assert status_of(job_id) is JobStatus.PAUSED
    assert store.get(job_id).reason
    queue.start(job_id)
    wait_until_rendering(qtbot, store, job_id)
    assert store.get(job_id).attempts == 2


def test_a_waiting_job_is_held_and_cancelled_without_a_process(
    qtbot: QtBot, queue: JobQueue, deck_at: Callable[[str], Path], status_of: Callable[[str], JobStatus]
) -> None:
    with qtbot.waitSignal(queue.busy, timeout=TIMEOUT_MS):
        hanging, waiting = queue.add([deck_at("hang.pptx"), deck_at("good.pptx")], SETTINGS, start=True)
    queue.pause(waiting)
    assert status_of(waiting) is JobStatus.PAUSED
    queue.cancel(waiting)
    assert status_of(waiting) is JobStatus.CANCELLED
    assert queue.is_ours(hanging)


@pytest.mark.parametrize("deck", ["hang.pptx", "stubborn.pptx"])
def test_cancel_always_works_and_leaves_no_file(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
    deck: str,
) -> None:
    (job_id,) = queue.add([deck_at(deck)], SETTINGS, start=True)
    wait_until_rendering(qtbot, store, job_id)
    with qtbot.waitSignal(queue.finished, timeout=TIMEOUT_MS):
        queue.cancel(job_id)
    assert status_of(job_id) is JobStatus.CANCELLED
    assert [path.name for path in deck_at(deck).parent.iterdir()] == [deck]


def test_the_next_job_runs_after_one_that_failed(
    qtbot: QtBot, queue: JobQueue, deck_at: Callable[[str], Path], status_of: Callable[[str], JobStatus]
) -> None:
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        failing, good = queue.add([deck_at("fail.pptx"), deck_at("good.pptx")], SETTINGS, start=True)
    assert (status_of(failing), status_of(good)) == (JobStatus.FAILED, JobStatus.DONE)


def test_a_renderer_that_keeps_crashing_ends_its_job_and_no_other(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        crashing, good = queue.add([deck_at("crash.pptx"), deck_at("good.pptx")], SETTINGS, start=True)
    assert (status_of(crashing), store.get(crashing).attempts) == (JobStatus.FAILED, 3)
    assert status_of(good) is JobStatus.DONE


def test_a_job_without_a_place_for_its_video_does_not_stop_the_queue(
    qtbot: QtBot, queue: JobQueue, deck_at: Callable[[str], Path], status_of: Callable[[str], JobStatus]
) -> None:
    blocked = deck_at("a file, not a folder")
    with qtbot.waitSignal(queue.finished, timeout=TIMEOUT_MS):
        (nowhere,) = queue.add([deck_at("good.pptx")], RenderSettings(output=f"{blocked}/deeper/"), start=True)
    assert status_of(nowhere) is JobStatus.FAILED
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.add([deck_at("good.pptx")], SETTINGS, start=True)


def test_a_retry_is_a_new_job(qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]) -> None:
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        (failed,) = queue.add([deck_at("fail.pptx")], SETTINGS, start=True)
    with qtbot.waitSignals([queue.job_added, queue.idle], timeout=TIMEOUT_MS):
        queue.retry(failed)
    (again,) = [job for job in store.history() if job.job_id != failed]
    assert (again.retry_of, again.status) == (failed, JobStatus.FAILED)


def test_a_running_job_is_cancelled_and_then_removed(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    (job_id,) = queue.add([deck_at("hang.pptx")], SETTINGS, start=True)
    wait_until_rendering(qtbot, store, job_id)
    with qtbot.waitSignal(queue.job_removed, timeout=TIMEOUT_MS, check_params_cb=lambda gone: gone == job_id):
        queue.remove([job_id])
    assert store.count() == 0


def test_a_done_job_is_removed_with_its_video(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        (job_id,) = queue.add([deck_at("good.pptx")], SETTINGS, start=True)
    video = store.get(job_id).video_path
    with qtbot.waitSignal(queue.removed, timeout=TIMEOUT_MS) as told:
        queue.remove([job_id], with_files=True)
    assert told.args == [Removal((job_id,), deleted_files=(video,))]
    assert not Path(video).exists()


def test_closing_queues_what_runs_and_the_next_launch_goes_on(
    qtbot: QtBot,
    make_queue: Callable[..., JobQueue],
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    queue = make_queue()
    running, waiting = queue.add([deck_at("hang.pptx"), deck_at("good.pptx")], SETTINGS, start=True)
    wait_until_rendering(qtbot, store, running)
    with qtbot.waitSignal(queue.stopped, timeout=TIMEOUT_MS):
        queue.stop()
    assert (status_of(running), status_of(waiting)) == (JobStatus.QUEUED, JobStatus.QUEUED)
    assert "closed" in store.get(running).reason
    next_launch = make_queue()
    next_launch.recover()
    wait_until_rendering(qtbot, store, running)
    assert (store.get(running).attempts, store.get(running).unclean_ends) == (2, 0)


def test_a_queue_that_is_stopped_as_a_job_ends_needs_the_store_no_more_once_it_has_stopped(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    queue.finished.connect(queue.stop)
    queue.stopped.connect(store.close)
    with qtbot.waitSignals([queue.idle, queue.stopped], timeout=TIMEOUT_MS):
        queue.add([deck_at("good.pptx")], SETTINGS, start=True)
    QCoreApplication.processEvents()
    assert queue.is_idle


def test_an_idle_queue_stops_at_once(qtbot: QtBot, queue: JobQueue) -> None:
    with qtbot.waitSignal(queue.stopped, timeout=TIMEOUT_MS):
        queue.stop()


def test_what_a_dead_process_left_behind_goes_on_at_launch(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    paths: DataPaths,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    job = store.create(deck_at("good.pptx"), SETTINGS, JobStatus.QUEUED)
    store.claim(job.job_id, Owner(1, 1.0, "another boot"), str(deck_at("good.mp4")))
    (paths.scratch / f"{job.job_id}-1").mkdir(parents=True)
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.recover()
    assert (status_of(job.job_id), store.get(job.job_id).attempts) == (JobStatus.DONE, 2)
    assert list(paths.scratch.iterdir()) == []


def test_a_job_of_a_living_process_is_left_alone(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    job = store.create(deck_at("good.pptx"), SETTINGS, JobStatus.QUEUED)
    store.claim(job.job_id, this_owner())
    queue.recover()
    for control in (queue.pause, queue.cancel):
        with qtbot.waitSignal(
            queue.trouble, timeout=TIMEOUT_MS, check_params_cb=lambda said: "another process" in said
        ):
            control(job.job_id)
    with qtbot.waitSignal(queue.trouble, timeout=TIMEOUT_MS):
        queue.remove([job.job_id])
    assert status_of(job.job_id) is JobStatus.RUNNING


def test_what_a_terminal_does_is_shown_live(
    qtbot: QtBot, queue: JobQueue, store: JobStore, paths: DataPaths, deck_at: Callable[[str], Path]
) -> None:
    with JobStore(paths.database) as terminal:
        with qtbot.waitSignal(queue.job_added, timeout=TIMEOUT_MS):
            job = terminal.create(deck_at("good.pptx"), SETTINGS)
        with qtbot.waitSignal(queue.job_changed, timeout=TIMEOUT_MS, check_params_cb=lambda told: told == job.job_id):
            terminal.update_settings(job.job_id, RenderSettings(fps=25))
        with qtbot.waitSignal(queue.table_changed, timeout=TIMEOUT_MS):
            terminal.remove([job.job_id])


def test_a_job_that_a_terminal_queues_is_rendered_by_the_window(
    qtbot: QtBot,
    queue: JobQueue,
    paths: DataPaths,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
) -> None:
    with JobStore(paths.database) as terminal:
        job = terminal.create(deck_at("good.pptx"), SETTINGS, JobStatus.QUEUED)
    qtbot.waitUntil(lambda: status_of(job.job_id) is JobStatus.DONE, timeout=TIMEOUT_MS)


def test_an_unknown_job_is_trouble_and_no_exception(qtbot: QtBot, queue: JobQueue) -> None:
    for command in (queue.start, queue.pause, queue.cancel, queue.retry):
        with qtbot.waitSignal(queue.trouble, timeout=TIMEOUT_MS):
            command("unknown")


def test_signals_reach_the_window_five_thousand_times() -> None:
    """Some versions of PySide6 abort after some 550 signals from a pool's thread (see pyproject.toml)."""
    code = textwrap.dedent("""
        from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
        class Owner(QObject):
            told = Signal(object, object)
        class Task(QRunnable):
            def __init__(self, tell):
                super().__init__()
                self.tell = tell
            def run(self):
                for number in range(5000):
                    self.tell(number % 2 == 0, number)
        app, owner, got = QCoreApplication([]), Owner(), []
        owner.told.connect(lambda even, number: got.append(number) or (number == 4999 and app.quit()))
        QThreadPool.globalInstance().start(Task(owner.told.emit))
        app.exec()
        print(len(got))
    """)
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (process.returncode, process.stdout.strip()) == (0, "5000"), process.stderr


def test_a_list_that_is_locked_for_a_while_does_not_stop_the_queue(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    status_of: Callable[[str], JobStatus],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("slidecast_gui.jobs.queue.job_queue.TRY_AGAIN_AFTER_MS", 20)
    store._database.execute_sql("PRAGMA busy_timeout = 10")
    job = store.create(deck_at("good.pptx"), SETTINGS, JobStatus.QUEUED)
    told: list[str] = []
    queue.trouble.connect(told.append)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        queue._fill()
        assert len(told) == 1
        with qtbot.waitSignals([queue._due.timeout] * 3, timeout=TIMEOUT_MS):
            pass
        assert len(told) == 1
        assert status_of(job.job_id) is JobStatus.QUEUED
        holder.execute("ROLLBACK")
    qtbot.waitUntil(lambda: status_of(job.job_id) is JobStatus.DONE, timeout=TIMEOUT_MS)
