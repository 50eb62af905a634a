"""Draws a slide of the strip: number and marks at its left, the picture with its time, the title below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from slidecast_gui.ui.look.icons import paint_icon
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.storyboard import words
from slidecast_gui.ui.storyboard.script_edits import BoardSlide
from slidecast_gui.ui.storyboard.slide_model import Role
from slidecast_gui.ui.storyboard.words import Mark

Index = QModelIndex | QPersistentModelIndex

_EDGE = 8.0
_GAP = 8.0
_GUTTER = 34.0
_MARK = 16.0
_FADED = 0.4


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything lies, in the view's coordinates."""

    card: QRectF
    gutter: QRectF
    picture: QRectF
    title: QRectF


class StripDelegate(QStyledItemDelegate):
    """Every slide has one height, which follows the shape of the deck's slides and the font."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        """`thumbnails` is asked for pictures; the view repaints what arrives."""
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._ratio = 16 / 9
        self._box = QSize()
        self._picture = QSize()
        self.fit(168)

    def fit(self, width: int) -> None:
        """Wide slides are so wide, in device-independent pixels; tall ones as high as a 4:3 slide of that width."""
        self._box = QSize(width, width * 3 // 4)
        self.shape(self._ratio)

    def shape(self, ratio: float) -> None:
        """Slides of this width divided by height follow."""
        self._ratio = ratio
        self._picture = QSize(round(1000 * ratio), 1000).scaled(self._box, Qt.AspectRatioMode.KeepAspectRatio)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As wide as the view, so that only the height counts."""
        height = self._picture.height() + QFontMetricsF(self._title_font).height() + 2 * _EDGE + _GAP + 4
        return QSize(round(_GUTTER + self._box.width() + 3 * _EDGE), round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the slide; one that is left out is faded, but its number and marks are not."""
        slide: BoardSlide = index.data(Role.SLIDE)
        places = self._places(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._card(painter, places.card, option.state)
        self._gutter(painter, places.gutter, slide)
        painter.setOpacity(_FADED if slide.is_skipped else 1.0)
        self._slide(painter, places.picture, self._thumbnails.picture(slide.picture))
        painter.setOpacity(1.0)
        self._time(painter, places.picture, words.time(slide))
        self._text(painter, places.title, words.title(slide), self._title_font, "muted" if slide.is_skipped else "text")
        painter.restore()

    @property
    def _title_font(self) -> QFont:
        return self._theme.font(0.92)

    @property
    def _small_font(self) -> QFont:
        return self._theme.font(0.85, QFont.Weight.DemiBold)

    def _places(self, rect: QRect) -> _Places:
        card = QRectF(rect).adjusted(_EDGE, _GAP / 2, -_EDGE, -_GAP / 2)
        inner = card.adjusted(0, _EDGE, -_EDGE, -_EDGE)
        width = inner.width() - _GUTTER - _EDGE
        box = QRectF(inner.left() + _GUTTER, inner.top(), width, self._picture.height())
        picture = QRectF(box.topLeft(), self._picture.toSizeF())
        picture.moveCenter(box.center())
        title = QRectF(box.left(), box.bottom() + 4, box.width(), inner.bottom() - box.bottom() - 4)
        return _Places(card, QRectF(card.left(), inner.top(), _GUTTER, box.height()), picture, title)

    def _card(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if not selected and not state & QStyle.StateFlag.State_MouseOver:
            return
        focused = selected and bool(state & QStyle.StateFlag.State_Active)
        painter.setBrush(self._theme.color("surface" if selected else "sunken"))
        edge = QPen(self._theme.color("focus" if focused else "edge"), 2)
        painter.setPen(edge if selected else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 10, 10)

    def _gutter(self, painter: QPainter, rect: QRectF, slide: BoardSlide) -> None:
        """The number, and the marks under it."""
        height = QFontMetricsF(self._small_font).height()
        number = QRectF(rect.left(), rect.top(), rect.width(), height)
        self._text(painter, number, str(slide.number), self._small_font, "muted", Qt.AlignmentFlag.AlignCenter)
        top = number.bottom() + 5
        for mark in words.marks(slide):
            tone = {Mark.WARNING: "warn_text", Mark.SOUND: "good_text"}.get(mark, "muted")
            place = QRectF(rect.center().x() - _MARK / 2, top, _MARK, _MARK)
            paint_icon(painter, mark.value, place, self._theme.color(tone))
            top += _MARK + 5

    def _slide(self, painter: QPainter, rect: QRectF, picture: QPixmap | None) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(rect, 5, 5)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(rect, self._theme.color("sunken"))
        if picture is not None:
            fitted = picture.size().toSizeF().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
            corner = rect.center() - QPointF(fitted.width() / 2, fitted.height() / 2)
            painter.drawPixmap(QRectF(corner, fitted), picture, QRectF(picture.rect()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRoundedRect(rect, 5, 5)

    def _time(self, painter: QPainter, picture: QRectF, text: str) -> None:
        """In the corner of the picture, as players have it."""
        if not text:
            return
        metrics = QFontMetricsF(self._small_font)
        size = metrics.boundingRect(text).size()
        pill = QRectF(0, 0, size.width() + 12, metrics.height() + 3)
        pill.moveBottomRight(picture.bottomRight() - QPointF(5, 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tip"))
        painter.drawRoundedRect(pill, 5, 5)
        self._text(painter, pill, text, self._small_font, "tip_text", Qt.AlignmentFlag.AlignCenter)

    def _text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        tone: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(tone))
        painter.drawText(rect, align, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
