"""Slidecast's own icons: SVG drawn with `currentColor`, rendered in the tone they are wanted in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from slidecast_gui.paths import resource
from slidecast_gui.ui.look.tones import Tones

_ICON_SIDES = (16, 20, 24, 32, 48, 64, 96)
_APP_ICON_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)


def app_icon() -> QIcon:
    """The program's icon in every size a system asks for."""
    icon = QIcon()
    renderer = QSvgRenderer(str(resource("icons", "slidecast.svg")))
    for side in _APP_ICON_SIDES:
        icon.addPixmap(_draw(renderer, side))
    return icon


def app_picture(side: int, ratio: float) -> QPixmap:
    """The program's icon, `side` device-independent pixels wide, for a screen of `ratio`."""
    picture = _draw(QSvgRenderer(str(resource("icons", "slidecast.svg"))), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tones: Tones) -> QIcon:
    """An icon for buttons and menus in the text colour, muted where it is disabled."""
    made = QIcon()
    for side in _ICON_SIDES:
        made.addPixmap(_draw(_renderer(name, tones.text), side))
        made.addPixmap(_draw(_renderer(name, tones.line_strong), side), QIcon.Mode.Disabled)
    return made


def tinted_icon(name: str, color: str) -> QIcon:
    """An icon in one colour, for buttons with a ground of their own."""
    made = QIcon()
    for side in _ICON_SIDES:
        made.addPixmap(_draw(_renderer(name, color), side))
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draws an icon sharply at any scale."""
    _renderer(name, color.name()).render(painter, rect)


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
