"""The strip tells which slides are in sight, so that these are drawn first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from slidecast_gui.rehearsal.messages import SlideFacts
from slidecast_gui.ui import Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.storyboard.slide_model import SlideModel
from slidecast_gui.ui.storyboard.strip import Strip


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> Strip:
    model = SlideModel()
    made = Strip(model, theme, Thumbnails(QSize(40, 30), 5, model))
    qtbot.addWidget(made)
    model.setParent(made)
    model.show([SlideFacts(str(n), n, f"Slide {n}", "", hidden=False, language="") for n in range(1, 201)], {})
    made.resize(240, 500)
    made.show()
    return made


def test_scrolling_tells_once_which_slides_are_in_sight(qtbot: QtBot, strip: Strip) -> None:
    qtbot.waitUntil(lambda: strip.verticalScrollBar().maximum() > 0)
    first = strip.seen
    assert first[0] == 1
    assert 3 <= len(first) <= 8
    told: list[int] = []
    strip.seen_changed.connect(lambda: told.append(strip.seen[0]))
    with qtbot.waitSignal(strip.seen_changed):
        for part in (3, 2, 1):
            strip.verticalScrollBar().setValue(strip.verticalScrollBar().maximum() // part)
            strip.verticalScrollBar().setValue(strip.verticalScrollBar().maximum() // 2)
    assert told == [strip.seen[0]]
    assert 95 < strip.seen[0] < 102
