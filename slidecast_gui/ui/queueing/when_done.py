"""What is to happen when all is done: chosen in a menu for this session, never remembered."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say


class Afterwards(StrEnum):
    """What follows the last job."""

    NOTHING = "nothing"
    FOLDER = "folder"
    QUIT = "quit"


_WORDS = {
    Afterwards.NOTHING: QT_TRANSLATE_NOOP("Wording", "Do &nothing"),
    Afterwards.FOLDER: QT_TRANSLATE_NOOP("Wording", "Open the &folder"),
    Afterwards.QUIT: QT_TRANSLATE_NOOP("Wording", "&Quit Slidecast"),
}


class WhenDone:
    """A submenu of which exactly one entry is chosen; at every launch the first, so that nothing surprises."""

    def __init__(self, menu: QMenu) -> None:
        """`menu` is the submenu to fill."""
        self._entries: dict[Afterwards, QAction] = {}
        group = QActionGroup(menu)
        for choice, words in _WORDS.items():
            entry = menu.addAction(say(words))
            entry.setCheckable(True)
            # "Quit" in a menu's text would be taken for the program's own Quit, and moved, on macOS.
            entry.setMenuRole(QAction.MenuRole.NoRole)
            group.addAction(entry)
            self._entries[choice] = entry
        self._entries[Afterwards.NOTHING].setChecked(True)

    @property
    def choice(self) -> Afterwards:
        """What is chosen now."""
        return next(choice for choice, entry in self._entries.items() if entry.isChecked())

    def entry(self, choice: Afterwards) -> QAction:
        """The menu entry of a choice."""
        return self._entries[choice]
