"""A presenter's way through the window, with the real renderer: real drops, clicks and keys, and videos that play."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, Theme
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.video import probe

LONGEST_MS = 60_000
QUICK = Preferences(render=RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5))


class Desk:
    """One launch of the program after another, over the same data."""

    def __init__(self, qtbot: QtBot, paths: DataPaths, theme: Theme) -> None:
        self._qtbot, self._paths, self._theme = qtbot, paths, theme
        self._open = False

    def launch(self) -> None:
        self.store = JobStore(self._paths.database)
        self.queue = JobQueue(self.store, self._paths)
        state = QSettings(str(self._paths.window_state), QSettings.Format.IniFormat)
        with self._theme.undressed():
            self.window = MainWindow(self.store, self.queue, self._theme, QUICK, tuple, state, self._paths)
        self._open = True
        self.window.show()
        self.queue.recover()

    def close(self) -> None:
        if not self._open:
            return
        self._open = False
        if not self.window.closing.stopped:
            with self._qtbot.waitSignal(self.window.closing.done, timeout=LONGEST_MS):
                self.window.closing.stop()
        self.window.close()
        self.window.deleteLater()
        self.queue.deleteLater()
        self.store.close()

    def job(self, name: str) -> Job:
        """The newest job of a deck."""
        return next(job for job in [*self.store.queue(), *self.store.history()] if Path(job.deck_path).name == name)

    def until(self, name: str, status: JobStatus) -> Job:
        """Waits for a deck's newest job to be in a state."""
        self._qtbot.waitUntil(lambda: self.job(name).status is status, timeout=LONGEST_MS)
        return self.job(name)

    def choose(self, name: str) -> None:
        """Selects a deck's newest job in the list."""
        self.window.jobs_page.list.choose(self.job(name).job_id)

    def open_slides(self, name: str) -> None:
        """Opens the storyboard of a deck, and waits until its slides are there."""
        self.choose(name)
        with self._qtbot.waitSignal(self.window.storyboard.page.session.opened, timeout=LONGEST_MS):
            self.window.menus.action(JobAction.SLIDES).trigger()


def drop(widget: QWidget, *paths: Path) -> None:
    """What a file manager does: enter, and let go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys, button, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(90, 200), copy, mime, button, keys)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(enter.position(), copy, mime, button, keys))


def files_in_sight(details: QWidget) -> list[QPushButton]:
    """The files of the job that is shown, the video first."""
    buttons = details.findChildren(QPushButton)
    return [button for button in buttons if button.property("look") == "file" and button.isVisible()]


@pytest.fixture
def desk(qtbot: QtBot, paths: DataPaths, theme: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, paths, theme)
    yield desk
    desk.close()


def test_first_run_makes_the_sample_and_shows_where_it_went(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    videos = tmp_path / "Videos"
    monkeypatch.setattr("slidecast_gui.ui.commands.QStandardPaths.writableLocation", lambda _place: str(videos))
    desk.launch()
    assert desk.window.pages.currentWidget() is desk.window.empty_page
    qtbot.mouseClick(desk.window.empty_page.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.store.history()), timeout=LONGEST_MS)
    job = desk.until("welcome-to-slidecast.pptx", JobStatus.DONE)
    assert Path(job.video_path) == videos / "welcome-to-slidecast.mp4"
    assert (job.settings.size, job.warnings) == ("1080p", 0)
    assert len(probe(Path(job.video_path)).chapters) == job.slide_count
    # Without another click: the job is chosen, its details name the video and the folder, and no warning is in sight.
    page = desk.window.jobs_page
    qtbot.waitUntil(lambda: [chosen.status for chosen in page.list.chosen] == [JobStatus.DONE])
    qtbot.waitUntil(lambda: bool(files_in_sight(page.details)))
    video = files_in_sight(page.details)[0]
    assert (video.text(), video.toolTip()) == ("welcome-to-slidecast.mp4", str(videos / "welcome-to-slidecast.mp4"))
    said = [label for label in page.details.findChildren(QLabel) if label.property("role") in ("warning", "error")]
    assert not any(label.isVisible() for label in said)
    assert desk.window.menus.action(JobAction.SHOW).isEnabled()


def test_a_dropped_deck_becomes_a_video_beside_it(qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]) -> None:
    deck = make_deck([("One", "First words."), ("Two", "")])
    desk.launch()
    desk.window.add_paths([deck])
    qtbot.waitUntil(desk.window.top_bar.render_button.isEnabled)
    with qtbot.waitSignal(desk.queue.finished, timeout=LONGEST_MS):
        qtbot.mouseClick(desk.window.top_bar.render_button, Qt.MouseButton.LeftButton)

    (job,) = desk.store.history()
    assert (job.status, job.deck_title, job.slide_count) == (JobStatus.DONE, "One", 2)
    assert Path(job.video_path) == deck.with_suffix(".mp4")
    assert [chapter.title for chapter in probe(Path(job.video_path)).chapters] == ["One", "Two"]
    assert Path(job.thumbnail_path).is_file()


def test_a_render_interrupted_by_closing_goes_on_from_its_pieces_at_the_next_launch(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck([(f"Slide {number}", f"These are the words of slide {number}. " * 5) for number in range(25)])
    desk.launch()
    desk.window.add_paths([deck], start=True)
    qtbot.waitUntil(lambda: bool(desk.store.queue() and desk.store.queue()[0].slide), timeout=LONGEST_MS)
    desk.close()
    assert not deck.with_suffix(".mp4").exists()

    desk.launch()
    (waiting,) = desk.store.history()
    qtbot.waitUntil(lambda: desk.store.get(waiting.job_id).status is JobStatus.DONE, timeout=LONGEST_MS)
    job = desk.store.get(waiting.job_id)
    assert job.attempts == 2
    assert job.pieces_reused > 0
    assert len(probe(Path(job.video_path)).chapters) == 25
    assert sorted(path.name for path in deck.parent.iterdir() if path.is_file()) == [
        "talk.mp4",
        "talk.pptx",
        "talk.srt",
        "talk.vtt",
    ]


def test_three_decks_dropped_at_once_are_rendered_by_one_click(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    decks = [make_deck([(name, f"Words of {name}.")], name=f"{name}.pptx") for name in ("red", "green", "blue")]
    desk.launch()
    with qtbot.waitSignal(desk.window.commands.added):
        drop(desk.window, *decks)
    qtbot.waitUntil(desk.window.top_bar.render_button.isEnabled)
    qtbot.mouseClick(desk.window.top_bar.render_button, Qt.MouseButton.LeftButton)
    for deck in decks:
        assert Path(desk.until(deck.name, JobStatus.DONE).video_path) == deck.with_suffix(".mp4")
    assert not desk.store.queue()


def test_a_cancelled_render_is_begun_again_and_keeps_what_was_finished(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck([(f"Slide {number}", f"These are the words of slide {number}. " * 5) for number in range(12)])
    desk.launch()
    desk.window.add_paths([deck], start=True)
    qtbot.waitUntil(lambda: bool(desk.store.queue() and desk.store.queue()[0].slide), timeout=LONGEST_MS)
    desk.choose(deck.name)
    desk.window.menus.action(JobAction.CANCEL).trigger()
    desk.until(deck.name, JobStatus.CANCELLED)
    assert not deck.with_suffix(".mp4").exists()
    desk.choose(deck.name)
    desk.window.menus.action(JobAction.RETRY).trigger()
    job = desk.until(deck.name, JobStatus.DONE)
    assert job.pieces_reused > 0
    assert len(probe(Path(job.video_path)).chapters) == 12


def test_one_edited_script_renders_that_slide_again_and_nothing_else(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck([(f"Slide {number}", f"Words of slide {number}.") for number in range(1, 6)])
    desk.launch()
    desk.window.add_paths([deck], start=True)
    qtbot.waitUntil(lambda: bool(desk.store.history()), timeout=LONGEST_MS)
    first = desk.until(deck.name, JobStatus.DONE)

    desk.open_slides(deck.name)
    page = desk.window.storyboard.page
    page.choose(3)
    page.board.panel.script.editor.setPlainText("Something else is said now.")
    qtbot.mouseClick(page.header.render_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.job(deck.name).job_id != first.job_id, timeout=LONGEST_MS)
    second = desk.until(deck.name, JobStatus.DONE)
    assert desk.window.pages.currentWidget() is desk.window.jobs_page
    # Its words and their sound are new, where the storyboard has not spoken them already; its picture and
    # everything of the other slides is not.
    assert 1 <= second.pieces_made <= 2
    assert second.pieces_made + second.pieces_reused == first.pieces_made
    assert "Something else is said now." in Path(second.video_path).with_suffix(".srt").read_text(encoding="utf-8")


def test_a_deck_edited_since_says_so_and_one_click_renders_what_changed(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    slides = [(f"Slide {number}", f"Words of slide {number}.") for number in range(1, 6)]
    deck = make_deck(slides)
    desk.launch()
    desk.window.add_paths([deck], start=True)
    qtbot.waitUntil(lambda: bool(desk.store.history()), timeout=LONGEST_MS)
    first = desk.until(deck.name, JobStatus.DONE)
    model = desk.window.model

    def pill(row: int) -> str:
        text = model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        return str(text).split(". ")[1]

    assert pill(0) == "Done"
    make_deck([*slides[:2], ("Slide 3, edited", "Something else is said now."), *slides[3:]])
    model.decks._come_back(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: pill(0) == "Changed", timeout=LONGEST_MS)
    desk.choose(deck.name)
    retry = desk.window.menus.action(JobAction.RETRY)
    assert retry.text() == "Render what chan&ged"
    retry.trigger()
    qtbot.waitUntil(lambda: desk.job(deck.name).job_id != first.job_id, timeout=LONGEST_MS)
    second = desk.until(deck.name, JobStatus.DONE)
    # The picture, the words and their sound of one slide of five; everything of the others was there.
    assert 1 <= second.pieces_made <= 4
    assert second.pieces_reused >= first.pieces_made * 3 // 5
    assert second.pieces_made + second.pieces_reused == first.pieces_made
    qtbot.waitUntil(lambda: [pill(row) for row in range(2)] == ["Done", "Done"], timeout=LONGEST_MS)


def test_own_sound_for_a_slide_is_heard_in_the_video(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path], make_sound: Callable[..., Path]
) -> None:
    deck = make_deck([("One", "First words."), ("Two", "Second words.")])
    desk.launch()
    with qtbot.waitSignal(desk.window.commands.added):
        drop(desk.window, deck)
    desk.open_slides(deck.name)
    page = desk.window.storyboard.page
    page.choose(2)
    with qtbot.waitSignal(page.session.sounds.kept, timeout=LONGEST_MS):
        drop(page, make_sound("mine.wav", 9.0))
    qtbot.mouseClick(page.header.render_button, Qt.MouseButton.LeftButton)
    video = Path(desk.until(deck.name, JobStatus.DONE).video_path)
    chapter = probe(video).chapters[1]
    assert float(chapter.end_s - chapter.start_s) == pytest.approx(9.0, abs=1.5)


def test_a_talk_of_last_year_is_found_by_typing(qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]) -> None:
    decks = [make_deck([(name, "")], name=f"{name}.pptx") for name in ("budget", "welcome", "budget-final")]
    desk.launch()
    desk.window.add_paths(decks, start=True)
    qtbot.waitUntil(lambda: len(desk.store.history()) == 3, timeout=LONGEST_MS)
    for deck in decks:
        desk.until(deck.name, JobStatus.DONE)
    QTest.keyClicks(desk.window.top_bar.search, "budget")
    model = desk.window.model

    def names() -> set[str]:
        return {Path(job.deck_path).name for row in range(model.rowCount()) if (job := model.job(model.index(row)))}

    qtbot.waitUntil(lambda: names() == {"budget.pptx", "budget-final.pptx"})


def test_keys_alone_lead_from_the_list_to_a_video_with_another_script(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck([("One", "First words."), ("Two", "Second words.")])
    desk.launch()
    with qtbot.waitSignal(desk.window.commands.added):
        drop(desk.window, deck)
    window, page = desk.window, desk.window.storyboard.page
    window.activateWindow()
    qtbot.waitUntil(window.jobs_page.list.hasFocus)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)

    with qtbot.waitSignal(page.session.opened, timeout=LONGEST_MS):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    assert page.board.strip.chosen == 2
    for _ in range(30):
        if QApplication.focusWidget() is page.board.panel.script.editor:
            break
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.board.panel.script.editor
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.board.panel.script.editor, "Typed words.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    job = desk.until(deck.name, JobStatus.DONE)
    assert "Typed words." in Path(job.video_path).with_suffix(".srt").read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: desk.window.pages.currentWidget() is window.jobs_page)
