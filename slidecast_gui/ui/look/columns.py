"""Parts side by side, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Columns(QLayout):
    """Rows of columns of equal width; the fewer, the narrower the place. Text that wraps makes its row higher."""

    def __init__(self, parts: Sequence[QLayout], most: int, across: int, down: int) -> None:
        """At `most` so many columns, with the gaps `across` and `down` between them, in device-independent pixels."""
        super().__init__()
        self._most, self._across, self._down = most, across, down
        self._items: list[QLayoutItem] = []
        for part in parts:
            self.addChildLayout(part)
            self._items.append(part)

    def addItem(self, item: QLayoutItem) -> None:
        """As Qt asks for it."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of the parts; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Lets go of a part."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Wider is better."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Fewer columns are more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all rows are at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All columns side by side."""
        width = self._most * self._widest() + (self._most - 1) * self._across
        return self._with_margins(QSize(width, self._arrange(QRect(0, 0, width, 0), move=False)))

    def minimumSize(self) -> QSize:
        """One column; how high is told by `heightForWidth`."""
        return self._with_margins(QSize(self._widest(), 0))

    def setGeometry(self, rect: QRect) -> None:
        """Puts the parts into their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        columns = max(1, min(self._most, (inner.width() + self._across) // (self._widest() + self._across)))
        width = (inner.width() - (columns - 1) * self._across) // columns
        top = inner.top()
        for first in range(0, len(self._items), columns):
            row = self._items[first : first + columns]
            height = max(_height(item, width) for item in row)
            for column, item in enumerate(row):
                if move:
                    item.setGeometry(QRect(inner.left() + column * (width + self._across), top, width, height))
            top += height + self._down
        return top - self._down - inner.top() + margins.top() + margins.bottom()

    def _widest(self) -> int:
        return max((item.minimumSize().width() for item in self._items), default=1)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
