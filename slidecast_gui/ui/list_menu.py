"""The menu entries that make files of the list of jobs, and jobs of a file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.menu_entries import MenuEntries


class ListMenu(QObject):
    """Import and export the queue, export the history, back up. Signals say what was chosen."""

    import_wanted = Signal()
    export_wanted = Signal()
    history_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, menu: QMenu, theme: Theme) -> None:
        super().__init__(menu)
        add = partial(MenuEntries(theme, self).add, menu)
        self.import_entry = add(self.tr("&Import queue…"), "import", self.import_wanted.emit, "Ctrl+Shift+I")
        self.export_entry = add(self.tr("&Export queue…"), "export", self.export_wanted.emit, "Ctrl+Shift+E")
        self.history_entry = add(self.tr("Export &history…"), "deck", self.history_wanted.emit, "Ctrl+Shift+H")
        self.backup_entry = add(
            self.tr("&Back up the list of jobs…"), "backup", self.backup_wanted.emit, "Ctrl+Shift+B"
        )
        self.import_entry.setStatusTip(self.tr("Add the decks of a queue that was exported, also on another computer"))
        self.export_entry.setStatusTip(self.tr("Write the decks that wait, with their settings, to a file"))
        self.history_entry.setStatusTip(self.tr("Write all jobs to a file for spreadsheets or for programs"))
        self.backup_entry.setStatusTip(self.tr("Copy everything Slidecast knows of your jobs to one file"))

    def forbid(self, sentence: str) -> None:
        """Nothing can be imported, and the sentence says why, or allows it, being empty; copies can always be made."""
        forbid(self.import_entry, sentence)
