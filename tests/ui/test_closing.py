"""Leaving the window, with and without work going on; and taking jobs off the list."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.remove_dialog import RemoveDialog

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


def answer(text: str, asked: list[str]) -> None:
    """Presses the button of the next question that is asked."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        asked.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text() == text).click()

    QTimer.singleShot(0, press)


def with_dialog(act: Callable[[RemoveDialog], None]) -> None:
    """Does something with the next dialog."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RemoveDialog):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def start_hanging(qtbot: QtBot, window: MainWindow, store: JobStore, deck_at: DeckAt) -> None:
    window.add_paths([deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)


def test_idle_window_closes_without_a_question(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.gone):
        window.close()
    assert not window.isVisible()


def test_closing_while_rendering_asks_and_stays_where_told_so(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    start_hanging(qtbot, window, store, deck_at)
    asked: list[str] = []
    answer("Keep rendering", asked)
    window.close()
    assert asked == ["Stop and close? Unfinished videos go on next time."]
    assert window.isVisible()
    assert store.counts()[JobStatus.RUNNING] == 1


def test_closing_while_rendering_stops_and_leaves_the_job_for_next_time(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    start_hanging(qtbot, window, store, deck_at)
    answer("Stop and close", [])
    with qtbot.waitSignal(window.gone, timeout=15_000):
        window.close()
        assert window.isVisible()
        assert window.status.text() == "Stopping…"
    assert store.counts()[JobStatus.QUEUED] == 1


def test_quit_in_the_menu_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.gone):
        window.menus.quit_wanted.emit()


def render_one(qtbot: QtBot, window: MainWindow, store: JobStore, deck_at: DeckAt) -> Path:
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    job = store.history()[0]
    window.jobs_page.list.choose(job.job_id)
    return Path(job.video_path)


def test_remove_asks_nothing_keeps_the_video_and_can_be_undone(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    video = render_one(qtbot, window, store, deck_at)
    (before,) = store.history()
    window.menus.action(JobAction.REMOVE).trigger()
    assert store.history() == []
    assert video.exists()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.empty_page)
    assert window.removals.banner.text == "1 job was removed."
    undo = next(button for button in window.removals.banner.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert store.history() == [before]
    assert not window.removals.banner.isVisible()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.jobs_page)
    assert window.model.row_of(before.job_id) == 0


def test_the_key_for_undoing_brings_removals_back_one_after_the_other(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    queue.add([deck_at(f"{name}.pptx") for name in "abcd"], RenderSettings())
    for left in (4, 3):
        qtbot.waitUntil(lambda left=left: window.model.rowCount() == left)
        window.jobs_page.list.choose(store.queue()[1].job_id)
        window.menus.action(JobAction.REMOVE).trigger()
    assert [job.name for job in store.queue()] == ["a", "d"]
    assert window.menus.edit.undo_entry.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    window.menus.edit.undo_entry.trigger()
    assert [job.name for job in store.queue()] == ["a", "c", "d"]
    window.menus.edit.undo_entry.trigger()
    assert [job.name for job in store.queue()] == ["a", "b", "c", "d"]
    assert not window.menus.edit.undo_entry.isEnabled()


def test_what_was_removed_is_gone_for_good_once_the_window_has_gone(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    render_one(qtbot, window, store, deck_at)
    (job,) = store.history()
    window.menus.action(JobAction.REMOVE).trigger()
    assert store.is_set_aside(job.job_id)
    with qtbot.waitSignal(window.gone):
        window.close()
    assert not store.is_set_aside(job.job_id)


def test_files_are_deleted_only_after_a_question(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    video = render_one(qtbot, window, store, deck_at)
    with_dialog(QDialog.reject)
    window.menus.action(JobAction.DELETE).trigger()
    assert len(store.history()) == 1
    assert video.exists()
    with_dialog(QDialog.accept)
    window.menus.action(JobAction.DELETE).trigger()
    assert store.history() == []
    assert not video.exists()
    assert (video.parent / "one.pptx").exists()
    assert not window.menus.edit.undo_entry.isEnabled()


def test_what_was_dropped_and_looked_at_is_there_after_closing(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("one.pptx")])
    # No event has been delivered since: what the other thread has found is not in the table yet.
    window.commands._looker.waitForDone()
    assert store.queue() == []
    with qtbot.waitSignal(window.gone):
        window.close()
    assert [job.name for job in store.queue()] == ["one"]


def test_all_of_a_large_drop_is_there_and_started_when_the_window_closes_at_once(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    names = [f"{n:02}" for n in range(12)]
    decks = [deck_at(f"{name}.pptx") for name in names]
    window.add_paths(decks)
    qtbot.waitUntil(lambda: 0 < len(store.queue()) < len(decks))
    window.commands.finish()
    assert [job.name for job in store.queue()] == names
    window.commands.render_ready()
    window.commands.render_ready()
    window.commands.finish()
    assert store.counts()[JobStatus.PAUSED] == 0
    assert window.banner.text == ""
    assert store.counts()[JobStatus.RUNNING] + store.counts()[JobStatus.QUEUED] == len(decks)


def test_scan_of_a_large_folder_ends_when_the_window_closes(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    deck = deck_at("one.pptx")
    begun = Event()

    def endless() -> Iterator[Path]:
        yield deck
        begun.set()
        yield from itertools.repeat(deck)

    window.commands.add(endless(), RenderSettings())
    assert begun.wait(10)
    with qtbot.waitSignal(window.gone, timeout=5_000):
        window.close()
    assert store.counts()[JobStatus.PAUSED] == 1


def test_nothing_is_added_once_the_window_closes(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    with qtbot.waitSignal(window.gone):
        window.close()
        assert not window.acceptDrops()
        window.add_paths([deck_at("one.pptx")])
        assert "closing" in window.banner.text
    assert store.queue() == []


def test_window_that_stays_open_takes_drops_on(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    start_hanging(qtbot, window, store, deck_at)
    answer("Keep rendering", [])
    window.close()
    window.add_paths([deck_at("two.pptx")])
    qtbot.waitUntil(lambda: store.counts()[JobStatus.PAUSED] == 1)
