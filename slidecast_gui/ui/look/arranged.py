"""What every layout of ours has in common: it keeps its parts, and the narrower its place, the higher it gets."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ArrangedLayout(QLayout):
    """A layout whose parts are put into their places by `arrange`, which is all that a kind of it has to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's door for `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are, hidden ones included."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of the parts; None beyond the last, as Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Lets go of a part."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all parts are together at a width."""
        return self.arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts the parts into their places."""
        super().setGeometry(rect)
        self.arrange(rect, move=True)

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Goes through the parts in `rect`, and puts them there where `move` says so; returns the height they take."""
        raise NotImplementedError
