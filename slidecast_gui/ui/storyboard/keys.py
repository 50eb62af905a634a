"""The keyboard of the storyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


def bind_keys(
    page: QWidget,
    strip: QWidget,
    step: Callable[[int], None],
    listen: Callable[[], None],
    back: Callable[[], None],
    render: Callable[[], None],
) -> None:
    """Arrows and pages choose slides, in text fields with Ctrl; Ctrl+L listens, Ctrl+Return renders.

    Esc leaves a text field for the `strip`, as whoever is typing means that; from everywhere else it goes back.
    """

    def escape() -> None:
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            strip.setFocus()
        else:
            back()

    keys: dict[str, Callable[[], None]] = {"Ctrl+L": listen, "Esc": escape, "Ctrl+Return": render}
    for name in ("Up", "Left", "PgUp", "Ctrl+PgUp"):
        keys[name] = lambda: step(-1)
    for name in ("Down", "Right", "PgDown", "Ctrl+PgDown"):
        keys[name] = lambda: step(1)
    for name, act in keys.items():
        shortcut = QShortcut(QKeySequence(name), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
