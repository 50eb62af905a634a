"""What holds for every render and for the window itself, each field with a line that says what it does."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs.processes.limits import default_limits
from slidecast_gui.preferences import Preferences
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.fields import labelled
from slidecast_gui.ui.look.sheet import Sheet
from slidecast_gui.ui.look.theme import SPACE, Theme, ThemeChoice
from slidecast_gui.ui.wording import size_of_file

_WIDTH = 480
_MB = 1024**2
_AUTOMATIC = 0
_MEMORY_MB = (1024, 2048, 4096, 8192, 16384, 32768)
_PIECES_MB = (512, 1024, 2048, 5120, 10240, 20480)
_FOR_EVER = 0
_DAYS = (7, 30, 90, 180, 365)


class PreferencesDialog(Sheet):
    """Each choice counts at once: `edited` carries the preferences as they are then. It is not modal."""

    edited = Signal(object)

    def __init__(self, preferences: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.look = self._look(theme)
        self.memory = self._memory(theme)
        self.pieces = self._pieces(theme)
        self.history = self._history(theme)
        self._lay_out()
        self.show_preferences(preferences)
        for choice in (self.look, self.memory, self.pieces, self.history):
            choice.activated.connect(self._edited)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows values without telling that they were edited; one that is set in a file and not offered is listed."""
        self._preferences = preferences
        self.look.select(preferences.theme)
        _select(self.memory, preferences.memory_mb, size_of_file(preferences.memory_mb * _MB))
        _select(self.pieces, preferences.pieces_mb, size_of_file(preferences.pieces_mb * _MB))
        days = preferences.keep_history_days or _FOR_EVER
        _select(self.history, days, self.tr("Delete after {n} days").format(n=days))

    def _look(self, theme: Theme) -> Choice:
        choice = Choice(theme)
        choice.addItem(self.tr("Follow the system"), ThemeChoice.SYSTEM.value)
        choice.addItem(self.tr("Light"), ThemeChoice.LIGHT.value)
        choice.addItem(self.tr("Dark"), ThemeChoice.DARK.value)
        return choice

    def _memory(self, theme: Theme) -> Choice:
        choice = Choice(theme)
        usual = size_of_file(default_limits().memory_mb * _MB)
        choice.addItem(self.tr("Automatic ({size} on this computer)").format(size=usual), _AUTOMATIC)
        for size in _MEMORY_MB:
            choice.addItem(size_of_file(size * _MB), size)
        return choice

    def _pieces(self, theme: Theme) -> Choice:
        choice = Choice(theme)
        for size in _PIECES_MB:
            choice.addItem(size_of_file(size * _MB), size)
        return choice

    def _history(self, theme: Theme) -> Choice:
        choice = Choice(theme)
        choice.addItem(self.tr("Keep them all"), _FOR_EVER)
        for days in _DAYS:
            choice.addItem(self.tr("Delete after {n} days").format(n=days), days)
        return choice

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Preferences"))
        title.setProperty("role", "title")
        rows = (
            (
                self.tr("&Look"),
                self.look,
                self.tr("Light or dark; the system's own choice is followed where it has one."),
            ),
            (
                self.tr("&Memory of a render"),
                self.memory,
                self.tr(
                    "A render that needs more is stopped, so that other programs keep theirs. Automatic is half of the "
                    "computer's memory, from 1 to 8 GB. Counts from the next render on."
                ),
            ),
            (
                self.tr("&Space for finished slides"),
                self.pieces,
                self.tr(
                    "Kept so that an interrupted or changed deck renders only what is missing; after each render the "
                    "oldest make room."
                ),
            ),
            (
                self.tr("&Past jobs"),
                self.history,
                self.tr(
                    "Jobs that ended longer ago leave the list when this window is closed, and at each start; their "
                    "decks and videos stay."
                ),
            ),
        )
        outer = QVBoxLayout()
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(title)
        for name, field, explanation in rows:
            outer.addLayout(labelled(name, field, explanation))
        # What is left goes here, not between the fields.
        outer.addStretch(1)
        self.fill(outer, self._buttons())

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _edited(self) -> None:
        self._preferences = replace(
            self._preferences,
            theme=str(self.look.value),
            memory_mb=int(str(self.memory.value)),
            pieces_mb=int(str(self.pieces.value)),
            keep_history_days=int(str(self.history.value)) or None,
        )
        self.edited.emit(self._preferences)


def _select(choice: Choice, value: int, words: str) -> None:
    if not choice.select(value):
        choice.addItem(words, value)
        choice.select(value)
