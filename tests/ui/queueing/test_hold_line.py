"""The whole queue in the window: held, let go, put in another order; and why a job waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Hold, Job, JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.details.trouble import Trouble
from slidecast_gui.ui.joblist import card_text, job_actions
from slidecast_gui.ui.joblist.job_actions import JobAction

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


def test_pause_all_is_said_over_the_list_until_the_queue_goes_on(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    menu, line = window.menus.queue, window.jobs_page.hold
    assert line.text == ""
    assert not menu.go_on_entry.isEnabled()
    menu.pause_entry.trigger()
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.QUEUED] == 1)
    assert line.text == Hold.ALL.sentence
    assert not menu.pause_entry.isEnabled()
    assert not menu.after_entry.isEnabled()
    qtbot.waitUntil(line.isVisible)
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    assert line.text == ""
    assert menu.pause_entry.isEnabled()


def test_pause_after_the_current_one_becomes_a_pause_when_it_has_ended(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    hanging, _ = queue.add([deck_at("hang.pptx"), deck_at("one.pptx")], RenderSettings(), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    window.menus.queue.after_entry.trigger()
    assert window.jobs_page.hold.text == Hold.AFTER_CURRENT.sentence
    queue.cancel(hanging)
    qtbot.waitUntil(lambda: window.jobs_page.hold.text == Hold.ALL.sentence, timeout=10_000)
    assert store.counts()[JobStatus.QUEUED] == 1


def test_hold_is_shown_after_a_restart(open_window: OpenWindow, store: JobStore) -> None:
    store.pause_queue()
    window, _, _ = open_window()
    assert window.jobs_page.hold.text == Hold.ALL.sentence
    window.menus.queue.go_on_entry.trigger()
    assert window.jobs_page.hold.text == ""


def test_all_failed_are_tried_again(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    assert not window.menus.queue.retry_entry.isEnabled()
    window.add_paths([deck_at("fail.pptx"), deck_at("fail too.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.FAILED] == 2, timeout=10_000)
    qtbot.waitUntil(window.menus.queue.retry_entry.isEnabled)
    window.menus.queue.retry_entry.trigger()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.FAILED] == 4, timeout=10_000)


def test_start_next_puts_a_waiting_job_first(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    window.menus.queue.pause_entry.trigger()
    queue.add([deck_at("one.pptx"), deck_at("two.pptx")], RenderSettings(), start=True)
    (third,) = queue.add([deck_at("three.pptx")], RenderSettings())
    qtbot.waitUntil(lambda: window.model.rowCount() == 3)
    window.jobs_page.list.choose(third)
    window.menus.action(JobAction.NEXT).trigger()
    assert [job.name for job in store.queue()] == ["three", "one", "two"]
    assert store.get(third).status is JobStatus.QUEUED
    qtbot.waitUntil(lambda: [window.model.index(row).data() for row in range(3)] == ["three", "one", "two"])


def test_deck_that_has_changed_is_offered_in_its_new_version(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, paths: DataPaths
) -> None:
    window, store, queue = open_window()
    (failed,) = queue.add([deck_at("fail.pptx")], RenderSettings(), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.FAILED] == 1, timeout=10_000)
    job = store.get(failed)
    changed = replace(job, error_kind="deck-changed")
    assert job_actions.plain_text(JobAction.RETRY, job) == "Render again"
    window.jobs_page.details.show_job(changed, [])
    trouble = window.jobs_page.details.findChild(Trouble)
    assert trouble.button.text() == "Render the new version"
    window.menus.offer([changed])
    assert window.menus.action(JobAction.RETRY).text() == "Render the new &version"
    window.menus.offer([changed, job])
    assert window.menus.action(JobAction.RETRY).text() == "Render &again"


def waiting(store: JobStore, **fields: object) -> Job:
    return replace(store.create("/decks/talk.pptx", RenderSettings(), JobStatus.QUEUED), **fields)


def test_card_and_details_say_why_a_job_waits(open_window: OpenWindow, store: JobStore) -> None:
    job = waiting(store, status=JobStatus.PAUSED, reason="Paused: disk full, 1.2 GB needed.", warnings=2)
    assert card_text.line(job)[0] == job.reason
    window, _, _ = open_window()
    window.jobs_page.details.show_job(job, [])
    said = [label.text() for label in window.jobs_page.details.findChildren(QLabel) if not label.isHidden()]
    assert job.reason in said


def test_reason_stays_where_a_bar_takes_its_line(store: JobStore) -> None:
    job = waiting(store, status=JobStatus.PAUSED, reason="Paused: disk full, 1.2 GB needed.", progress=42)
    assert card_text.facts(job, None, job.created_at) == job.reason
    assert card_text.spoken(job, None, job.created_at).count("disk full") == 1
