"""Recording on the storyboard, with and without a microphone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from slidecast_gui.ui import Theme
from slidecast_gui.ui.recorder import Recorder
from slidecast_gui.ui.storyboarding import Storyboarding

LONGEST_MS = 60_000


class Plug(QObject):
    """A microphone that is connected when a test says so; the system lets everybody listen."""

    devices_changed = Signal()
    heard = Signal(object)
    lost = Signal()
    rate = 8000
    names: tuple[tuple[str, str], ...] = ()
    status = Qt.PermissionStatus.Granted

    def connect_one(self) -> None:
        self.names = (("Headset", "h"),)
        self.devices_changed.emit()

    def start(self, _device_id: str) -> bool:
        return True

    def stop(self) -> None:
        pass


@pytest.fixture
def plug(board: Storyboarding) -> Plug:
    made = Plug()

    def recorder(theme: Theme) -> Recorder:
        return Recorder(theme, load=lambda _parent: made, permission=made)

    board._make_recorder = recorder
    return made


def test_without_a_microphone_the_button_says_why_and_nothing_unfolds(board: Storyboarding, plug: Plug) -> None:
    sound = board.page.board.panel.sound
    sound.record.click()
    assert not board.recorder.isVisible()
    assert not sound.record.isEnabled()
    assert "No microphone was found" in sound.record.toolTip()
    assert sound._obstacle.isVisible()
    board.page.choose(2)
    assert not sound.record.isEnabled()
    plug.connect_one()
    assert sound.record.isEnabled()
    assert not sound._obstacle.isVisible()
    sound.record.click()
    assert board.recorder.isVisible()


def test_a_recording_becomes_the_sound_of_its_slide(qtbot: QtBot, board: Storyboarding, plug: Plug) -> None:
    plug.connect_one()
    page, sound = board.page, board.page.board.panel.sound
    page.choose(2)
    sound.record.click()
    board.recorder.record.click()
    plug.heard.emit((0.4 * np.sin(np.arange(8000))).astype(np.float32))
    board.recorder.record.click()
    with qtbot.waitSignal(page.session.sounds.kept, timeout=LONGEST_MS):
        board.recorder.use.click()
    assert sound.text == "Recording 2.wav"
    assert not board.recorder.isVisible()
