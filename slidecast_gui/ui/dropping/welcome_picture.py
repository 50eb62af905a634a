"""The picture of the empty window: a fan of slides that has found its voice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from slidecast_gui.ui.look.theme import Theme

_SIZE = QSize(340, 210)
_INK, _PAPER, _PENCIL, _WAVE_COLOR = map(QColor, ("#14213D", "#FDFBF7", "#DCD3C2", "#E4572E"))
"""A slide is paper in both themes."""
_WAVE = (0.18, 0.34, 0.62, 0.42, 0.86, 1.0, 0.7, 0.46, 0.78, 0.52, 0.3, 0.2)


class WelcomePicture(QWidget):
    """A slide of paper among others in the theme's tones."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # It gives way to the words, where there is not enough room for both.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Its full size, in device-independent pixels."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is needed."""
        return QSize(_SIZE.width(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two slides behind, one in front, and the sign that it plays."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2 - 2)
        painter.scale(self.height() / _SIZE.height(), self.height() / _SIZE.height())
        slide = QRectF(-112, -70, 224, 140)
        back = self._theme.color("line_strong") if self._theme.is_dark else _INK
        self._slide(painter, slide, back, turn=-8, shift=QPointF(-22, -2))
        self._slide(painter, slide, self._theme.color("teal"), turn=5, shift=QPointF(20, -8))
        self._slide(painter, slide, _PAPER, turn=0, shift=QPointF(0, 8))
        painter.translate(0, 8)
        self._words(painter, slide)
        self._wave(painter, slide)
        self._play(painter, QPointF(slide.right() - 10, slide.bottom() - 6))

    def _slide(self, painter: QPainter, rect: QRectF, color: QColor, turn: float, shift: QPointF) -> None:
        painter.save()
        painter.translate(shift)
        painter.rotate(turn)
        painter.setPen(QPen(_PENCIL, 1.5) if turn == 0 else Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(rect, 12, 12)
        painter.restore()

    def _words(self, painter: QPainter, slide: QRectF) -> None:
        """A heading and a line, as bars."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_INK)
        painter.drawRoundedRect(QRectF(slide.left() + 22, slide.top() + 22, 92, 10), 5, 5)
        painter.setBrush(_PENCIL)
        painter.drawRoundedRect(QRectF(slide.left() + 22, slide.top() + 40, 132, 7), 3.5, 3.5)

    def _wave(self, painter: QPainter, slide: QRectF) -> None:
        pen = QPen(_WAVE_COLOR, 6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = slide.top() + 92
        for number, height in enumerate(_WAVE):
            x = slide.left() + 25 + number * 12.4
            painter.drawLine(QPointF(x, middle - 24 * height), QPointF(x, middle + 24 * height))

    def _play(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(self._theme.color("surface"), 5))
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(middle, 27, 27)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_text"))
        points = [QPointF(-7, -11), QPointF(12, 0), QPointF(-7, 11)]
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
