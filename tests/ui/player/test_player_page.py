"""A finished video is watched inside the window, with Qt's real player and without it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.ui import Theme
from slidecast_gui.ui.player import PlayerPage, backend
from slidecast_gui.ui.player.habits import Habits, load_habits, save_habits
from slidecast_gui.ui.player.playback import Playback

pytestmark = pytest.mark.usefixtures("multimedia")

KEY = Qt.Key


def opened(qtbot: QtBot, page: PlayerPage, movie: Path) -> Playback:
    """The page with the video, playing, its chapters read."""
    page.open(movie, "A talk")
    playback = page.playback
    assert playback is not None
    qtbot.waitUntil(lambda: playback.position_ms > 0 and page.controls.captions.isEnabled(), timeout=10_000)
    qtbot.waitUntil(lambda: bool(page.controls.chapters.menu().actions()))
    return playback


def seen(page: PlayerPage) -> str:
    """The colour in the middle of the picture."""
    assert page.playback is not None
    image = page.playback.screen.videoSink().videoFrame().toImage()
    return image.pixelColor(160, 90).name() if not image.isNull() else ""


def test_video_plays_and_tells_length_and_position(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    playback = opened(qtbot, page, movie)
    assert playback.length_ms == 6000
    assert page.controls.seek_bar.maximum() == 6000
    with qtbot.waitSignal(playback.position_changed, check_params_cb=lambda position: position > 300):
        pass
    assert page.controls.seek_bar.value() > 0


def test_space_pauses_and_plays(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    playback = opened(qtbot, page, movie)
    with qtbot.waitSignal(playback.playing_changed, check_params_cb=lambda playing: not playing):
        qtbot.keyClick(page, KEY.Key_Space)
    assert page.controls.play.accessibleName() == "Play"
    with qtbot.waitSignal(playback.playing_changed, check_params_cb=bool):
        qtbot.keyClick(page, KEY.Key_Space)
    assert page.controls.play.accessibleName() == "Pause"


def test_page_keys_go_from_chapter_to_chapter_and_the_picture_follows(
    qtbot: QtBot, page: PlayerPage, movie: Path
) -> None:
    playback = opened(qtbot, page, movie)
    qtbot.keyClick(page, KEY.Key_Space)
    first = seen(page)
    qtbot.keyClick(page, KEY.Key_PageDown)
    qtbot.waitUntil(lambda: playback.position_ms == 3000)
    qtbot.waitUntil(lambda: seen(page) not in ("", first))
    qtbot.keyClick(page, KEY.Key_PageDown)
    qtbot.waitUntil(lambda: playback.position_ms == 4500)
    qtbot.keyClick(page, KEY.Key_PageDown)
    assert playback.position_ms == 4500
    qtbot.keyClick(page, KEY.Key_PageUp)
    qtbot.waitUntil(lambda: playback.position_ms == 0)


def test_arrow_keys_go_five_seconds_whichever_button_has_the_keyboard(
    qtbot: QtBot, page: PlayerPage, movie: Path
) -> None:
    playback = opened(qtbot, page, movie)
    qtbot.keyClick(page, KEY.Key_Space)
    qtbot.keyClick(page, KEY.Key_Home)
    qtbot.waitUntil(lambda: playback.position_ms == 0)
    for widget in (page, page.controls.play, page.controls.seek_bar):
        qtbot.keyClick(widget, KEY.Key_Right)
        qtbot.waitUntil(lambda: playback.position_ms == 5000)
        qtbot.keyClick(widget, KEY.Key_Left)
        qtbot.waitUntil(lambda: playback.position_ms == 0)


def test_chapter_is_chosen_from_the_list_which_ticks_the_one_that_is_seen(
    qtbot: QtBot, page: PlayerPage, movie: Path
) -> None:
    playback = opened(qtbot, page, movie)
    qtbot.keyClick(page, KEY.Key_Space)
    entries = page.controls.chapters.menu().actions()
    assert [entry.text() for entry in entries] == ["0:00   Opening", "0:03   R&&D", "0:04   The end"]
    entries[1].trigger()
    qtbot.waitUntil(lambda: playback.position_ms == 3000)
    page.controls.chapters.menu().aboutToShow.emit()
    assert [entry.isChecked() for entry in entries] == [False, True, False]


def test_pressing_the_bar_goes_there_and_its_tip_names_the_chapter(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    playback = opened(qtbot, page, movie)
    qtbot.keyClick(page, KEY.Key_Space)
    bar = page.controls.seek_bar
    place = QPoint(round(bar.place_of(3500)), bar.height() // 2)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: abs(playback.position_ms - 3500) < 20)
    assert bar.hint_at(bar.place_of(3500)) == "0:03   R&D"
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    assert abs(bar.time_at(bar.place_of(4000)) - 4000) < 20


def test_captions_of_the_video_appear_and_c_takes_them_away(
    qtbot: QtBot, page: PlayerPage, movie: Path, state: QSettings
) -> None:
    playback = opened(qtbot, page, movie)
    sink = playback.screen.videoSink()
    qtbot.waitUntil(lambda: sink.subtitleText() == "Hello & welcome.", timeout=10_000)
    qtbot.keyClick(page, KEY.Key_C)
    qtbot.waitUntil(lambda: sink.subtitleText() == "")
    assert not page.controls.captions.isChecked()
    assert not load_habits(state).captions


def test_picture_stays_at_the_end_and_space_starts_again(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    playback = opened(qtbot, page, movie)
    qtbot.keyClick(page, KEY.Key_PageDown)
    qtbot.keyClick(page, KEY.Key_PageDown)
    qtbot.waitUntil(lambda: playback.position_ms == 6000 and not playback.is_playing, timeout=10_000)
    qtbot.waitUntil(lambda: seen(page) != "")
    qtbot.keyClick(page, KEY.Key_Space)
    qtbot.waitUntil(lambda: playback.is_playing and playback.position_ms < 2000)


def test_volume_and_mute_are_remembered(qtbot: QtBot, page: PlayerPage, theme: Theme, state: QSettings) -> None:
    page.controls.volume.slider.setValue(40)
    qtbot.keyClick(page, KEY.Key_M)
    assert load_habits(state) == Habits(volume=40, muted=True)
    later = PlayerPage(theme, state)
    qtbot.addWidget(later)
    assert (later.controls.volume.percent, later.controls.volume.is_muted) == (40, True)
    later.controls.volume.slider.setValue(60)
    assert not later.controls.volume.is_muted


def test_habits_that_are_not_understood_are_the_defaults(state: QSettings) -> None:
    state.setValue("player/volume", "loud")
    state.setValue("player/muted", "?")
    assert load_habits(state) == Habits()
    save_habits(state, Habits(7, muted=True, captions=False))
    assert load_habits(state) == Habits(7, muted=True, captions=False)


def test_escape_leaves_full_screen_first_and_then_the_page(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    playback = opened(qtbot, page, movie)
    with qtbot.waitSignal(page.full_screen_changed, check_params_cb=bool):
        qtbot.keyClick(page, KEY.Key_F)
    assert not page.header.isVisible()
    page.full_screen.rest()
    assert not page.controls.isVisible()
    qtbot.keyClick(page, KEY.Key_C)
    assert page.controls.isVisible()
    with qtbot.waitSignal(page.full_screen_changed, check_params_cb=lambda full: not full):
        qtbot.keyClick(page, KEY.Key_Escape)
    assert page.header.isVisible()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, KEY.Key_Escape)
    assert not playback.is_playing
    assert playback.length_ms == 0


def test_controls_stay_while_the_keyboard_is_among_them(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    opened(qtbot, page, movie)
    page.activateWindow()
    page.full_screen.toggle()
    page.controls.play.setFocus()
    qtbot.waitUntil(page.controls.play.hasFocus)
    page.full_screen.rest()
    assert page.controls.isVisible()


def test_page_takes_its_keys_before_a_menu_does_but_leaves_those_with_ctrl(page: PlayerPage) -> None:
    plain = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_Space, Qt.KeyboardModifier.NoModifier)
    plain.ignore()
    QApplication.sendEvent(page, plain)
    assert plain.isAccepted()
    control = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    control.ignore()
    QApplication.sendEvent(page, control)
    assert not control.isAccepted()


def test_file_that_is_no_video_is_refused_with_another_way_to_open_it(
    qtbot: QtBot, page: PlayerPage, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no video")
    page.open(broken, "Broken")
    qtbot.waitUntil(page.refusal.isVisible, timeout=10_000)
    assert "“broken.mp4” cannot be played in this window" in page.refusal.text
    with qtbot.waitSignal(page.open_wanted, check_params_cb=lambda path: path == str(broken)):
        qtbot.mouseClick(page.refusal.button, Qt.MouseButton.LeftButton)


def test_good_video_plays_after_a_bad_one(qtbot: QtBot, page: PlayerPage, tmp_path: Path, movie: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no video")
    page.open(broken, "Broken")
    qtbot.waitUntil(page.refusal.isVisible, timeout=10_000)
    opened(qtbot, page, movie)
    assert not page.refusal.isVisible()
    assert page.controls.isVisible()


def test_missing_video_is_said_and_offers_nothing_to_open(
    qtbot: QtBot, page: PlayerPage, tmp_path: Path, movie: Path
) -> None:
    playback = opened(qtbot, page, movie)
    page.open(tmp_path / "gone.mp4", "Gone")
    assert "no longer in" in page.refusal.text
    assert not page.refusal.button.isVisible()
    assert not playback.is_playing


def test_computer_without_multimedia_says_so(page: PlayerPage, movie: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "slidecast_gui.ui.player.playback", None)
    page.open(movie, "A talk")
    assert page.refusal.isVisible()
    assert page.refusal.text.endswith(".")
    assert page.refusal.button.isVisible()
    assert not page.controls.isVisible()


def test_missing_libraries_are_told_by_their_packages() -> None:
    assert backend.missing_packages("linux", lambda _library: True) == ()
    assert "libpulse0" in backend.missing_packages("linux", lambda library: "pulse" not in library)
    assert backend.missing_packages("win32", lambda _library: False) == ()


def test_buttons_tell_what_is_wanted_with_the_path(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    opened(qtbot, page, movie)
    for button, signal in (
        (page.header.system, page.open_wanted),
        (page.header.show_in_folder, page.show_wanted),
        (page.header.copy, page.copy_wanted),
    ):
        with qtbot.waitSignal(signal, check_params_cb=lambda path: path == str(movie)):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_click_on_the_picture_pauses(qtbot: QtBot, page: PlayerPage, movie: Path) -> None:
    playback = opened(qtbot, page, movie)
    qtbot.mouseClick(playback.screen, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not playback.is_playing)


def test_everything_on_the_page_has_a_name_and_takes_the_keyboard(qtbot: QtBot, page: PlayerPage) -> None:
    for kind in (QAbstractButton, QAbstractSlider):
        for widget in page.findChildren(kind):
            assert widget.accessibleName() or widget.text(), widget
            assert widget.accessibleDescription() or widget.toolTip(), widget
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
