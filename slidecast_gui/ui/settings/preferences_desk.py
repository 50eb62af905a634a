"""Keeps what the presenter has chosen for the window and all renders, wherever in the window it is chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.look.theme import Theme, ThemeChoice
from slidecast_gui.ui.settings.preferences_dialog import PreferencesDialog


class PreferencesDesk(QObject):
    """`changed` carries the preferences to be saved and followed; the look follows here."""

    changed = Signal(object)

    def __init__(self, preferences: Preferences, queue: JobQueue, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._queue = queue
        self._theme = theme
        self._window = window
        self._may_forget = True
        self.dialog: PreferencesDialog | None = None

    @property
    def preferences(self) -> Preferences:
        """What holds now."""
        return self._preferences

    @Slot()
    def open(self) -> None:
        """Shows the dialog beside the window, or brings the one that is open forward."""
        if self.dialog is None:
            self.dialog = PreferencesDialog(self._preferences, self._theme, self._window)
            self.dialog.edited.connect(self._keep)
            kept_before = self._preferences.keep_history_days
            self.dialog.finished.connect(lambda: self._closed(kept_before))
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def close(self) -> None:
        """Takes the dialog away, as the window is about to go."""
        if self.dialog is not None:
            self.dialog.close()

    @Slot(str)
    def choose_theme(self, choice: str) -> None:
        """Shows a theme, from the menu."""
        self._keep(replace(self._preferences, theme=choice))

    def keep_settings(self, settings: RenderSettings) -> None:
        """Settings of the next render, to be found again at the next launch."""
        self._keep(replace(self._preferences, render=settings))

    def forbid(self, sentence: str) -> None:
        """The list of jobs cannot be written, and nothing of it is forgotten; with an empty sentence it can."""
        self._may_forget = not sentence

    def _keep(self, preferences: Preferences) -> None:
        if preferences == self._preferences:
            return
        self._preferences = preferences
        self._theme.choose(ThemeChoice(preferences.theme))
        if self.dialog is not None:
            self.dialog.show_preferences(preferences)
        self.changed.emit(preferences)

    def _closed(self, kept_before: int | None) -> None:
        """Past jobs go only now: with the keyboard, one passes by other choices on the way to one's own."""
        self.dialog = None
        days = self._preferences.keep_history_days
        if days is not None and days != kept_before and self._may_forget:
            self._queue.remove_older_than(days)
