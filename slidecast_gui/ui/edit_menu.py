"""The Edit menu: what is done with the list as with any text. Text fields keep these keys for themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.menu_entries import MenuEntries


class EditMenu(QObject):
    """Undo a removal, select all, find, and what `put_first` adds. Signals say what was chosen."""

    undo_wanted = Signal()
    select_all_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, menu: QMenu, theme: Theme) -> None:
        super().__init__(menu)
        self._menu = menu
        self._can_undo = False
        self._shows_list = True
        entries = MenuEntries(theme, self)
        keys = QKeySequence.StandardKey
        self.undo_entry = entries.add(menu, self.tr("&Undo removal"), "undo", self.undo_wanted, keys.Undo)
        self.undo_entry.setStatusTip(self.tr("Brings back the jobs that were removed last"))
        self.undo_entry.setEnabled(False)
        menu.addSeparator()
        self.select_all_entry = entries.add(menu, self.tr("Select &all"), "", self.select_all_wanted, keys.SelectAll)
        menu.addSeparator()
        self.find_entry = entries.add(menu, self.tr("&Find…"), "search", self.find_wanted, keys.Find)

    def put_first(self, entry: QAction) -> None:
        """An entry of another menu that is looked for here, too."""
        self._menu.insertAction(self.select_all_entry, entry)

    def offer_undo(self, offered: bool) -> None:
        """Whether there are removed jobs that can come back."""
        self._can_undo = offered
        self.undo_entry.setEnabled(offered and self._shows_list)

    def show_list(self, *, shown: bool) -> None:
        """Another page than the list has nothing to find or to select in it, and undoes what was done there."""
        self._shows_list = shown
        self.offer_undo(self._can_undo)
        self.select_all_entry.setEnabled(shown)
        self.find_entry.setEnabled(shown)
