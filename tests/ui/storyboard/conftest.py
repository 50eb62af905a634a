"""The storyboard of a real window, with the real child that draws and speaks the slides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.storyboarding import Storyboarding

HERE = Path(__file__).parent
LONGEST_MS = 60_000
THREE = [("One", "First words."), ("Two", "Second words."), ("Three", "")]
QUICK = Preferences(
    render=RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5, voice="espeak:en-gb")
)


@pytest.fixture
def open_board(
    qtbot: QtBot, open_window: Callable[..., tuple[MainWindow, object, object]]
) -> Callable[[Path], Storyboarding]:
    """Adds a deck to a window and opens its slides, as a presenter does; comes back when they are there."""

    def open_one(deck: Path) -> Storyboarding:
        window = open_window(QUICK)[0]
        with qtbot.waitSignal(window.commands.added):
            window.add_paths([deck])
        slides = window.menus.action("storyboard")
        qtbot.waitUntil(slides.isEnabled)
        with qtbot.waitSignal(window.storyboard.page.session.opened, timeout=LONGEST_MS):
            slides.trigger()
        return window.storyboard

    return open_one


@pytest.fixture
def board(open_board: Callable[[Path], Storyboarding], make_deck: Callable[..., Path]) -> Storyboarding:
    return open_board(make_deck(THREE, hidden=[3]))
