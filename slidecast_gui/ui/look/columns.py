"""Parts side by side, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from slidecast_gui.ui.look.arranged import ArrangedLayout


class Columns(ArrangedLayout):
    """Rows of columns of equal width; the fewer, the narrower the place. Text that wraps makes its row higher."""

    def __init__(self, parts: Sequence[QLayout], most: int, across: int, down: int) -> None:
        """At `most` so many columns, with the gaps `across` and `down` between them, in device-independent pixels."""
        super().__init__()
        self._most, self._across, self._down = most, across, down
        for part in parts:
            self.addChildLayout(part)
            self._items.append(part)

    def expandingDirections(self) -> Qt.Orientation:
        """Wider is better."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """All columns side by side."""
        width = self._most * self._widest() + (self._most - 1) * self._across
        return self._with_margins(QSize(width, self.arrange(QRect(0, 0, width, 0), move=False)))

    def minimumSize(self) -> QSize:
        """One column; how high is told by `heightForWidth`."""
        return self._with_margins(QSize(self._widest(), 0))

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Goes through the rows; returns their height together, with the margins."""
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
