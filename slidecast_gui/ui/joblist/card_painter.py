"""Draws a job's card. All geometry comes from `card_layout`, all words from `card_text`."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPixmap

from slidecast_gui.ui.joblist.card_layout import BUTTON, CardFonts, CardLayout, Face
from slidecast_gui.ui.look.icons import paint_icon
from slidecast_gui.ui.look.theme import Theme

_RADIUS = 12.0
_PILL_ICON = 14.0
_PILL_PADDING = 10.0
_ICON = 19.0


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything a card shows. `line` is left out where `percent` asks for a bar. `usable` is of each of `buttons`.

    `label` stands on the first button, if it is not empty.
    """

    heading: str
    title: str
    facts: str
    line: str
    line_tone: str
    pill: str
    pill_icon: str
    pill_tone: str
    percent: int | None
    percent_alive: bool
    buttons: tuple[str, ...]
    label: str
    usable: tuple[bool, ...]
    thumbnail: QPixmap | None


@dataclass(frozen=True, slots=True)
class CardState:
    """How the pointer and the keyboard stand to a card.

    `focused` tells that keys go to it, be it selected or not. `hot` is the number of the button below the pointer.
    """

    hovered: bool
    selected: bool
    focused: bool
    hot: int | None


def pill_width(text: str, fonts: CardFonts) -> float:
    """How wide the pill with this text is."""
    return fonts.body.metrics.horizontalAdvance(text) + _PILL_ICON + 6 + 2 * _PILL_PADDING


def label_width(text: str, fonts: CardFonts) -> float:
    """How wide the button with this text is."""
    return BUTTON + (fonts.body.metrics.horizontalAdvance(text) + _PILL_PADDING if text else 0)


class CardPainter:
    """Paints with the tones of the theme, as they are at that moment, and with its fonts as last measured."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.measure()

    def measure(self) -> None:
        """Takes the card's fonts in the present type scale."""
        self.fonts = CardFonts(
            title=Face(self._theme.font(1.08, QFont.Weight.DemiBold)),
            body=Face(self._theme.font(0.94)),
            heading=Face(self._theme.font(0.9, QFont.Weight.DemiBold)),
        )

    def paint(self, painter: QPainter, layout: CardLayout, content: CardContent, state: CardState) -> None:
        """Draws the whole row: heading, card, and what lies on it."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        fonts = self.fonts
        if content.heading:
            below = layout.heading.adjusted(0, 0, 0, -8)
            bottom_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            self._text(painter, below, content.heading, fonts.heading, "muted", bottom_left)
        self._card(painter, layout.card, state)
        self._thumbnail(painter, layout.thumbnail, content.thumbnail)
        self._text(painter, layout.title, content.title, fonts.title, "text")
        self._text(painter, layout.facts, content.facts, fonts.body, "muted")
        if content.percent is None:
            self._text(painter, layout.line, content.line, fonts.body, content.line_tone)
        else:
            self._bar(painter, layout, content.percent, fonts.body, alive=content.percent_alive)
        self._pill(painter, layout.pill, content, fonts.body)
        self._buttons(painter, layout.buttons, content, state, fonts.body)
        painter.restore()

    def _card(self, painter: QPainter, rect: QRectF, state: CardState) -> None:
        color = self._theme.color
        painter.setBrush(color("hover" if state.hovered or state.selected else "surface"))
        painter.setPen(QPen(color("edge" if state.selected else "line"), 2.0 if state.selected else 1.0))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if state.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2.5))
            # Inside of the card: the row above paints over what lies beyond its own.
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)

    def _thumbnail(self, painter: QPainter, rect: QRectF, picture: QPixmap | None) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(rect, 6, 6)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(rect, self._theme.color("sunken"))
        if picture is None:
            self._placeholder(painter, rect)
        else:
            painter.drawPixmap(_fitted(rect, picture), picture, QRectF(picture.rect()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRoundedRect(rect, 6, 6)

    def _placeholder(self, painter: QPainter, rect: QRectF) -> None:
        """A slide that has not been drawn yet: a heading, a picture, some lines."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line_strong"))
        step = rect.height() / 10
        left, top = rect.left() + 1.6 * step, rect.top() + 1.8 * step
        painter.drawRoundedRect(QRectF(left, top, rect.width() * 0.46, step), step / 2, step / 2)
        painter.setBrush(self._theme.color("line"))
        for number, share in enumerate((0.36, 0.32, 0.22)):
            lower = top + (2.4 + 1.7 * number) * step
            painter.drawRoundedRect(QRectF(left, lower, rect.width() * share, step * 0.8), step / 2, step / 2)
        picture = QRectF(rect.right() - rect.width() * 0.4, top + 2.2 * step, rect.width() * 0.31, step * 4.8)
        painter.drawRoundedRect(picture, 3, 3)

    def _bar(self, painter: QPainter, layout: CardLayout, percent: int, face: Face, *, alive: bool) -> None:
        bar = layout.bar
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * percent / 100))
        if percent:
            painter.setBrush(self._theme.color("focus" if alive else "line_strong"))
            painter.drawRoundedRect(filled, bar.height() / 2, bar.height() / 2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._text(painter, layout.percent, f"{percent} %", face, "muted", right)

    def _pill(self, painter: QPainter, rect: QRectF, content: CardContent, face: Face) -> None:
        color = self._theme.color
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(content.pill_tone))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        tone = f"{content.pill_tone}_text"
        place = QRectF(rect.left() + _PILL_PADDING, rect.center().y() - _PILL_ICON / 2, _PILL_ICON, _PILL_ICON)
        paint_icon(painter, content.pill_icon, place, color(tone))
        self._text(painter, rect.adjusted(_PILL_PADDING + _PILL_ICON + 6, 0, 0, 0), content.pill, face, tone)

    def _buttons(
        self, painter: QPainter, places: tuple[QRectF, ...], content: CardContent, state: CardState, face: Face
    ) -> None:
        """The next step is always there; the others appear where the presenter looks."""
        near = state.hovered or state.selected
        for number, (rect, name) in enumerate(zip(places, content.buttons, strict=True)):
            if number and not near:
                continue
            usable = content.usable[number]
            if state.hot == number and usable:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("sunken"))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
            inset = (BUTTON - _ICON) / 2
            tone = "accent" if state.hot == number else "text" if near else "muted"
            tone = tone if usable else "line_strong"
            square = QRectF(rect.topLeft(), QSizeF(BUTTON, BUTTON))
            paint_icon(painter, name, square.adjusted(inset, inset, -inset, -inset), self._theme.color(tone))
            if content.label and not number:
                self._text(painter, rect.adjusted(BUTTON - 4, 0, 0, 0), content.label, face, tone)

    def _text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        face: Face,
        tone: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        painter.setFont(face.font)
        painter.setPen(self._theme.color(tone))
        painter.drawText(rect, align, face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))


def _fitted(rect: QRectF, picture: QPixmap) -> QRectF:
    """The largest place in `rect` with the picture's shape."""
    size = picture.size().toSizeF().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = rect.center() - QPointF(size.width() / 2, size.height() / 2)
    return QRectF(corner, size)
