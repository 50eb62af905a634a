"""The menu entries that make files of the list of jobs, and jobs of a file."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import Theme


class ListMenu(QObject):
    """Import and export the queue, export the history, back up. Signals say what was chosen."""

    import_wanted = Signal()
    export_wanted = Signal()
    history_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, menu: QMenu, theme: Theme) -> None:
        super().__init__(menu)
        self._menu = menu
        self._theme = theme
        self._icons: list[tuple[QAction, str]] = []
        self.import_entry = self._add(self.tr("&Import queue…"), "import", "Ctrl+Shift+I")
        self.export_entry = self._add(self.tr("&Export queue…"), "export", "Ctrl+Shift+E")
        self.history_entry = self._add(self.tr("Export &history…"), "deck", "Ctrl+Shift+H")
        self.backup_entry = self._add(self.tr("&Back up the list of jobs…"), "backup", "Ctrl+Shift+B")
        self.import_entry.setStatusTip(self.tr("Add the decks of a queue that was exported, also on another computer"))
        self.export_entry.setStatusTip(self.tr("Write the decks that wait, with their settings, to a file"))
        self.history_entry.setStatusTip(self.tr("Write all jobs to a file for spreadsheets or for programs"))
        self.backup_entry.setStatusTip(self.tr("Copy everything Slidecast knows of your jobs to one file"))
        self.import_entry.triggered.connect(lambda: self.import_wanted.emit())
        self.export_entry.triggered.connect(lambda: self.export_wanted.emit())
        self.history_entry.triggered.connect(lambda: self.history_wanted.emit())
        self.backup_entry.triggered.connect(lambda: self.backup_wanted.emit())
        theme.changed.connect(self._restyle)
        self._restyle()

    def forbid(self, sentence: str) -> None:
        """Nothing can be imported, and the sentence says why, or allows it, being empty; copies can always be made."""
        forbid(self.import_entry, sentence)

    def _add(self, text: str, picture: str, keys: str) -> QAction:
        entry = self._menu.addAction(text)
        entry.setShortcut(QKeySequence(keys))
        self._icons.append((entry, picture))
        return entry

    def _restyle(self) -> None:
        for entry, picture in self._icons:
            entry.setIcon(icons.icon(picture, self._theme.tones))
