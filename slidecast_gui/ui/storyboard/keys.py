"""The keyboard of the storyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_keys(
    page: QWidget,
    step: Callable[[int], None],
    listen: Callable[[], None],
    back: Callable[[], None],
    render: Callable[[], None],
) -> None:
    """Arrows and pages choose slides, in text fields with Ctrl; Ctrl+L listens, Esc goes back, Ctrl+Return renders."""
    keys: dict[str, Callable[[], None]] = {"Ctrl+L": listen, "Esc": back, "Ctrl+Return": render}
    for name in ("Up", "Left", "PgUp", "Ctrl+PgUp"):
        keys[name] = lambda: step(-1)
    for name in ("Down", "Right", "PgDown", "Ctrl+PgDown"):
        keys[name] = lambda: step(1)
    for name, act in keys.items():
        shortcut = QShortcut(QKeySequence(name), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
