"""Decks and folders that were added lately, in a menu: the way back to a talk that is given again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from slidecast_gui.paths import resource

MOST = 10
_KEY = "recent"


class Recents(QObject):
    """Fills its menu from the window's state, which keeps them; the newest comes first."""

    chosen = Signal(object)
    """The path of an entry; whether it is still there is found out when it is added."""

    def __init__(self, menu: QMenu, state: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._state = state
        self._show()

    @property
    def paths(self) -> list[Path]:
        """What is remembered, the newest first."""
        stored = self._state.value(_KEY)
        # A list of one comes back as its text.
        texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(text) for text in texts if isinstance(text, str) and text]

    def note(self, paths: Sequence[Path]) -> None:
        """Decks or folders were added. The sample has an entry of its own."""
        samples = resource("samples")
        own = [path.absolute() for path in paths if samples not in path.parents]
        if own:
            self._keep(list(dict.fromkeys([*own, *self.paths]))[:MOST])

    def clear(self) -> None:
        """Forgets them all."""
        self._keep([])

    def _keep(self, paths: Sequence[Path]) -> None:
        self._state.setValue(_KEY, [str(path) for path in paths])
        self._show()

    def _show(self) -> None:
        paths = self.paths
        self._menu.clear()
        self._menu.setToolTipsVisible(True)
        for number, path in enumerate(paths, 1):
            entry = self._entry(f"&{number % 10}  {_in_menu(path, paths)}")
            entry.setToolTip(str(path))
            entry.setStatusTip(str(path))
            entry.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
        if paths:
            self._menu.addSeparator()
        forget = self._entry(self.tr("&Clear this list"))
        forget.setEnabled(bool(paths))
        forget.triggered.connect(self.clear)

    def _entry(self, text: str) -> QAction:
        entry = self._menu.addAction(text)
        # A deck called "Settings" or "About us" would be taken for the program's own entry, and moved, on macOS.
        entry.setMenuRole(QAction.MenuRole.NoRole)
        return entry


def _in_menu(path: Path, others: Sequence[Path]) -> str:
    """The file's name, with its folder's where another one has the same; an ampersand is no mnemonic."""
    alike = sum(other.name == path.name for other in others) > 1
    text = f"{path.name} – {path.parent.name}" if alike else path.name
    return text.replace("&", "&&")
