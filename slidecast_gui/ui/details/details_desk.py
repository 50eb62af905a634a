"""What is asked for in the details, and who answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.ui import questions
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.details.details_pane import DetailsPane
from slidecast_gui.ui.details.remedies import Remedy
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.job_list import JobList
from slidecast_gui.ui.storyboarding import Storyboarding


class DetailsDesk(QObject):
    """Passes on what the pane asks for, about the job it shows or about all that are selected."""

    def __init__(
        self,
        pane: DetailsPane,
        jobs: JobList,
        queue: JobQueue,
        commands: Commands,
        storyboard: Storyboarding,
        window: QWidget,
    ) -> None:
        """`window` is what questions are asked over."""
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._pane = pane
        self._jobs = jobs
        self._commands = commands
        self._storyboard = storyboard
        pane.action_wanted.connect(self._act)
        pane.remedy_wanted.connect(self._mend)
        pane.slide_wanted.connect(self._show_slide)
        pane.show_wanted.connect(lambda path: commands.show_file(Path(path)))

    @Slot(str)
    def _act(self, action: str) -> None:
        self._commands.run(JobAction(action), self._jobs.chosen)

    @Slot(str)
    def _mend(self, remedy: str) -> None:
        job = self._pane.job
        if job is None:
            return
        match Remedy(remedy):
            case Remedy.FIND_DECK:
                self._find_deck(job)
            case Remedy.SAVE_ELSEWHERE:
                self._commands.run(JobAction.AGAIN if job.status.ended else JobAction.SETTINGS, [job])
            case Remedy.SLIDE:
                self._storyboard.open(job, job.slide or 1)
            case Remedy.SLIDES:
                self._commands.run(JobAction.SLIDES, [job])
            case Remedy.RETRY:
                self._commands.run(JobAction.RETRY, [job])

    def _find_deck(self, job: Job) -> None:
        was = Path(job.deck_path)
        folder = was.parent if was.parent.is_dir() else self._commands.usual_folder()
        if found := questions.which_deck(self._window, was.name, folder):
            self._queue.retry_with(job.job_id, None, deck=found)

    @Slot(int)
    def _show_slide(self, slide: int) -> None:
        if self._pane.job is not None:
            self._storyboard.open(self._pane.job, slide)
