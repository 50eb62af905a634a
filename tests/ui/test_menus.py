"""Menus and their keys, as on any other program of the desktop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.shortcuts_dialog import ShortcutsDialog

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: OpenWindow, deck_at: Callable[[str], Path]) -> MainWindow:
    """With two decks in the list."""
    window, store, _ = open_window()
    for name in ("one.pptx", "two.pptx"):
        store.create(deck_at(name), RenderSettings())
    window.model.reload()
    window.summarise()
    window.activateWindow()
    return window


def entries(window: MainWindow) -> list[QAction]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return [entry for menu in menus if isinstance(menu, QMenu) for entry in menu.actions()]


def test_paths_of_the_selected_jobs_are_copied_by_keyboard(window: MainWindow, deck_at: Callable[[str], Path]) -> None:
    window.jobs_page.list.setFocus()
    QTest.keyClick(window.jobs_page.list, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(window.jobs_page.list, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == f"{deck_at('one.pptx')}\n{deck_at('two.pptx')}"


def test_a_text_field_keeps_its_own_keys(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    search = window.top_bar.search
    assert search.hasFocus()
    with qtbot.waitSignal(window.top_bar.searched):
        QTest.keyClicks(search, "talk")
    QTest.keyClick(search, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(search, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "talk"
    assert window.jobs_page.list.chosen == []


def test_close_goes_back_from_a_page_and_then_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.open(window.theatre.player)
    QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert not window.pages.is_away
    with qtbot.waitSignal(window.gone):
        QTest.keyClick(window, Qt.Key.Key_W, CONTROL)


def test_the_window_fills_the_screen_and_comes_back_with_the_same_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_help_lists_the_keys_of_the_menus(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Add decks…", "Ctrl+O", "Find…", "Ctrl+F"} <= set(texts)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_W, CONTROL)
    assert not dialog.isVisible()


def test_no_two_entries_have_one_key_and_none_is_taken_by_an_input_method(window: MainWindow) -> None:
    keys = [key.toString() for entry in dict.fromkeys(entries(window)) for key in entry.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not {"Ctrl+Shift+U", "Ctrl+.", "Ctrl+;"} & set(keys)
