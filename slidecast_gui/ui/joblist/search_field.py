"""Where the presenter types what is to be found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """A line with two more keys: Escape clears it, and leaves it where it is clear; Down goes to what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As above; everything else is typed."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)
