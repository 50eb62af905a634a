"""A drop-down that fits the window's style."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from slidecast_gui.ui.look.icons import paint_icon
from slidecast_gui.ui.look.theme import Theme

_SIDE = 16
_INSET = 10


class Choice(QComboBox):
    """A combo box with Slidecast's own arrow: a style sheet could only name a file, which has one colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @property
    def value(self) -> object:
        """What the chosen entry stands for."""
        return self.currentData()

    def select(self, value: object) -> bool:
        """Chooses the entry that stands for `value`; False where there is none."""
        place = self.findData(value)
        if place >= 0:
            self.setCurrentIndex(place)
        return place >= 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that scrolls past must not change a setting."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The styled box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.scaled(_SIDE)
        x = _INSET if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - side - _INSET
        tone = "muted" if self.isEnabled() else "line_strong"
        place = QRectF(x, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", place, self._theme.color(tone))
