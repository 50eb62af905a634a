"""Opens any page and dialog of a window, with jobs in every state behind it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Hold, Job, JobStatus, JobStore, this_owner
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, ProblemWindow, Theme
from slidecast_gui.ui.about_dialog import AboutDialog
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.remove_dialog import RemoveDialog
from slidecast_gui.ui.shortcuts_dialog import ShortcutsDialog
from slidecast_gui.ui.storyboard.notice import Topic

LONGEST_MS = 60_000
SETTINGS = RenderSettings(size="720p", renderer="builtin", voice="espeak:en-gb")


class Pages:
    """Each method opens the page of its name, and gives the window to be looked at."""

    def __init__(self, qtbot: QtBot, window: MainWindow, store: JobStore, theme: Theme, deck: Path) -> None:
        self._qtbot, self.window, self._store, self._theme, self._deck = qtbot, window, store, theme, deck

    def empty(self) -> QWidget:
        return self.window

    def waiting(self) -> QWidget:
        return self._with(self._waiting())

    def failed(self) -> QWidget:
        self._waiting()
        end = Finished(Outcome.FAILED, error="Open the deck in PowerPoint.", error_kind="x", error_detail="Traceback")
        return self._with(self._ended(end, warned=True))

    def done(self) -> QWidget:
        self._waiting()
        return self._with(self._done())

    def held(self) -> QWidget:
        """The list while the queue is held, and the window about to close."""
        window = self._with(self._waiting())
        self.window.jobs_page.hold.show_hold(Hold.ALL)
        self.window.announcing.countdown.start(600)
        return window

    def storyboard(self) -> QWidget:
        job = self._waiting()
        page = self.window.storyboard.page
        with self._qtbot.waitSignal(page.session.opened, timeout=LONGEST_MS):
            self.window.commands.run(JobAction.SLIDES, [job])
        page.board.panel.script.editor.setPlainText("Other words.")
        page.board.panel.sound.record.click()
        page.notice.say("Something is to be known.", Topic.TALK, "warning", again=True, file=self._deck)
        return self.window

    def player(self) -> QWidget:
        self.window.commands.run(JobAction.PLAY, [self._done()])
        return self.window

    def preferences(self) -> QWidget:
        self.window.desk.open()
        assert self.window.desk.dialog is not None
        return self.window.desk.dialog

    def settings(self) -> QWidget:
        self.window.commands.run(JobAction.SETTINGS, [self._waiting()])
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._qtbot.addWidget(dialog)
        return dialog

    def remove(self) -> QWidget:
        return self._shown(RemoveDialog([self._done()], self._theme, self.window))

    def about(self) -> QWidget:
        return self._shown(AboutDialog(self._theme, self.window))

    def shortcuts(self) -> QWidget:
        return self._shown(ShortcutsDialog(self.window.menuBar(), self._theme, self.window))

    def problem(self) -> QWidget:
        return self._shown(ProblemWindow(SlidecastError("damaged", "The list is damaged.", "details"), self._theme))

    def _shown(self, widget: QWidget) -> QWidget:
        self._qtbot.addWidget(widget)
        widget.show()
        return widget

    def _with(self, job: Job) -> QWidget:
        """The list with that job chosen, and all that can be unfolded."""
        self.window.model.reload()
        self.window.summarise()
        self.window.jobs_page.next_render.unfold()
        self.window.jobs_page.list.choose(job.job_id)
        self.window.banner.say(["“notes.docx” is a Word document."])
        return self.window

    def _waiting(self) -> Job:
        job = self._store.create(self._deck, SETTINGS)
        self.window.model.reload()
        self.window.summarise()
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
        self.window.model.reload()
        self.window.summarise()
        return self._store.get(job.job_id)


PAGES = [name for name in vars(Pages) if not name.startswith("_")]
