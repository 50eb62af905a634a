"""Finished videos are watched inside the window: which one, and what becomes of the window meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from slidecast_gui.jobs import Job
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.pages import Pages

if TYPE_CHECKING:
    from slidecast_gui.ui.player import PlayerPage


class Theatre(QObject):
    """Opens the player's page over the list. `full_screen_changed` tells whether the picture is to fill the screen."""

    full_screen_changed = Signal(bool)

    def __init__(self, window: QMainWindow, pages: Pages, commands: Commands, theme: Theme, state: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._commands = commands
        self._theme = theme
        self._state = state
        self._player: PlayerPage | None = None
        commands.watch_wanted.connect(self.watch)
        self.full_screen_changed.connect(self._fill_screen)

    @property
    def player(self) -> PlayerPage:
        """The player; made when it is first wanted, as the first sight of the window should not wait for it."""
        if self._player is None:
            self._player = self._make_player()
        return self._player

    @property
    def is_open(self) -> bool:
        """Whether a video is watched now."""
        return self._player is not None and self._pages.currentWidget() is self._player

    @property
    def is_full_screen(self) -> bool:
        """Whether its picture fills the screen."""
        return self._player is not None and self._player.full_screen.is_on

    def watch(self, job: Job) -> None:
        """Plays the video of a job."""
        self._pages.open(self.player)
        self.player.open(Path(job.video_path), job.title)

    def stop(self) -> None:
        """To be called before the window goes."""
        if self._player is not None:
            self._player.stop()

    def _make_player(self) -> PlayerPage:
        from slidecast_gui.ui.player import PlayerPage

        player = PlayerPage(self._theme, self._state)
        self._pages.addWidget(player)
        player.closed.connect(self._pages.go_home)
        player.full_screen_changed.connect(self.full_screen_changed)
        player.open_wanted.connect(lambda path: self._commands.open_file(Path(path)))
        player.show_wanted.connect(lambda path: self._commands.show_file(Path(path)))
        player.copy_wanted.connect(lambda path: QGuiApplication.clipboard().setText(path))
        return player

    def _fill_screen(self, full: bool) -> None:
        """Hides what is not the picture."""
        for part in (self._window.menuBar(), self._window.statusBar()):
            part.setVisible(not full)
