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
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rendered import weak_paintings, weak_texts

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


def entries_of(menu: QMenu) -> Iterator[QAction]:
    """The entries of a menu, and of the menus in it."""
    for entry in menu.actions():
        if entry.isSeparator():
            continue
        yield entry
        inner = entry.menu()
        if isinstance(inner, QMenu):
            yield from entries_of(inner)


def test_every_menu_entry_has_words_and_no_shortcut_twice(pages: Pages) -> None:
    window = pages.waiting()
    assert isinstance(window, MainWindow)
    menus = [action.menu() for action in window.menuBar().actions()]
    entries = [entry for menu in menus if isinstance(menu, QMenu) for entry in entries_of(menu)]
    assert all(entry.text() for entry in entries)
    # An entry may stand in two menus, as copying does.
    keys = [key.toString() for entry in dict.fromkeys(entries) for key in entry.shortcuts()]
    assert len(keys) == len(set(keys))


def test_no_two_entries_of_a_menu_have_one_letter(pages: Pages) -> None:
    window = pages.waiting()
    assert isinstance(window, MainWindow)
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        texts = [entry.text().replace("&&", "") for entry in menu.actions() if entry.isVisible()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


@pytest.mark.parametrize("name", ["waiting", "storyboard", "player", "preferences", "settings", "held"])
def test_every_control_looks_different_with_the_keyboard_on_it(
    qtbot: QtBot, pages: Pages, qapp: QApplication, name: str
) -> None:
    window = getattr(pages, name)()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    alike = []
    for widget in used(window):
        if not widget.isVisible() or not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        other = next(each for each in used(window) if each is not widget and each.isVisible() and each.isEnabled())
        pictures = []
        for holder in (other, widget):
            holder.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            pictures.append(widget.grab().toImage())
        if widget.hasFocus() and pictures[0] == pictures[1]:
            alike.append(f"{type(widget).__name__} “{name_of(widget)}”")
    assert alike == []


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("name", ["waiting", "failed", "done", "storyboard"])
def test_painted_text_of_cards_and_slides_can_be_read_in_both_themes(
    pages: Pages, theme: Theme, monkeypatch: pytest.MonkeyPatch, name: str, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    window = getattr(pages, name)()
    view = pages.window.storyboard.page.board.strip if name == "storyboard" else window.jobs_page.list
    assert weak_paintings(view, LEAST_CONTRAST, monkeypatch) == {}
