"""Finds what has no room: text that is cut, and parts that stick out of what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from slidecast_gui.ui.player.elided import ElidedLabel

_PAINTED_BY_HOLDER = (QComboBox, QLineEdit, QAbstractScrollArea)
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def cramped(window: QWidget, besides: tuple[type[QWidget], ...] = ()) -> list[str]:
    """What is wrong in a window, a line each; empty where everything has the room that it asks for.

    What is in widgets of the types `besides` is passed over.
    """
    found = []
    for widget in _shown(window):
        if any(isinstance(holder, besides) for holder in _holders(widget)):
            continue
        found += [f"{_name(widget)} {fault}" for fault in (_cut(widget), _sticks_out(widget), _hides(widget)) if fault]
    return found


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        within = widget.window() is window and not widget.objectName().startswith("qt_")
        if within and widget.isVisibleTo(window) and not isinstance(widget.parent(), _PAINTED_BY_HOLDER):
            yield widget


def _holders(widget: QWidget) -> Iterator[QWidget]:
    """The widget itself, and all it lies in."""
    holder: QWidget | None = widget
    while holder is not None:
        yield holder
        holder = holder.parentWidget()


def _cut(widget: QWidget) -> str:
    """Where a text has less room than it takes. One that is shortened on purpose needs its height alone."""
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox):
        return ""
    size, hint = widget.size(), widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(size.width())
        return f"is {size.height()} high for lines of {needed}" if size.height() < needed else ""
    if size.height() < hint.height():
        return f"is {size.height()} high, not {hint.height()}"
    # A drop-down may shorten what it shows, its list does not.
    if size.width() < hint.width() and not isinstance(widget, ElidedLabel | QComboBox):
        return f"is {size.width()} wide, not {hint.width()}"
    return ""


def _sticks_out(widget: QWidget) -> str:
    holder = widget.parentWidget()
    # What is in a scroll area is larger than its window on purpose, and it can be scrolled to.
    if holder is None or isinstance(holder.parent(), QScrollArea):
        return ""
    place = QRect(widget.mapTo(holder, QPoint()), widget.size())
    return "" if holder.rect().contains(place) else f"at {place.getRect()} sticks out of {holder.rect().getRect()}"


def _hides(widget: QWidget) -> str:
    """Where something is wider than what shows it, and cannot be scrolled to."""
    if not isinstance(widget, QScrollArea) or widget.horizontalScrollBarPolicy() != _NEVER or not widget.widget():
        return ""
    held, room = widget.widget().width(), widget.viewport().width()
    return f"shows {room} of {held}" if held > room else ""


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.objectName()
    path = [type(holder).__name__ for holder in _holders(widget)][:3]
    return f"{' in '.join(path)} “{text}”"
