"""The storyboard fits into every window it can be in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from slidecast_gui.ui.storyboard.notice import Topic
from slidecast_gui.ui.storyboarding import Storyboarding


def cut_off(page: QWidget) -> list[str]:
    """Buttons, fields and labels that are narrower than their text, or begin or end beyond the page."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel | QLineEdit):
            continue
        left = widget.mapTo(page, QPoint()).x()
        narrow = isinstance(widget, QAbstractButton) and widget.width() < widget.minimumSizeHint().width()
        if narrow or left < 0 or left + widget.width() > page.width():
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
    return found


@pytest.mark.parametrize(("width", "height"), [(860, 560), (1280, 720), (2560, 1440)])
def test_nothing_on_the_storyboard_is_cut_off(qtbot: QtBot, board: Storyboarding, width: int, height: int) -> None:
    page = board.page
    page.window().resize(width, height)
    qtbot.waitUntil(lambda: page.width() == width)
    page.board.panel.script.editor.setPlainText("Other words, which can be taken back.")
    # Laid out in later turns of the event loop.
    qtbot.waitUntil(lambda: page.board.spotlight.stage.width() > 0.35 * width)
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_everything_about_a_slide_is_seen_without_scrolling_in_a_small_window(
    qtbot: QtBot, board: Storyboarding
) -> None:
    page = board.page
    page.window().resize(860, 560)
    qtbot.waitUntil(lambda: page.width() == 860)
    choose = page.board.panel.sound.choose
    qtbot.waitUntil(lambda: choose.visibleRegion().boundingRect() == choose.rect())
    assert page.board.panel.verticalScrollBar().maximum() == 0
    page.notice.say("Something is to be known.", Topic.TALK)
    qtbot.waitUntil(lambda: page.board.width() == 860 and page.board.y() > page.notice.geometry().bottom())
    whole = page.board.findChild(QScrollArea, "board")
    assert (whole.verticalScrollBar().maximum(), whole.horizontalScrollBar().maximum()) == (0, 0)
