"""What lies over the window while decks are dragged across it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.look.icons import paint_icon
from slidecast_gui.ui.look.theme import Theme


class DropVeil(QWidget):
    """Shows that a drop is welcome everywhere. The pointer passes through it, so the window gets the drop."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Covers the whole parent."""
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet of the window's colour with the promise in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._theme.color("window"))
        ground.setAlpha(235)
        painter.fillRect(self.rect(), ground)
        frame = QRectF(self.rect()).adjusted(20, 20, -20, -20)
        painter.setPen(QPen(self._theme.color("focus"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 20, 20)
        side = 56.0
        middle = frame.center()
        place = QRectF(middle.x() - side / 2, middle.y() - side, side, side)
        paint_icon(painter, "deck", place, self._theme.color("accent"))
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font(1.5, QFont.Weight.DemiBold))
        below = QRectF(frame.left(), middle.y() + 16, frame.width(), 60)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.tr("Drop to add"))
