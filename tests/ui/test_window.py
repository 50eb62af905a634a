"""The window as a presenter uses it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore, StoreError, StoreErrorKind
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, ThemeChoice, main_window
from slidecast_gui.ui.joblist.filter_chips import Filter
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.settings import estimates

Opened = tuple[MainWindow, JobStore, JobQueue]
OpenWindow = Callable[..., Opened]
DeckAt = Callable[[str], Path]

_BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def mime_of(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag(window: MainWindow, mime: QMimeData) -> QDragEnterEvent:
    left = Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(300, 300), _BOTH, mime, left, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    return event


def drop(window: MainWindow, *paths: Path) -> QDropEvent:
    mime = mime_of(*paths)
    drag(window, mime)
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(300, 300), _BOTH, mime, left, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    return event


def names(window: MainWindow) -> list[str]:
    model = window.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_first_launch_invites_to_drop(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.empty_page
    assert not window.top_bar.render_button.isVisible()


def test_dropped_decks_are_ready_and_nothing_starts(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    drop(window, deck_at("one.pptx"), deck_at("two.pptx"), deck_at("three.pptx"))
    qtbot.waitUntil(lambda: store.counts()[JobStatus.PAUSED] == 3)
    assert names(window) == ["one", "two", "three"]
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.jobs_page)
    assert window.top_bar.render_button.text() == "Render 3 decks"


def test_drop_is_always_a_copy(window: MainWindow, deck_at: DeckAt) -> None:
    entered = drag(window, mime_of(deck_at("talk.pptx")))
    assert entered.isAccepted()
    assert entered.dropAction() is Qt.DropAction.CopyAction
    assert window.drop_target.veil.isVisible()
    dropped = drop(window, deck_at("talk.pptx"))
    assert dropped.dropAction() is Qt.DropAction.CopyAction
    assert not window.drop_target.veil.isVisible()


def test_drag_without_decks_is_refused_before_the_drop(window: MainWindow, tmp_path: Path) -> None:
    picture = tmp_path / "cat.jpg"
    picture.touch()
    assert not drag(window, mime_of(picture)).isAccepted()
    remote = QMimeData()
    remote.setUrls([QUrl("https://example.org/talk.pptx")])
    assert not drag(window, remote).isAccepted()


def test_wrong_file_is_named_and_the_good_one_added(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, tmp_path: Path
) -> None:
    window, store, _ = open_window()
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"")
    drop(window, broken, deck_at("good.pptx"))
    qtbot.waitUntil(lambda: bool(window.banner.text))
    assert "broken.pptx" in window.banner.text
    assert [job.name for job in store.queue()] == ["good"]


def test_dropped_folder_adds_its_decks(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    folder = deck_at("b.pptx").parent
    deck_at("a.pptx")
    drop(window, folder)
    qtbot.waitUntil(lambda: len(store.queue()) == 2)
    assert [job.name for job in store.queue()] == ["a", "b"]


def test_render_button_renders_all_that_are_ready(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("one.pptx"), deck_at("two.pptx")])
    qtbot.waitUntil(lambda: window.top_bar.render_button.text() == "Render 2 decks")
    qtbot.mouseClick(window.top_bar.render_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 2, timeout=15_000)
    qtbot.waitUntil(lambda: window.status.text() == "2 videos are done")
    assert not window.top_bar.render_button.isEnabled()
    assert {Path(job.video_path).name for job in store.history()} == {"one.mp4", "two.mp4"}


def test_all_decks_of_a_long_queue_are_counted(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (main_window, estimates):
        monkeypatch.setattr(module, "LOOKED_INTO", 2)
    window, store, _ = open_window()
    held = store.create_many(["/decks/held.pptx"], RenderSettings(), reason="Paused.")
    window.summarise()
    assert window.top_bar.render_button.text() == "Render 1 deck"
    store.create_many([f"/decks/{n}.pptx" for n in range(5)], RenderSettings())
    window.summarise()
    assert window.top_bar.render_button.text() == "Render 5 decks"
    qtbot.waitUntil(lambda: window.status.text() == "5 decks are ready")
    assert held[0].job_id not in [job.job_id for job in window.commands.ready()]


def test_ready_decks_follow_the_settings_shown(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("one.pptx")])
    qtbot.waitUntil(lambda: len(store.queue()) == 1)
    chosen: list[Preferences] = []
    window.preferences_changed.connect(chosen.append)
    bar = window.jobs_page.next_render
    size = next(field for field in bar.findChildren(Choice) if field.accessibleName() == "Size")
    size.setFocus()
    QTest.keyClick(size, Qt.Key.Key_4)
    size.activated.emit(size.currentIndex())
    assert store.queue()[0].settings.size == "4k"
    assert chosen[-1].render.size == "4k"


def test_failed_job_shows_its_sentence_and_can_be_rendered_again(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("fail.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.FAILED] == 1, timeout=10_000)
    failed = store.history()[0]
    window.jobs_page.list.choose(failed.job_id)
    assert window.menus.action(JobAction.RETRY).isEnabled()
    assert not window.menus.action(JobAction.OPEN).isEnabled()
    window.menus.action(JobAction.RETRY).trigger()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.FAILED] == 2, timeout=10_000)
    assert store.history()[0].retry_of == failed.job_id


def test_running_job_can_be_paused_started_and_cancelled(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    window.jobs_page.list.choose(store.queue()[0].job_id)
    window.menus.action(JobAction.PAUSE).trigger()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.PAUSED] == 1, timeout=10_000)
    window.menus.action(JobAction.START).trigger()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    window.menus.action(JobAction.CANCEL).trigger()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.CANCELLED] == 1, timeout=10_000)


def test_search_finds_past_and_queued_jobs(
    qtbot: QtBot, open_window: OpenWindow, store: JobStore, deck_at: DeckAt
) -> None:
    for name in ("Harbour", "Budget", "harbour lights"):
        store.create(deck_at(f"{name}.pptx"), RenderSettings())
    store.move(store.queue()[2].job_id, JobStatus.CANCELLED)
    window, _, _ = open_window()
    qtbot.keyClicks(window.top_bar.search, "HARB")
    qtbot.waitUntil(lambda: names(window) == ["Harbour", "harbour lights"])
    window.top_bar.search.clear()
    qtbot.waitUntil(lambda: len(names(window)) == 3)


def test_chips_filter_and_count(qtbot: QtBot, open_window: OpenWindow, store: JobStore, deck_at: DeckAt) -> None:
    for name in ("one", "two", "three"):
        store.create(deck_at(f"{name}.pptx"), RenderSettings())
    window, _, _ = open_window()
    assert window.jobs_page.chips.chip(Filter.QUEUE).text() == "Queue  3"
    qtbot.mouseClick(window.jobs_page.chips.chip(Filter.DONE), Qt.MouseButton.LeftButton)
    assert names(window) == []
    qtbot.mouseClick(window.jobs_page.chips.chip(Filter.ALL), Qt.MouseButton.LeftButton)
    assert names(window) == ["one", "two", "three"]


def test_jobs_and_the_filter_are_there_after_a_restart(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    queue.add([deck_at(f"talk {number}.pptx") for number in range(100)], RenderSettings())
    window.jobs_page.chips.choose(Filter.QUEUE)
    with qtbot.waitSignal(window.gone):
        window.close()
    store.close()
    again, _, _ = open_window()
    assert len(names(again)) == 100
    assert again.jobs_page.chips.chosen is Filter.QUEUE


def test_interrupted_job_goes_on_after_a_restart(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    window.add_paths([deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    with qtbot.waitSignal(window.gone, timeout=10_000):
        queue.stop()
    store.close()
    again, reopened, _ = open_window()
    qtbot.waitUntil(lambda: reopened.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    assert names(again) == ["hang"]


def test_menu_chooses_the_theme_and_it_is_remembered(window: MainWindow) -> None:
    remembered: list[Preferences] = []
    window.preferences_changed.connect(remembered.append)
    window.menus.theme_entry(ThemeChoice.DARK).trigger()
    assert remembered[-1].theme == "dark"
    assert window.palette().window().color().lightness() < 60
    window.menus.theme_entry(ThemeChoice.LIGHT).trigger()
    assert window.palette().window().color().lightness() > 200


def test_details_show_settings_and_unfold_the_error(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("fail.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.FAILED] == 1, timeout=10_000)
    window.jobs_page.list.choose(store.history()[0].job_id)
    details = window.jobs_page.details
    qtbot.waitUntil(lambda: "The deck is damaged." in [label.text() for label in details.findChildren(QLabel)])
    unfold = next(button for button in details.findChildren(QPushButton) if button.text() == "Technical details")
    qtbot.mouseClick(unfold, Qt.MouseButton.LeftButton)
    assert details.findChild(QPlainTextEdit).toPlainText() == "zip"
    assert details.findChild(QPlainTextEdit).isVisible()


def test_the_keyboard_is_in_the_list_after_a_click_on_render(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    queue.add([deck_at("hang.pptx")], RenderSettings())
    button = window.top_bar.render_button
    qtbot.waitUntil(button.isEnabled, timeout=10_000)
    button.setFocus()
    button.click()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert window.focusWidget() is window.jobs_page.list


def test_no_empty_status_bar_lies_under_the_drop_zone(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, _, _ = open_window()
    assert not window.statusBar().isVisible()
    window.add_paths([deck_at("one.pptx")])
    qtbot.waitUntil(lambda: window.statusBar().isVisible(), timeout=10_000)


def test_file_dragged_onto_the_search_goes_to_the_window(window: MainWindow) -> None:
    assert not window.top_bar.search.acceptDrops()


def test_missing_video_is_said_in_the_window(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    job = store.history()[0]
    Path(job.video_path).unlink()
    window.jobs_page.list.choose(job.job_id)
    window.menus.action(JobAction.OPEN).trigger()
    assert "one.mp4" in window.banner.text


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folder for videos follows $HOME on Linux only")
def test_sample_is_rendered_into_the_folder_for_videos(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window, store, _ = open_window()
    window.menus.sample.emit()
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    assert Path(store.history()[0].video_path).is_relative_to(tmp_path)
    assert store.history()[0].name == "welcome-to-slidecast"


def test_voices_are_listed_once_there_are_jobs_and_the_chosen_one_is_kept(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, _, _ = open_window(Preferences(render=RenderSettings(voice="espeak:de")))
    voice = window.jobs_page.next_render.voice
    window.add_paths([deck_at("one.pptx")])
    listed = ["Automatic", "No narration", "English (Great Britain)", "German"]
    qtbot.waitUntil(lambda: [voice.itemText(row) for row in range(voice.count())] == listed)
    assert voice.value == "espeak:de"


def test_voices_are_listed_also_while_jobs_change_all_the_time(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, _, _ = open_window()
    changes = QTimer(window, interval=100)
    changes.timeout.connect(window.summarise)
    changes.start()
    window.add_paths([deck_at("one.pptx")])
    qtbot.waitUntil(lambda: window.jobs_page.next_render.voice.count() > 2)
    changes.stop()


def test_nothing_is_added_or_rendered_where_the_list_cannot_be_written(
    open_window: OpenWindow, store: JobStore, deck_at: DeckAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.create(deck_at("one.pptx"), RenderSettings())
    error = StoreError(StoreErrorKind.READ_ONLY, "The list of jobs can only be read; make its folder writable.")
    monkeypatch.setattr(JobStore, "unwritable", property(lambda _store: error))
    window, _, _ = open_window()
    page, bar = window.empty_page, window.top_bar
    for button in (bar.add, bar.render_button, page.add, page.sample):
        assert not button.isEnabled()
        assert button.toolTip() == error.sentence
        assert button.accessibleDescription() == error.sentence
    window.menus.render_all.emit()
    assert not bar.render_button.isEnabled()


def test_looking_for_decks_begins_where_the_newest_one_is(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, tmp_path: Path
) -> None:
    window, store, _ = open_window()
    assert window.commands.usual_folder() != deck_at("talk.pptx").parent
    window.add_paths([deck_at("talk.pptx")])
    qtbot.waitUntil(lambda: bool(store.queue()))
    assert window.commands.usual_folder() == deck_at("talk.pptx").parent
    window.commands.add_sample()
    qtbot.waitUntil(lambda: len(store.history()) == 2, timeout=10_000)
    assert window.commands.usual_folder() == deck_at("talk.pptx").parent
