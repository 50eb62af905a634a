"""How a widget's text comes out on the screen: its colours, as they are rendered."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

TEXTUAL = (QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)


def luminance(color: QColor) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_of(widget: QWidget) -> str:
    """The text a widget shows now, also where it only stands for one that is to be typed."""
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QPlainTextEdit():
            return widget.toPlainText() or widget.placeholderText()
    return ""


def ink_of(widget: QWidget) -> QColor:
    """The colour its text is painted in."""
    palette = widget.palette()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        shows = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        return palette.color(QPalette.ColorRole.Text if shows else QPalette.ColorRole.PlaceholderText)
    return palette.color(widget.foregroundRole())


def ground_of(widget: QWidget, window: QImage) -> QColor:
    """What most of a widget is covered with in a picture of its window."""
    return QColor(pixels_of(widget, window).most_common(1)[0][0])


def pixels_of(widget: QWidget, window: QImage) -> Counter[int]:
    """How many pixels of a widget have each colour, as 0xRRGGBB, in a picture of its window."""
    ratio = window.devicePixelRatio()
    corner = widget.mapTo(widget.window(), QPoint())
    return colors_in(window, QRect(corner * ratio, widget.size() * ratio).intersected(window.rect()))


def colors_in(picture: QImage, area: QRect) -> Counter[int]:
    """How many pixels of a part of a picture have each colour, as 0xRRGGBB."""
    data = bytes(picture.copy(area).convertToFormat(QImage.Format.Format_RGB32).constBits())
    counted = Counter(data[at : at + 3] for at in range(0, len(data), 4))
    return Counter({red << 16 | green << 8 | blue: count for (blue, green, red), count in counted.items()})


def weak_texts(window: QWidget, least: float) -> dict[str, float]:
    """The visible, usable texts of a window with less contrast than that, and what they have."""
    picture = window.grab().toImage()
    weak = {}
    for widget in window.findChildren(QWidget):
        usable = widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
        if not usable or not isinstance(widget, TEXTUAL) or not text_of(widget).strip():
            continue
        ground = ground_of(widget, picture)
        found = contrast(blended(ink_of(widget), ground), ground)
        if isinstance(widget, QAbstractButton) and widget.isChecked():
            # Its palette is that of a button which is not; its ink is what differs most from its ground.
            found = max(contrast(QColor(pixel), ground) for pixel in pixels_of(widget, picture))
        if found < least:
            weak[f"{type(widget).__name__} “{text_of(widget)}”"] = round(found, 2)
    return weak


def weak_paintings(view: QAbstractItemView, least: float, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """The texts that a delegate paints with less contrast than that, and what they have; what is painted is asked for.

    Raises AssertionError where no text is painted at all.
    """
    drawn: list[tuple[str, QRect, QColor]] = []
    draw = QPainter.drawText

    def note(painter: QPainter, place: QRectF, *rest: object) -> object:
        ink = QColor(painter.pen().color())
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        drawn.append((str(rest[-1]), painter.combinedTransform().mapRect(place).toAlignedRect(), ink))
        return draw(painter, place, *rest)

    monkeypatch.setattr(QPainter, "drawText", note)
    picture = view.viewport().grab().toImage()
    monkeypatch.undo()
    seen = [
        (text, place & picture.rect(), ink) for text, place, ink in drawn if text and place.intersects(picture.rect())
    ]
    assert seen
    weak = {}
    for text, place, ink in seen:
        ground = QColor(colors_in(picture, place).most_common(1)[0][0])
        found = contrast(blended(ink, ground), ground)
        if found < least:
            weak[text] = round(found, 2)
    return weak


def blended(ink: QColor, ground: QColor) -> QColor:
    """Ink that lets some of the ground through, as it is seen."""
    part = ink.alphaF()
    return QColor.fromRgbF(
        ink.redF() * part + ground.redF() * (1 - part),
        ink.greenF() * part + ground.greenF() * (1 - part),
        ink.blueF() * part + ground.blueF() * (1 - part),
    )
