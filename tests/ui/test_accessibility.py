"""On every page, everything that can be used has a name, the keyboard reaches it, and its text can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rendered import weak_texts

from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, ProblemWindow, Theme, ThemeChoice
from slidecast_gui.ui.about_dialog import AboutDialog
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.remove_dialog import RemoveDialog

LEAST_CONTRAST = 4.5
LONGEST_MS = 60_000
USED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSlider, QAbstractItemView)
SETTINGS = RenderSettings(preset="720p", renderer="builtin", voice="espeak:en-gb")


class Pages:
    """Opens any page of a window with a deck that waits, a failed job and a finished one; gives what is to be seen."""

    def __init__(self, qtbot: QtBot, window: MainWindow, store: JobStore, theme: Theme, deck: Path) -> None:
        self._qtbot, self._window, self._store, self._theme, self._deck = qtbot, window, store, theme, deck

    def empty(self) -> QWidget:
        return self._window

    def waiting(self) -> QWidget:
        return self._with(self._waiting())

    def failed(self) -> QWidget:
        self._waiting()
        end = Finished(Outcome.FAILED, error="Open the deck in PowerPoint.", error_kind="x", error_detail="Traceback")
        return self._with(self._ended(end, warned=True))

    def done(self) -> QWidget:
        self._waiting()
        return self._with(self._done())

    def storyboard(self) -> QWidget:
        job = self._waiting()
        page = self._window.storyboard.page
        with self._qtbot.waitSignal(page.session.opened, timeout=LONGEST_MS):
            self._window.commands.run(JobAction.SLIDES, [job])
        page.board.panel.script.editor.setPlainText("Other words.")
        page.board.panel.sound.record.click()
        page.notice.say("Something is to be known.", "warning", again=True)
        return self._window

    def player(self) -> QWidget:
        self._window.commands.run(JobAction.PLAY, [self._done()])
        return self._window

    def preferences(self) -> QWidget:
        self._window.desk.open()
        assert self._window.desk.dialog is not None
        return self._window.desk.dialog

    def settings(self) -> QWidget:
        self._window.commands.run(JobAction.SETTINGS, [self._waiting()])
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._qtbot.addWidget(dialog)
        return dialog

    def remove(self) -> QWidget:
        return self._shown(RemoveDialog([self._done()], self._theme, self._window))

    def about(self) -> QWidget:
        return self._shown(AboutDialog(self._window))

    def problem(self) -> QWidget:
        return self._shown(ProblemWindow(SlidecastError("damaged", "The list is damaged.", "details"), self._theme))

    def _shown(self, widget: QWidget) -> QWidget:
        self._qtbot.addWidget(widget)
        widget.show()
        return widget

    def _with(self, job: Job) -> QWidget:
        """The list with that job chosen, and all that can be unfolded."""
        self._window.model.reload()
        self._window.summarise()
        self._window.jobs_page.next_render.unfold()
        self._window.jobs_page.list.choose(job.job_id)
        self._window.banner.say(["“notes.docx” is a Word document."])
        return self._window

    def _waiting(self) -> Job:
        job = self._store.create(self._deck, SETTINGS)
        self._window.model.reload()
        self._window.summarise()
        return self._store.get(job.job_id)

    def _done(self) -> Job:
        video = self._deck.with_suffix(".mp4")
        video.write_bytes(b"not a video")
        return self._ended(Finished(Outcome.DONE, str(video), created_files=(str(video),)))

    def _ended(self, end: Finished, *, warned: bool = False) -> Job:
        job = self._store.create(self._deck, SETTINGS, JobStatus.QUEUED)
        claimed = self._store.claim(job.job_id, this_owner(), str(self._deck.with_suffix(".mp4")))
        assert claimed is not None
        if warned:
            self._store.warned(claimed, "The equation was left out.", 7)
        self._store.finish(claimed, end)
        self._window.model.reload()
        self._window.summarise()
        return self._store.get(job.job_id)


PAGES = [name for name in vars(Pages) if not name.startswith("_")]


@pytest.fixture
def pages(
    qtbot: QtBot,
    open_window: Callable[..., tuple[MainWindow, JobStore, JobQueue]],
    theme: Theme,
    make_deck: Callable[..., Path],
) -> Pages:
    window, store, _ = open_window()
    window.resize(1280, 900)
    return Pages(qtbot, window, store, theme, make_deck([("One", "First words."), ("Two", "")]))


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, pages: Pages) -> QWidget:
    opened: QWidget = getattr(pages, request.param)()
    return opened


def used(window: QWidget) -> Iterator[QWidget]:
    """What can be used, without the parts Qt makes inside of it."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parent(), (QComboBox, QLineEdit)) or widget.window() is not window
        inside = inside or widget.objectName().startswith("qt_")
        if isinstance(widget, USED) and not isinstance(widget, QScrollBar) and not inside:
            yield widget


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_control_has_a_name(page: QWidget) -> None:
    nameless = [widget for widget in used(page) if not name_of(widget)]
    assert not nameless


def test_keyboard_reaches_every_visible_control(page: QWidget) -> None:
    reached: set[QWidget] = set()
    widget = page.nextInFocusChain()
    while widget not in reached:
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        if widget is page or widget is None:
            break
        widget = widget.nextInFocusChain()
    missed = [
        name_of(widget)
        for widget in used(page)
        if widget.isVisible() and widget not in reached and widget.focusProxy() is None
    ]
    assert not missed


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("name", PAGES)
def test_text_of_every_page_can_be_read_in_both_themes(
    qtbot: QtBot, pages: Pages, theme: Theme, name: str, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    assert weak_texts(getattr(pages, name)(), LEAST_CONTRAST) == {}


def test_every_control_of_the_window_is_explained(pages: Pages) -> None:
    bare = [
        name_of(widget)
        for widget in used(pages.storyboard())
        if not (widget.toolTip() or widget.accessibleDescription()) and not isinstance(widget, QAbstractItemView)
    ]
    assert not bare


def test_every_menu_entry_has_words_and_no_shortcut_twice(pages: Pages) -> None:
    window = pages.waiting()
    assert isinstance(window, MainWindow)
    actions = [action for menu in window.menuBar().actions() for action in menu.menu().actions()]
    entries: list[QAction] = [action for action in actions if not action.isSeparator()]
    assert all(entry.text() for entry in entries)
    keys = [entry.shortcut().toString() for entry in entries if not entry.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
