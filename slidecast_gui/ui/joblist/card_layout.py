"""Where everything lies on a job's card. Heights follow the fonts, so that text at 200 % does not break a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

SIDE = 24
"""Space between the list's edges and its cards."""
GAP = 10
WIDEST = 1100
"""On a very wide screen a card's two ends would not be seen as one."""
PADDING = 14
BUTTON = 34
_LINE_GAP = 5.0
_BAR = 6.0


class Face:
    """A font with its measures, which cost more to make than to ask."""

    __slots__ = ("font", "metrics")

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)

    @property
    def height(self) -> float:
        """The height of a line."""
        return self.metrics.height()


@dataclass(frozen=True, slots=True)
class CardFonts:
    """The three fonts of a card."""

    title: Face
    body: Face
    heading: Face


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Rectangles in the list's coordinates; `buttons` in the order of the job's actions, from the right."""

    heading: QRectF
    card: QRectF
    thumbnail: QRectF
    title: QRectF
    facts: QRectF
    line: QRectF
    bar: QRectF
    percent: QRectF
    pill: QRectF
    buttons: tuple[QRectF, ...]

    def button_at(self, point: QPointF) -> int | None:
        """Which button lies under `point`, if one does."""
        return next((number for number, rect in enumerate(self.buttons) if rect.contains(point)), None)


def heading_height(fonts: CardFonts) -> int:
    """Height of the heading above the first card of a group."""
    return round(fonts.heading.height + 26)


def card_height(fonts: CardFonts) -> int:
    """Height of a card with the gap below it."""
    return round(_text_height(fonts) + 2 * PADDING + GAP)


def lay_out(rect: QRect, fonts: CardFonts, *, headed: bool, pill_width: float, buttons: Sequence[float]) -> CardLayout:
    """The places of one row: `rect` is the row, `buttons` how wide the button of each action is."""
    above = heading_height(fonts) if headed else 0
    left, width = rect.left() + SIDE, min(rect.width() - 2 * SIDE, WIDEST)
    card = QRectF(left, rect.top() + above, width, rect.height() - above - GAP)
    inner = card.adjusted(PADDING, PADDING, -PADDING, -PADDING)
    thumbnail = QRectF(inner.left(), inner.top(), inner.height() * 16 / 9, inner.height())
    title_height, body_height = fonts.title.height, fonts.body.height
    text_left = thumbnail.right() + 18
    text_right = inner.right() - sum(buttons) - 18
    text_width = max(40.0, text_right - text_left)
    title = QRectF(text_left, inner.top(), max(40.0, inner.right() - pill_width - 18 - text_left), title_height)
    facts = QRectF(text_left, title.bottom() + _LINE_GAP, text_width, body_height)
    line = QRectF(text_left, facts.bottom() + _LINE_GAP, text_width, body_height)
    percent_width = fonts.body.metrics.horizontalAdvance("100 %") + 6
    bar = QRectF(text_left, line.center().y() - _BAR / 2, text_width - percent_width, _BAR)
    percent = QRectF(bar.right(), line.top(), percent_width, body_height)
    pill_height = body_height + 8
    pill = QRectF(inner.right() - pill_width, title.center().y() - pill_height / 2, pill_width, pill_height)
    # From the right, so that the next step is always in the same place, however many others there are.
    right, top = inner.right() + 6, inner.bottom() - BUTTON + 6
    places = tuple(
        QRectF(right - until, top, width, BUTTON) for width, until in zip(buttons, accumulate(buttons), strict=True)
    )
    heading = QRectF(left + 2, rect.top(), width, above)
    return CardLayout(heading, card, thumbnail, title, facts, line, bar, percent, pill, places)


def _text_height(fonts: CardFonts) -> float:
    """Title, facts and one more line, with room for the buttons below the pill."""
    title, body = fonts.title.height, fonts.body.height
    return max(title + 2 * body + 2 * _LINE_GAP, title + BUTTON + 2)
