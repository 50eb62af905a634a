"""What all menus do alike: entries with keys that suit the system, and with pictures that follow the theme."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import Theme

_INSTEAD = {QKeySequence.StandardKey.Quit: "Ctrl+Q", QKeySequence.StandardKey.Close: "Ctrl+W"}
"""For standard keys that not every system has."""


class MenuEntries(QObject):
    """Makes the entries of a menu and those below it, and keeps their pictures in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: list[tuple[QAction, str]] = []
        theme.changed.connect(self._restyle)

    def add(
        self,
        menu: QMenu,
        text: str,
        picture: str,
        wanted: object,
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        """A new entry at the end of a menu. `picture` names an icon, or is empty; `wanted` is a slot or a signal."""
        entry = menu.addAction(text)
        # macOS moves what it takes for "About" or "Quit" by its words, in whatever language; who wants that says so.
        entry.setMenuRole(QAction.MenuRole.NoRole)
        entry.triggered.connect(wanted)
        if keys is not None:
            entry.setShortcuts(shortcuts(keys, sys.platform))
        if picture:
            self._pictures.append((entry, picture))
            entry.setIcon(icons.icon(picture, self._theme.tones))
        return entry

    def _restyle(self) -> None:
        for entry, picture in self._pictures:
            entry.setIcon(icons.icon(picture, self._theme.tones))


def shortcuts(keys: QKeySequence.StandardKey | str, platform: str) -> list[QKeySequence]:
    """The keys of an entry, the first shown in the menu; `platform` is as `sys.platform`.

    Ctrl+Alt is never among them: with it, Windows types letters on many keyboards (Polish "ó" is Ctrl+Alt+O).
    """
    if isinstance(keys, QKeySequence.StandardKey):
        # Windows has no key of its own for leaving; presenters try this one there, too.
        return QKeySequence.keyBindings(keys) or [QKeySequence(_INSTEAD[keys])]
    # The key with the word "delete" on it, on an Apple keyboard.
    more = ["Backspace"] if keys == "Del" and platform == "darwin" else []
    return [QKeySequence(each) for each in (keys, *more)]
