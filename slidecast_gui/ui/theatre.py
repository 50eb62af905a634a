"""Finished videos are watched inside the window: which one, and what becomes of the window meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from slidecast_gui.jobs import Job
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.pages import Pages
from slidecast_gui.ui.player import PlayerPage


class Theatre(QObject):
    """Opens the player's page over the list, and hides what is not the picture where that is to fill the screen."""

    def __init__(self, window: QMainWindow, pages: Pages, commands: Commands, theme: Theme, state: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self.player = PlayerPage(theme, state)
        pages.addWidget(self.player)
        commands.watch_wanted.connect(self.watch)
        self.player.closed.connect(pages.go_home)
        self.player.full_screen_changed.connect(self._fill_screen)
        self.player.open_wanted.connect(lambda path: commands.open_file(Path(path)))
        self.player.show_wanted.connect(lambda path: commands.show_file(Path(path)))
        self.player.copy_wanted.connect(lambda path: QGuiApplication.clipboard().setText(path))

    def watch(self, job: Job) -> None:
        """Plays the video of a job."""
        self._pages.open(self.player)
        self.player.open(Path(job.video_path), job.title)

    def stop(self) -> None:
        """To be called before the window goes."""
        self.player.stop()

    def _fill_screen(self, full: bool) -> None:
        for part in (self._window.menuBar(), self._window.statusBar()):
            part.setVisible(not full)
