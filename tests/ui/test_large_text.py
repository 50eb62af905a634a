"""With text twice as large, on a small screen, nothing is cut and nothing is out of reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_page import PAGES, Pages
from fitting import cramped
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMainWindow

from slidecast_gui.ui import Theme
from slidecast_gui.ui.details.details_pane import DetailsPane
from slidecast_gui.ui.storyboard.slide_panel import SlidePanel

TWICE_PT = 20
WIDTH, HEIGHT = 1280, 680
"""What a screen of 1280 x 720 leaves beside its title bar."""
_FIXED = (DetailsPane, SlidePanel)
"""Panes of a fixed width."""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(TWICE_PT)
    qapp.setFont(large)
    made = Theme(qapp)
    yield made
    qapp.setStyleSheet("")
    qapp.setFont(before)
    made.deleteLater()


@pytest.mark.parametrize("name", PAGES)
def test_everything_has_room_for_text_twice_as_large(pages: Pages, qapp: QApplication, name: str) -> None:
    shown = getattr(pages, name)()
    room = shown.screen().availableSize()
    if isinstance(shown, QMainWindow):
        room = QSize(WIDTH, HEIGHT)
        shown.resize(room)
    qapp.processEvents()
    assert shown.width() <= room.width()
    assert shown.height() <= room.height()
    assert "\n".join(cramped(shown, _FIXED)) == ""
