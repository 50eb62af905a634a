"""Everything that can be used has a name, and the keyboard reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow

USED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider, QAbstractItemView)


@pytest.fixture
def full_window(
    open_window: Callable[..., tuple[MainWindow, JobStore, JobQueue]], deck_at: Callable[[str], Path]
) -> MainWindow:
    window, _, queue = open_window()
    queue.add([deck_at("one.pptx"), deck_at("two.pptx")], RenderSettings())
    window.jobs_page.next_render.unfold()
    window.summarise()
    return window


def used(window: QWidget) -> Iterator[QWidget]:
    """What can be used, without the parts Qt makes inside of it."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parent(), (QComboBox, QLineEdit)) or widget.window() is not window
        inside = inside or widget.objectName().startswith("qt_")
        if isinstance(widget, USED) and not isinstance(widget, QScrollBar) and not inside:
            yield widget


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_control_has_a_name(full_window: MainWindow) -> None:
    nameless = [widget for widget in used(full_window) if not name_of(widget)]
    assert not nameless


def test_every_control_is_explained(full_window: MainWindow) -> None:
    bare = [
        name_of(widget)
        for widget in used(full_window)
        if not (widget.toolTip() or widget.accessibleDescription()) and not isinstance(widget, QAbstractItemView)
    ]
    assert not bare


def test_keyboard_reaches_every_visible_control(full_window: MainWindow) -> None:
    reached: set[QWidget] = set()
    widget = full_window.nextInFocusChain()
    while widget not in reached:
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        if widget is full_window or widget is None:
            break
        widget = widget.nextInFocusChain()
    missed = [
        name_of(widget)
        for widget in used(full_window)
        if widget.isVisible() and widget not in reached and widget.focusProxy() is None
    ]
    assert not missed


def test_every_menu_entry_has_words_and_no_shortcut_twice(full_window: MainWindow) -> None:
    actions = [action for menu in full_window.menuBar().actions() for action in menu.menu().actions()]
    entries: list[QAction] = [action for action in actions if not action.isSeparator()]
    assert all(entry.text() for entry in entries)
    keys = [entry.shortcut().toString() for entry in entries if not entry.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
