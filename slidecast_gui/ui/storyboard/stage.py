"""The chosen slide, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails

_FADED = 0.4


class Stage(QWidget):
    """Shows the picture at a path; while it is being read, the small one of the strip stands in for it."""

    def __init__(self, theme: Theme, large: Thumbnails, small: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._large = large
        self._small = small
        self._path = ""
        self._ratio = 16 / 9
        self._faded = False
        self._scaled = (QSize(), 0, QPixmap())
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for pictures in (large, small):
            pictures.arrived.connect(self._arrived)
        theme.changed.connect(self.update)

    def shape(self, ratio: float) -> None:
        """Slides of this width divided by height follow."""
        self._ratio = ratio
        self._limit()
        self.update()

    def show_picture(self, path: str, *, faded: bool) -> None:
        """Shows a picture, pale where the slide is left out; an empty path is a slide that is not drawn yet."""
        self._path, self._faded = path, faded
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the picture can be: what is said of it stands right below it."""
        super().resizeEvent(event)
        self._limit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture on its sheet."""
        with QPainter(self) as painter:
            self._paint(painter)

    def _limit(self) -> None:
        self.setMaximumHeight(max(self.minimumHeight(), round(self.width() / self._ratio) + 2))

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        sheet = QRectF(QPointF(), QSize(round(1000 * self._ratio), 1000).toSizeF())
        sheet.setSize(sheet.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        sheet.moveCenter(room.center())
        painter.fillRect(sheet, self._theme.color("sunken"))
        painter.setOpacity(_FADED if self._faded else 1.0)
        picture = self._large.picture(self._path) or self._small.picture(self._path)
        if picture is not None:
            painter.drawPixmap(sheet.topLeft(), self._fitted(picture, sheet.size().toSize()))
        painter.setOpacity(1.0)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)
        if not self._path:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, self.tr("Drawing this slide…"))

    def _fitted(self, picture: QPixmap, size: QSize) -> QPixmap:
        """The picture in this size, sharp on this screen; kept, as it is painted again while somebody types."""
        wanted = size * self.devicePixelRatioF()
        if self._scaled[:2] != (wanted, picture.cacheKey()):
            fitted = picture.scaled(
                wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            fitted.setDevicePixelRatio(self.devicePixelRatioF())
            self._scaled = (wanted, picture.cacheKey(), fitted)
        return self._scaled[2]

    def _arrived(self, path: str) -> None:
        if path == self._path:
            self.update()
