"""What the keyboard does, read from the menus themselves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QMenuBar, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.ui.look.sheet import Sheet
from slidecast_gui.ui.look.theme import SPACE, Theme

_WIDTH = 460


class ShortcutsDialog(Sheet):
    """Every menu with the keys of its entries."""

    def __init__(self, bar: QMenuBar, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        title = QLabel(self.windowTitle())
        title.setProperty("role", "title")
        outer = QVBoxLayout()
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(title)
        for name, keys in _menus(bar):
            outer.addLayout(_group(name, keys))
        outer.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        self.fill(outer, below)


def _menus(bar: QMenuBar) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The name of each menu with its entries that have keys, and these as the system writes them."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            keys = [
                (entry.text().replace("&", ""), entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
                for entry in menu.actions()
                if not entry.shortcut().isEmpty()
            ]
            if keys:
                yield action.text().replace("&", ""), keys


def _group(name: str, keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACE)
    grid.setVerticalSpacing(SPACE // 2)
    grid.setColumnStretch(0, 1)
    heading = QLabel(name)
    heading.setProperty("role", "section")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (text, shown) in enumerate(keys, 1):
        what, key = QLabel(text), QLabel(shown)
        what.setWordWrap(True)
        key.setProperty("role", "muted")
        grid.addWidget(what, row, 0)
        grid.addWidget(key, row, 1, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return grid
