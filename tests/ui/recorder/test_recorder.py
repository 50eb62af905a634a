"""The recorder records what the microphone hears, and says why where it cannot."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QProgressBar
from pytestqt.qtbot import QtBot
from recorder_parts import FakeMicrophone, FakePermission

from slidecast_gui.ui import Theme
from slidecast_gui.ui.player.backend import NoMultimedia
from slidecast_gui.ui.recorder import Recorder
from slidecast_gui.ui.recorder.level_meter import LevelMeter
from slidecast_gui.ui.recorder.obstacle import cannot_open, forbidden, obstacle
from slidecast_gui.ui.recorder.recording import Recording
from slidecast_gui.ui.recorder.wave_file import seconds_of

HALF_A_SECOND = np.full(4000, 0.5, np.float32)
GRANTED, DENIED = Qt.PermissionStatus.Granted, Qt.PermissionStatus.Denied
LEFT = Qt.MouseButton.LeftButton

MakeRecorder = Callable[[], Recorder]


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, microphone: FakeMicrophone, permission: FakePermission, target: Path
) -> MakeRecorder:
    """Opens a recorder for the target with the fake microphone."""

    def made() -> Recorder:
        recorder = Recorder(theme, load=lambda _parent: microphone, permission=permission)
        qtbot.addWidget(recorder)
        recorder.show()
        recorder.record_for(target)
        return recorder

    return made


def record(recorder: Recorder, microphone: FakeMicrophone, qtbot: QtBot) -> None:
    """Half a second, from pressing Record to pressing Stop."""
    qtbot.mouseClick(recorder.record, LEFT)
    microphone.heard.emit(HALF_A_SECOND)
    qtbot.mouseClick(recorder.record, LEFT)


def test_record_stop_use_gives_a_whole_file(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, target: Path
) -> None:
    recorder = make()
    recorder.device.select("b")
    qtbot.mouseClick(recorder.record, LEFT)
    assert microphone.device == "b"
    assert recorder.record.text() == "Stop"
    assert not recorder.use.isVisible()
    microphone.heard.emit(HALF_A_SECOND)
    assert recorder.meter.value() == 90
    qtbot.mouseClick(recorder.record, LEFT)
    assert microphone.device == ""
    assert recorder.meter.value() == 0
    assert not target.exists()
    with qtbot.waitSignal(recorder.recorded, check_params_cb=lambda path: path == str(target)):
        qtbot.mouseClick(recorder.use, LEFT)
    assert seconds_of(target) == 0.5
    assert recorder.record.text() == "Record"
    assert not recorder.use.isVisible()


def test_presenter_is_told_to_wait_until_the_microphone_hears(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone
) -> None:
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    assert recorder.words == "Starting the microphone…"
    microphone.heard.emit(HALF_A_SECOND)
    assert recorder.words == "Speak now."
    recorder.finish()


def test_recording_again_replaces_the_first_take(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, target: Path
) -> None:
    recorder = make()
    record(recorder, microphone, qtbot)
    assert recorder.record.text() == "Record again"
    qtbot.mouseClick(recorder.record, LEFT)
    microphone.heard.emit(HALF_A_SECOND[:800])
    qtbot.mouseClick(recorder.record, LEFT)
    qtbot.mouseClick(recorder.use, LEFT)
    assert seconds_of(target) == 0.1


def test_discarding_leaves_nothing(qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, target: Path) -> None:
    recorder = make()
    record(recorder, microphone, qtbot)
    with qtbot.assertNotEmitted(recorder.recorded):
        qtbot.mouseClick(recorder.discard, LEFT)
    assert list(target.parent.iterdir()) == []
    assert recorder.record.text() == "Record"


def test_what_is_being_recorded_when_the_window_closes_is_offered_again(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, target: Path
) -> None:
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    microphone.heard.emit(HALF_A_SECOND)
    recorder.close()
    assert microphone.device == ""
    again = make()
    assert again.use.isVisible()
    qtbot.mouseClick(again.use, LEFT)
    assert seconds_of(target) == 0.5


def test_another_slide_begins_with_nothing_and_keeps_the_first_ones_recording(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, target: Path
) -> None:
    recorder = make()
    record(recorder, microphone, qtbot)
    recorder.record_for(target.with_name("slide-004.wav"))
    assert not recorder.use.isVisible()
    recorder.record_for(target)
    assert recorder.use.isVisible()


def test_without_a_microphone_the_button_says_why_until_one_is_connected(
    make: MakeRecorder, microphone: FakeMicrophone
) -> None:
    names, microphone.names = microphone.names, ()
    recorder = make()
    sentence = "No microphone was found; connect one to record."
    assert not recorder.record.isEnabled()
    assert recorder.record.toolTip() == recorder.record.accessibleDescription() == recorder.words == sentence
    microphone.names = names
    microphone.devices_changed.emit()
    assert recorder.record.isEnabled()
    assert recorder.words == ""


def test_microphone_that_goes_keeps_what_was_said(qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone) -> None:
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    microphone.heard.emit(HALF_A_SECOND)
    microphone.lost.emit()
    assert recorder.words == "The microphone has gone; what was said until then is kept."
    assert recorder.use.isVisible()


def test_microphone_that_does_not_open_is_said(qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone) -> None:
    microphone.opens = False
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    assert recorder.words == cannot_open(sys.platform)
    assert recorder.record.text() == "Record"


def test_permission_is_asked_for_when_record_is_pressed(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, permission: FakePermission
) -> None:
    permission.status = Qt.PermissionStatus.Undetermined
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    assert microphone.device == ""
    assert permission.answered is not None
    permission.status = GRANTED
    permission.answered()
    assert microphone.device == "h"
    recorder.finish()


def test_permission_that_is_refused_disables_the_button_and_says_where_to_give_it(
    qtbot: QtBot, make: MakeRecorder, permission: FakePermission
) -> None:
    permission.status = Qt.PermissionStatus.Undetermined
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    permission.status = DENIED
    assert permission.answered is not None
    permission.answered()
    assert not recorder.record.isEnabled()
    assert "may not use the microphone" in recorder.words


def test_disk_that_takes_nothing_is_said(
    qtbot: QtBot, make: MakeRecorder, target: Path, microphone: FakeMicrophone
) -> None:
    target.parent.write_text("a file where the folder should be")
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    assert "cannot be written" in recorder.words
    assert microphone.device == ""


def test_disk_that_is_full_in_the_middle_ends_the_recording_and_keeps_its_beginning(
    qtbot: QtBot, make: MakeRecorder, microphone: FakeMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = make()
    qtbot.mouseClick(recorder.record, LEFT)
    microphone.heard.emit(HALF_A_SECOND)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Recording, "add", full)
    microphone.heard.emit(HALF_A_SECOND)
    assert microphone.device == ""
    assert "cannot be written" in recorder.words
    assert recorder.use.isVisible()


def test_computer_that_cannot_record_says_so(qtbot: QtBot, theme: Theme, target: Path) -> None:
    def lacking(_parent: QObject) -> FakeMicrophone:
        raise NoMultimedia("Sound and video need libpulse0; install that, and start Slidecast again.")

    recorder = Recorder(theme, load=lacking)
    qtbot.addWidget(recorder)
    recorder.record_for(target)
    assert not recorder.record.isEnabled()
    assert "libpulse0" in recorder.words


def test_this_computers_own_microphones_are_listed_or_their_lack_is_said(
    qtbot: QtBot, theme: Theme, target: Path
) -> None:
    recorder = Recorder(theme)
    qtbot.addWidget(recorder)
    recorder.record_for(target)
    assert recorder.record.isEnabled() == (not recorder.words)
    assert recorder.device.count() >= 1


@pytest.mark.parametrize(
    ("platform", "lack", "permission", "devices", "said"),
    [
        ("linux", "", GRANTED, 1, ""),
        ("linux", "", GRANTED, 0, "No microphone was found"),
        ("darwin", "", DENIED, 0, "record in QuickTime Player, and choose that file"),
        ("win32", "", DENIED, 1, "Settings, Privacy & security, Microphone"),
        ("linux", "No sound here.", DENIED, 0, "No sound here."),
    ],
)
def test_first_thing_in_the_way_is_said(
    platform: str, lack: str, permission: Qt.PermissionStatus, devices: int, said: str
) -> None:
    sentence = obstacle(platform, lack, permission, devices)
    assert said in sentence
    assert bool(sentence) == bool(said)


def test_only_a_program_of_its_own_is_sent_to_the_settings_of_macos(monkeypatch: pytest.MonkeyPatch) -> None:
    place = "System Settings, Privacy & Security, Microphone"
    assert place not in forbidden("darwin")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert place in forbidden("darwin")


def test_windows_is_told_where_a_microphone_may_be_forbidden() -> None:
    assert "Privacy & security" in cannot_open("win32")
    assert "Privacy" not in cannot_open("linux")


def test_meter_turns_red_when_sound_is_cut_off_and_rests(qtbot: QtBot, theme: Theme) -> None:
    meter = LevelMeter(theme)
    qtbot.addWidget(meter)
    meter.resize(400, 14)
    meter.show_peak(0.5)
    assert not meter.is_clipped
    assert meter.grab().toImage().pixelColor(4, 7) == theme.color("teal")
    meter.show_peak(1.0)
    assert meter.is_clipped
    assert meter.grab().toImage().pixelColor(4, 7) == theme.color("bad_text")
    meter.rest()
    assert meter.value() == 0
    assert meter.grab().toImage().pixelColor(4, 7) == theme.color("track")


def test_everything_in_the_recorder_has_a_name_and_an_explanation(make: MakeRecorder) -> None:
    recorder = make()
    for kind in (QAbstractButton, QComboBox, QProgressBar):
        for widget in recorder.findChildren(kind):
            assert widget.accessibleName() or widget.text(), widget
            assert widget.accessibleDescription(), widget
