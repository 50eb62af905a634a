"""On every page, everything that can be used has a name, the keyboard reaches it, and its text can be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_page import PAGES, Pages
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from rendered import weak_texts

from slidecast_gui.ui import MainWindow, Theme, ThemeChoice

LEAST_CONTRAST = 4.5
USED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSlider, QAbstractItemView)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, pages: Pages) -> QWidget:
    opened: QWidget = getattr(pages, request.param)()
    return opened


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


def test_every_control_has_a_name(page: QWidget) -> None:
    nameless = [widget for widget in used(page) if not name_of(widget)]
    assert not nameless


def test_keyboard_reaches_every_visible_control(page: QWidget) -> None:
    reached: set[QWidget] = set()
    widget = page.nextInFocusChain()
    while widget not in reached:
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        if widget is page or widget is None:
            break
        widget = widget.nextInFocusChain()
    missed = [
        name_of(widget)
        for widget in used(page)
        if widget.isVisible() and widget not in reached and widget.focusProxy() is None
    ]
    assert not missed


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("name", PAGES)
def test_text_of_every_page_can_be_read_in_both_themes(
    pages: Pages, theme: Theme, name: str, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    assert weak_texts(getattr(pages, name)(), LEAST_CONTRAST) == {}


def test_every_control_of_the_window_is_explained(pages: Pages) -> None:
    bare = [
        name_of(widget)
        for widget in used(pages.storyboard())
        if not (widget.toolTip() or widget.accessibleDescription()) and not isinstance(widget, QAbstractItemView)
    ]
    assert not bare


def test_every_menu_entry_has_words_and_no_shortcut_twice(pages: Pages) -> None:
    window = pages.waiting()
    assert isinstance(window, MainWindow)
    actions = [action for menu in window.menuBar().actions() for action in menu.menu().actions()]
    entries: list[QAction] = [action for action in actions if not action.isSeparator()]
    assert all(entry.text() for entry in entries)
    keys = [entry.shortcut().toString() for entry in entries if not entry.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
