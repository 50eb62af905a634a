"""What presenters ask of a queue, with the real pool and a real child process."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Hold, JobStatus, JobStore, Owner
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings

SETTINGS = RenderSettings()
TIMEOUT_MS = 15_000


def test_pausing_all_stops_what_runs_and_going_on_starts_it_again(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    first, second = queue.add([deck_at("hang.pptx"), deck_at("good.pptx")], SETTINGS, start=True)
    qtbot.waitUntil(lambda: store.get(first).progress > 0, timeout=TIMEOUT_MS)
    with qtbot.waitSignals([queue.idle, queue.hold_changed], timeout=TIMEOUT_MS):
        queue.pause_all()
    assert queue.hold is Hold.ALL
    assert [store.get(job_id).status for job_id in (first, second)] == [JobStatus.QUEUED] * 2
    assert "paused" in store.get(first).reason
    queue.go_on()
    assert queue.hold is Hold.OFF
    assert store.get(first).status is JobStatus.RUNNING


def test_pausing_after_the_current_job_ends_with_a_paused_queue(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    with qtbot.waitSignal(queue.busy, timeout=TIMEOUT_MS):
        first, second = queue.add([deck_at("good 1.pptx"), deck_at("good 2.pptx")], SETTINGS, start=True)
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.pause_after_current()
    assert store.get(first).status is JobStatus.DONE
    assert store.get(second).status is JobStatus.QUEUED
    assert queue.hold is Hold.ALL
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.go_on()
    assert store.get(second).status is JobStatus.DONE


def test_a_pause_from_a_terminal_stops_the_window(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    (job_id,) = queue.add([deck_at("hang.pptx")], SETTINGS, start=True)
    qtbot.waitUntil(lambda: store.get(job_id).progress > 0, timeout=TIMEOUT_MS)
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS), JobStore(store.path) as terminal:
        terminal.pause_queue()
    assert store.get(job_id).status is JobStatus.QUEUED


def test_the_deck_of_an_added_job_is_noted(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    deck = deck_at("good.pptx")
    (job_id,) = queue.add([deck], SETTINGS)
    expected = hashlib.sha256(deck.read_bytes()).hexdigest()
    qtbot.waitUntil(lambda: store.get(job_id).deck_sha256 == expected, timeout=TIMEOUT_MS)


def test_a_second_job_for_one_file_is_told(queue: JobQueue, deck_at: Callable[[str], Path], qtbot: QtBot) -> None:
    deck = deck_at("good.pptx")
    queue.add([deck], SETTINGS)
    with qtbot.waitSignal(queue.trouble, timeout=TIMEOUT_MS) as told:
        queue.add([deck], SETTINGS)
    assert "good (2).mp4" in told.args[0]


def test_all_that_failed_is_tried_again(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    with qtbot.waitSignals([queue.finished] * 2, timeout=TIMEOUT_MS):
        queue.add([deck_at("fail 1.pptx"), deck_at("fail 2.pptx")], SETTINGS, start=True)
    with qtbot.waitSignals([queue.finished] * 2, timeout=TIMEOUT_MS):
        queue.retry_failed()
    assert store.counts()[JobStatus.FAILED] == 4


def test_the_history_forgets_only_what_is_old(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    with qtbot.waitSignal(queue.finished, timeout=TIMEOUT_MS):
        (job_id,) = queue.add([deck_at("good.pptx")], SETTINGS, start=True)
    queue.forget_older_than(30)
    assert store.count() == 1
    store._database.execute_sql("UPDATE job SET completed_at = '2001-01-01T00:00:00.000000Z'")
    with qtbot.waitSignal(queue.job_removed, timeout=TIMEOUT_MS) as removed:
        queue.forget_older_than(30)
    assert removed.args == [job_id]


def test_a_deck_that_is_read_when_all_ends_does_not_reach_a_closed_store(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    (job_id,) = queue.add([deck_at("good.pptx")], SETTINGS)
    with qtbot.waitSignal(queue.stopped, timeout=TIMEOUT_MS):
        queue.stop()
    noted = store.get(job_id).deck_sha256
    queue._hasher._pool.waitForDone()
    QCoreApplication.processEvents()
    assert store.get(job_id).deck_sha256 == noted


def test_what_waits_in_a_terminal_cannot_be_started_by_the_window(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    terminal: tuple[Owner, subprocess.Popen[str]],
) -> None:
    theirs = store.create(deck_at("good 1.pptx"), SETTINGS, owner=terminal[0])
    with qtbot.waitSignal(queue.trouble, timeout=TIMEOUT_MS) as told:
        queue.start(theirs.job_id)
    assert "terminal" in told.args[0]
    assert store.get(theirs.job_id).status is JobStatus.PAUSED
