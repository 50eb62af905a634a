"""Asks what a command needs to know before it can be carried out, and hands the answer on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui import questions
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.remove_dialog import RemoveDialog


class Asking(QObject):
    """Opens dialogs over the window. Where the presenter thinks better of it, nothing happens."""

    paths_chosen = Signal(list)
    """Decks, or a folder of them, that are to be added."""

    def __init__(self, commands: Commands, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._commands = commands
        self._theme = theme
        self._window = window
        commands.removal_wanted.connect(self.ask_removal)
        commands.place_wanted.connect(self.ask_place)

    @Slot()
    def ask_decks(self) -> None:
        """Asks which decks are to be added."""
        if chosen := questions.which_decks(self._window, self._commands.usual_folder()):
            self.paths_chosen.emit(chosen)

    @Slot()
    def ask_folder(self) -> None:
        """Asks for a folder whose decks are to be added."""
        if chosen := questions.which_folder(self._window, self._commands.usual_folder()):
            self.paths_chosen.emit([chosen])

    @Slot(object)
    def ask_place(self, job: Job) -> None:
        """Asks where the video of a job is now."""
        was = Path(job.video_path)
        if chosen := questions.which_video(self._window, was.name, was.parent):
            self._commands.locate(job, chosen)

    @Slot(list)
    def ask_removal(self, jobs: Sequence[Job]) -> None:
        """Asks whether the files of these jobs are to be deleted, as that cannot be undone."""
        dialog = RemoveDialog(jobs, self._theme, self._window)
        if dialog.exec() == RemoveDialog.DialogCode.Accepted:
            self._commands.remove(jobs, with_files=True)
