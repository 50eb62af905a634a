"""Decks are gone through slide by slide inside the window: which one, what is recorded, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.jobs import Job, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.recordings import forget_recording, recording_of
from slidecast_gui.paths import DataPaths
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.pages import Pages

if TYPE_CHECKING:
    from slidecast_gui.ui.recorder import Recorder
    from slidecast_gui.ui.storyboard import StoryboardPage


class Storyboarding(QObject):
    """Opens the storyboard over the list. `job_added` carries a job that the presenter's changes have made."""

    job_added = Signal(str)

    def __init__(
        self,
        pages: Pages,
        store: JobStore,
        queue: JobQueue,
        paths: DataPaths,
        commands: Commands,
        theme: Theme,
        recorder: Callable[[Theme], Recorder] | None = None,
    ) -> None:
        """`recorder` makes what records, when the first slide is to be spoken."""
        super().__init__(pages)
        self._pages = pages
        self._store = store
        self._queue = queue
        self._paths = paths
        self._theme = theme
        self._make_recorder = recorder or _recorder
        self._recorder: Recorder | None = None
        self._recorded = 0
        self._is_holding = False
        self._page: StoryboardPage | None = None
        pages.currentChanged.connect(self._leave_if_hidden)
        commands.slides_wanted.connect(self.open)

    @property
    def page(self) -> StoryboardPage:
        """The storyboard; made when it is first wanted, as the first sight of the window should not wait for it."""
        if self._page is None:
            self._page = self._make_page()
        return self._page

    @property
    def recorder(self) -> Recorder | None:
        """What records, once something was to be recorded."""
        return self._recorder

    @Slot(object)
    def open(self, job: Job, slide: int = 1) -> None:
        """Shows the slides of a job, and that one large."""
        if self.page.job_id == job.job_id:
            self.page.choose(slide)
        else:
            self.page.open_job(job.job_id, slide)
        # Of a job that has ended another one may be open.
        if self._queue.hold_for_editing(self.page.job_id or job.job_id):
            self._is_holding = True
        self._pages.open(self.page)

    def stop(self) -> None:
        """To be called before the window goes and the store is closed."""
        if self._recorder is not None:
            self._recorder.finish()
        if self._page is not None:
            self._page.finish()
        self._end_editing()

    @Slot()
    def _leave_if_hidden(self) -> None:
        """Another page lies over the storyboard, or a dropped deck brings the list: as by going back, all is kept."""
        if self._page is None or self._pages.currentWidget() is self._page:
            return
        if not self._page.job_id or self._page.leave():
            self._end_editing()

    def _make_page(self) -> StoryboardPage:
        from slidecast_gui.ui.storyboard import StoryboardPage

        page = StoryboardPage(self._store, self._paths, self._theme)
        self._pages.addWidget(page)
        self._queue.job_changed.connect(page.note_job)
        page.back_wanted.connect(self._pages.go_home)
        page.render_wanted.connect(self._queue.start)
        page.render_wanted.connect(self._pages.go_home)
        page.repeated.connect(self.job_added)
        page.record_wanted.connect(self._record)
        page.session.sounds.kept.connect(self._forget_recording)
        page.board.strip.chosen_changed.connect(self._chosen_changed)
        return page

    def _end_editing(self) -> None:
        if self._is_holding:
            self._is_holding = not self._queue.end_editing()

    @Slot(int)
    def _chosen_changed(self, number: int) -> None:
        """Who chooses another slide wants to record for that one."""
        if number != self._recorded:
            self.page.board.panel.sound.hide_recorder()
        self._show_obstacle()

    @Slot(int)
    def _record(self, number: int) -> None:
        if self._recorder is None:
            self._recorder = self._make_recorder(self._theme)
            self._recorder.recorded.connect(self._use)
            self._recorder.session.changed.connect(self._show_obstacle)
            self.page.board.panel.sound.take_recorder(self._recorder)
        self.page.preview.stop()
        self._recorded = number
        self._recorder.record_for(recording_of(self._paths.recordings, self.page.job_id, number))
        if not self._recorder.obstacle:
            self.page.board.panel.sound.show_recorder()

    @Slot()
    def _show_obstacle(self) -> None:
        """Known once something was to be recorded: looking for microphones is not for those who never record.

        An open recorder says it itself.
        """
        if self._recorder is not None and not self._recorder.isVisible():
            self.page.board.panel.sound.show_obstacle(self._recorder.obstacle)

    @Slot(str)
    def _use(self, path: str) -> None:
        self.page.board.panel.sound.hide_recorder()
        self.page.use_sound(self._recorded, path)

    @Slot(str, str, str, object)
    def _forget_recording(self, _job_id: str, _slide_id: str, _name: str, source: Path) -> None:
        """It has been copied."""
        forget_recording(self._paths.recordings, source)


def _recorder(theme: Theme) -> Recorder:
    """Imported when it is needed: it brings numpy, for which the first sight of the window should not wait."""
    from slidecast_gui.ui.recorder import Recorder

    return Recorder(theme)
