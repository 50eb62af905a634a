"""Slidecast's own icons: SVG drawn with `currentColor`, rendered in the tone they are wanted in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from slidecast_gui.paths import resource
from slidecast_gui.ui.look.tones import Tones

_ICON_SIDES = (16, 24, 32, 48, 72)
"""In pixels: menus want 16 and buttons 24 of a plain screen, up to three times that of a dense one."""
_APP_GROUND = "#14213D"
_GAP = 0.25
_APP_ICON_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)


def app_icon() -> QIcon:
    """The program's icon in every size a system asks for."""
    icon = QIcon()
    renderer = QSvgRenderer(str(resource("icons", "slidecast.svg")))
    for side in _APP_ICON_SIDES:
        icon.addPixmap(_draw(renderer, side))
    return icon


def app_picture(side: int, ratio: float, tones: Tones) -> QPixmap:
    """The program's icon, `side` device-independent pixels wide, for a screen of `ratio`.

    On a dark window its dark ground would not be seen: there it has a lighter one.
    """
    drawing = resource("icons", "slidecast.svg").read_text(encoding="utf-8")
    if tones.name == "dark":
        drawing = drawing.replace(_APP_GROUND, tones.edge)
    picture = _draw(QSvgRenderer(QByteArray(drawing.encode())), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def before_text(button: QAbstractButton, name: str, color: str) -> None:
    """Puts an icon before a button's text with some air between them, of which Qt leaves next to none."""
    side = max(_ICON_SIDES[0], button.fontMetrics().height())
    gap = round(side * _GAP)
    button.setIconSize(QSize(side + gap, side))
    button.setIcon(_with_air(name, color, side, gap, button.layoutDirection()))


@lru_cache(maxsize=256)
def _with_air(name: str, color: str, side: int, gap: int, direction: Qt.LayoutDirection) -> QIcon:
    """An icon in one colour with `gap` pixels of nothing where the text follows."""
    made = QIcon()
    for times in (1, 2, 3):
        picture = QPixmap((side + gap) * times, side * times)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        left = gap * times if direction == Qt.LayoutDirection.RightToLeft else 0
        _renderer(name, color).render(painter, QRectF(left, 0, side * times, side * times))
        painter.end()
        made.addPixmap(picture)
    return made


@lru_cache(maxsize=256)
def icon(name: str, tones: Tones) -> QIcon:
    """An icon for buttons and menus in the text colour, muted where it is disabled."""
    made = QIcon()
    for side in _ICON_SIDES:
        made.addPixmap(_draw(_renderer(name, tones.text), side))
        made.addPixmap(_draw(_renderer(name, tones.line_strong), side), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def tinted_icon(name: str, color: str) -> QIcon:
    """An icon in one colour, for buttons with a ground of their own."""
    made = QIcon()
    for side in _ICON_SIDES:
        made.addPixmap(_draw(_renderer(name, color), side))
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draws a square icon sharply at any scale; made once a size, as a drawing costs as much as a line of text."""
    ratio = painter.device().devicePixelRatio()
    picture = _picture(name, color.name(), round(rect.width() * ratio))
    # Between two pixels it would be blurred.
    corner = QPointF(round(rect.left() * ratio), round(rect.top() * ratio)) / ratio
    painter.drawPixmap(QRectF(corner, QSizeF(picture.size()) / ratio), picture, QRectF(picture.rect()))


@lru_cache(maxsize=512)
def _picture(name: str, color: str, side: int) -> QPixmap:
    """The icon in one colour, `side` physical pixels wide."""
    return _draw(_renderer(name, color), side)


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    """The icon's drawing with its colour put in."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    return QSvgRenderer(QByteArray(drawing.encode()))


def _draw(renderer: QSvgRenderer, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
