"""What is asked for in the details, and who answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.details.details_pane import DetailsPane
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.job_list import JobList
from slidecast_gui.ui.storyboarding import Storyboarding


class DetailsDesk(QObject):
    """Passes on what the pane asks for, about the job it shows or about all that are selected."""

    def __init__(
        self, pane: DetailsPane, jobs: JobList, commands: Commands, storyboard: Storyboarding, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._jobs = jobs
        self._commands = commands
        self._storyboard = storyboard
        pane.action_wanted.connect(self._act)
        pane.slide_wanted.connect(self._show_slide)
        pane.show_wanted.connect(lambda path: commands.show_file(Path(path)))

    @Slot(str)
    def _act(self, action: str) -> None:
        self._commands.run(JobAction(action), self._jobs.chosen)

    @Slot(int)
    def _show_slide(self, slide: int) -> None:
        if self._pane.job is not None:
            self._storyboard.open(self._pane.job, slide)
