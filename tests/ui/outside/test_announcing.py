"""What the presenter is told of the work while they look elsewhere, and what happens when all is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, desktop
from slidecast_gui.ui.outside import announcing
from slidecast_gui.ui.outside.notifying import Notice, Notifier
from slidecast_gui.ui.outside.taskbar import Work
from slidecast_gui.ui.queueing.when_done import Afterwards

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


class Noted(Notifier):
    """Shows nothing, and remembers it."""

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)


class Shown:
    """A task bar that remembers."""

    def __init__(self) -> None:
        self.works: list[Work | None] = []

    def show(self, work: Work | None) -> None:
        self.works.append(work)


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Noted:
    made = Noted()
    monkeypatch.setattr(announcing, "notifier_for", lambda *_: made)
    return made


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    made = Shown()
    monkeypatch.setattr(announcing, "taskbar_for", lambda *_: made)
    return made


@pytest.fixture
def looking_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The presenter works in another program."""
    inactive = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: inactive)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files opened with the system's programs, or shown in their folder."""
    paths: list[Path] = []

    def note(path: Path) -> bool:
        paths.append(path)
        return True

    monkeypatch.setattr(desktop, "open_file", note)
    monkeypatch.setattr(desktop, "show_in_folder", note)
    return paths


def all_ended(store: JobStore) -> bool:
    return bool(store.history()) and not store.queue()


@pytest.mark.usefixtures("looking_away")
def test_one_finished_video_is_told_and_a_click_plays_it_in_the_window(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, noted: Noted, opened: list[Path]
) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at("Harbour.pptx")], start=True)
    qtbot.waitUntil(lambda: bool(noted.notices), timeout=10_000)
    (notice,) = noted.notices
    assert (notice.title, notice.text, notice.action) == ("“Harbour” is done", "The video is 0:12 long.", "Watch")
    window.showMinimized()
    noted.opened.emit(notice.key)
    assert not window.isMinimized()
    assert window.pages.currentWidget() is window.theatre.player
    assert opened == []
    noted.second_chosen.emit(notice.key)
    assert opened == [Path(store.history()[0].video_path)]


@pytest.mark.usefixtures("looking_away")
def test_failure_is_told_at_once_and_a_click_shows_the_job(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, noted: Noted
) -> None:
    window, _, _ = open_window()
    window.add_paths([deck_at("fail.pptx"), deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: bool(noted.notices), timeout=10_000)
    (notice,) = noted.notices
    assert notice.bad
    assert (notice.title, notice.text) == ("“fail” failed", "The deck is damaged.")
    window.showMinimized()
    noted.opened.emit(notice.key)
    assert not window.isMinimized()
    assert [job.name for job in window.jobs_page.list.chosen] == ["fail"]


@pytest.mark.usefixtures("looking_away")
def test_batch_is_told_once_at_its_end(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, noted: Noted) -> None:
    window, store, _ = open_window()
    window.add_paths([deck_at(f"{name}.pptx") for name in ("one", "two", "three")], start=True)
    qtbot.waitUntil(lambda: all_ended(store), timeout=15_000)
    assert [notice.title for notice in noted.notices] == ["3 videos are done"]


@pytest.mark.usefixtures("looking_away")
def test_decks_that_wait_since_the_last_launch_are_told_together(
    qtbot: QtBot, paths: DataPaths, open_window: OpenWindow, deck_at: DeckAt, noted: Noted
) -> None:
    with JobStore(paths.database) as before:
        before.create_many([deck_at("one.pptx"), deck_at("two.pptx")], RenderSettings(), JobStatus.QUEUED)
    _, store, _ = open_window()
    qtbot.waitUntil(lambda: all_ended(store), timeout=15_000)
    qtbot.waitUntil(lambda: [notice.title for notice in noted.notices] == ["2 videos are done"])


def test_decks_that_wait_since_the_last_launch_are_counted(
    qtbot: QtBot, paths: DataPaths, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    with JobStore(paths.database) as before:
        before.create_many([deck_at("hang.pptx"), deck_at("two.pptx")], RenderSettings(), JobStatus.QUEUED)
    window, _, _ = open_window()
    qtbot.waitUntil(lambda: window.status.text().startswith("Rendering 1 of 2"), timeout=10_000)


def test_ready_decks_are_told_of_and_not_what_came_of_earlier_ones(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, _, queue = open_window()
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: window.status.text() == "1 video is done", timeout=10_000)
    queue.add([deck_at("two.pptx")], RenderSettings())
    qtbot.waitUntil(lambda: window.status.text().startswith("1 deck is ready"), timeout=10_000)


def test_nothing_is_notified_while_the_window_is_in_front(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, noted: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    active = Qt.ApplicationState.ApplicationActive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: active)
    window, store, _ = open_window()
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: all_ended(store), timeout=10_000)
    assert noted.notices == []


@pytest.mark.usefixtures("looking_away")
def test_cancelled_job_is_not_notified_and_closes_nothing(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, noted: Noted
) -> None:
    window, store, queue = open_window()
    window.menus.queue.when_done.entry(Afterwards.QUIT).trigger()
    window.add_paths([deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    queue.cancel(store.queue()[0].job_id)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.CANCELLED] == 1, timeout=10_000)
    assert noted.notices == []
    assert window.announcing.countdown.text == ""


def test_task_bar_shows_how_far_all_of_it_is_and_is_cleared(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, shown: Shown
) -> None:
    window, store, queue = open_window()
    window.add_paths([deck_at("one.pptx"), deck_at("hang.pptx")], start=True)
    # One of two is done, and the other at 42 %.
    qtbot.waitUntil(lambda: Work(0.71, 1) in shown.works, timeout=10_000)
    assert window.windowTitle() == "42 % – Slidecast"
    queue.cancel(store.queue()[0].job_id)
    qtbot.waitUntil(lambda: shown.works[-1] is None, timeout=10_000)
    assert window.windowTitle() == "Slidecast"


def test_folder_opens_when_all_is_done(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, opened: list[Path]
) -> None:
    window, store, _ = open_window()
    window.menus.queue.when_done.entry(Afterwards.FOLDER).trigger()
    window.add_paths([deck_at("one.pptx"), deck_at("two.pptx")], start=True)
    qtbot.waitUntil(lambda: all_ended(store), timeout=15_000)
    assert opened == [deck_at("two.mp4")]


def test_nothing_follows_unless_it_was_chosen_in_this_session(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, opened: list[Path]
) -> None:
    window, store, _ = open_window()
    assert window.menus.queue.when_done.choice is Afterwards.NOTHING
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: all_ended(store), timeout=10_000)
    assert opened == []
    assert window.announcing.countdown.text == ""


def test_window_closes_by_itself_after_a_countdown(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "QUIT_AFTER_S", 1)
    window, _, _ = open_window()
    window.menus.queue.when_done.entry(Afterwards.QUIT).trigger()
    window.add_paths([deck_at("one.pptx")], start=True)
    with qtbot.waitSignal(window.gone, timeout=10_000):
        qtbot.waitUntil(lambda: "closes in 1 second." in window.announcing.countdown.text, timeout=10_000)


def test_cancel_keeps_the_window_open(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, _, _ = open_window()
    window.menus.queue.when_done.entry(Afterwards.QUIT).trigger()
    window.add_paths([deck_at("one.pptx")], start=True)
    countdown = window.announcing.countdown
    qtbot.waitUntil(lambda: "closes in 10 seconds" in countdown.text, timeout=10_000)
    qtbot.mouseClick(countdown.cancel_button, Qt.MouseButton.LeftButton)
    assert countdown.text == ""
    assert not any(timer.isActive() for timer in countdown.findChildren(QTimer))
    assert window.isVisible()


def test_new_work_cancels_the_countdown(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, _, _ = open_window()
    window.menus.queue.when_done.entry(Afterwards.QUIT).trigger()
    window.add_paths([deck_at("one.pptx")], start=True)
    qtbot.waitUntil(lambda: bool(window.announcing.countdown.text), timeout=10_000)
    window.add_paths([deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: window.announcing.countdown.text == "")


def banner_buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.announcing.news.banner.findChildren(QPushButton)}


def test_finished_video_is_told_in_the_window_and_watched_from_there(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, _, queue = open_window()
    queue.add([deck_at(f"waiting {n}.pptx") for n in range(3)], RenderSettings())
    window.jobs_page.list.setFocus()
    before = window.focusWidget()
    window.add_paths([deck_at("Harbour.pptx")], start=True)
    news = window.announcing.news.banner
    qtbot.waitUntil(lambda: news.text == "“Harbour” is done.", timeout=10_000)
    assert news.property("tone") == "good"
    assert window.focusWidget() is before
    banner_buttons(window)["Watch"].click()
    assert window.pages.currentWidget() is window.theatre.player
    assert news.text == ""


def test_a_video_is_no_news_while_others_are_rendered(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    window.add_paths([deck_at("one.pptx"), deck_at("hang.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    news = window.announcing.news.banner
    assert news.text == ""
    queue.cancel(store.queue()[0].job_id)
    qtbot.waitUntil(lambda: news.text == "“one” is done.", timeout=10_000)


def test_several_finished_videos_are_one_message(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, opened: list[Path]
) -> None:
    window, _, _ = open_window()
    window.add_paths([deck_at(f"{name}.pptx") for name in ("one", "two", "three")], start=True)
    news = window.announcing.news.banner
    qtbot.waitUntil(lambda: news.text == "3 videos are done.", timeout=15_000)
    assert list(banner_buttons(window)) == ["Show in folder"]
    banner_buttons(window)["Show in folder"].click()
    assert opened == [deck_at("three.mp4")]
    # It has been seen: the next one is counted anew.
    window.add_paths([deck_at("four.pptx")], start=True)
    qtbot.waitUntil(lambda: news.text == "“four” is done.", timeout=10_000)


def test_removed_video_is_news_no_longer(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    window.add_paths([deck_at("one.pptx"), deck_at("two.pptx")], start=True)
    news = window.announcing.news.banner
    qtbot.waitUntil(lambda: news.text == "2 videos are done.", timeout=15_000)
    one, two = store.history()
    queue.remove([one.job_id])
    qtbot.waitUntil(lambda: news.text == f"“{two.name}” is done.")
    queue.remove([two.job_id])
    qtbot.waitUntil(lambda: news.text == "")


def test_news_is_read_on_the_storyboard_of_the_very_deck(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    window.add_paths([deck_at("one.pptx")])
    qtbot.waitUntil(lambda: bool(store.queue()), timeout=10_000)
    (job,) = store.queue()
    window.storyboard.open(job)
    queue.start(job.job_id)
    news = window.announcing.news.banner
    qtbot.waitUntil(lambda: bool(news.text), timeout=15_000)
    assert window.pages.currentWidget() is window.storyboard.page
    assert news.isVisibleTo(window)


def test_news_does_not_lie_over_a_video_that_fills_the_screen(window: MainWindow) -> None:
    window.announcing.news.banner.say(["“one” is done."], good=True)
    window.theatre.player.full_screen_changed.emit(True)
    assert not window.announcing.news.banner.isVisibleTo(window)
    window.theatre.player.full_screen_changed.emit(False)
    assert window.announcing.news.banner.isVisibleTo(window)
