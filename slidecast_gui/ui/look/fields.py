"""One way to put a labelled, explained field on a form, so that none is without a name for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget


def name_field(field: QWidget, name: str, explanation: str) -> None:
    """Gives a field its accessible name and its explanation, as tool tip and as description."""
    field.setAccessibleName(name)
    field.setAccessibleDescription(explanation)
    field.setToolTip(explanation)


def labelled(name: str, field: QWidget, explanation: str = "", *, shown: bool = True) -> QVBoxLayout:
    """A column of label, field, and (where `shown`) the explanation; the label's mnemonic goes to the field."""
    label = QLabel(name)
    label.setProperty("role", "section")
    label.setBuddy(field)
    name_field(field, name.replace("&", ""), explanation)
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(label)
    column.addWidget(field)
    if explanation and shown:
        below = QLabel(explanation)
        below.setProperty("role", "caption")
        below.setWordWrap(True)
        below.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(below)
    column.addStretch(1)
    return column


class Slider(QWidget):
    """A slider with its value beside it; a wheel that scrolls past does not move it."""

    changed = Signal()

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = _QuietSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(lowest, highest)
        self._slider.setSingleStep(5)
        self._slider.setPageStep(20)
        self._slider.setMinimumHeight(34)
        self._value = QLabel()
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("0000"))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        self.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._moved)

    @property
    def value(self) -> int:
        """Where the slider stands."""
        return self._slider.value()

    def show_value(self, value: int) -> None:
        """Puts the slider there; a value beyond its end, set in a terminal, stretches it."""
        self._slider.setMaximum(max(self._slider.maximum(), value))
        self._slider.setMinimum(min(self._slider.minimum(), value))
        self._slider.setValue(value)
        self._value.setNum(value)

    def setAccessibleName(self, name: str) -> None:
        """The name belongs to the part that takes the keyboard."""
        self._slider.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """As `setAccessibleName`."""
        self._slider.setAccessibleDescription(description)

    def _moved(self, value: int) -> None:
        self._value.setNum(value)
        self.changed.emit()


class _QuietSlider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
