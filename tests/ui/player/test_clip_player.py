"""A talk is previewed by the clock, with sound where there is some and without where there is none."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from slidecast_gui.ui.player import ClipPlayer, Scene, clip_player
from slidecast_gui.ui.player.backend import NoMultimedia
from slidecast_gui.ui.player.scenes import scene_at, starts_of

PICTURE = Path("slide.png")
SILENCE = "This computer has no loudspeaker."


class FakeSound(QObject):
    """Keeps what it was asked to play; a test says when it ends."""

    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.played: list[tuple[Path, int]] = []
        self.stopped = 0

    def play(self, path: Path, from_ms: int = 0) -> None:
        self.played.append((path, from_ms))

    def stop(self) -> None:
        self.stopped += 1


def no_sound(_parent: QObject) -> FakeSound:
    raise NoMultimedia(SILENCE)


def silent(*seconds: float) -> list[Scene]:
    return [Scene(PICTURE, None, length) for length in seconds]


def player(sound: FakeSound | None = None) -> ClipPlayer:
    return ClipPlayer(load=no_sound if sound is None else lambda _parent: sound)


def test_silent_talk_is_shown_slide_by_slide_and_takes_its_time(qtbot: QtBot) -> None:
    made, shown = player(), []
    made.slide_shown.connect(shown.append)
    made.load(silent(0.1, 0.2, 0.1))
    started = time.monotonic()
    with qtbot.waitSignal(made.finished):
        made.play()
    assert shown == [0, 1, 2]
    assert 0.35 < time.monotonic() - started < 2
    assert made.position_ms == made.length_ms == 400
    assert not made.is_playing


def test_without_a_loudspeaker_it_says_so_once_and_goes_on_by_the_clock(qtbot: QtBot) -> None:
    made, said = player(), []
    made.failed.connect(said.append)
    made.load([Scene(PICTURE, Path("one.wav"), 0.05), Scene(PICTURE, Path("two.wav"), 0.05)])
    with qtbot.waitSignal(made.finished):
        made.play()
    assert said == [SILENCE]


def test_sound_that_cannot_be_played_is_said_and_the_preview_goes_on(qtbot: QtBot) -> None:
    sound, said = FakeSound(), []
    made = player(sound)
    made.failed.connect(said.append)
    made.load([Scene(PICTURE, Path("one.wav"), 0.05), Scene(PICTURE, Path("two.wav"), 0.05)])
    with qtbot.waitSignal(made.finished):
        made.play()
        sound.failed.emit("no such file")
    assert len(said) == 1
    assert len(sound.played) == 1


def test_sound_that_ends_late_is_waited_for(qtbot: QtBot) -> None:
    sound, made_shown = FakeSound(), []
    made = player(sound)
    made.load([Scene(PICTURE, Path("one.wav"), 0.05), Scene(PICTURE, None, 60)])
    made.slide_shown.connect(made_shown.append)
    made.play()
    qtbot.waitUntil(lambda: made.position_ms == 50)
    assert made_shown == []
    with qtbot.waitSignal(made.slide_shown):
        sound.ended.emit()
    assert made.index == 1
    made.pause()


def test_sound_that_never_ends_is_not_waited_for_long(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip_player, "_LATEST_END_MS", 60)
    made = player(FakeSound())
    made.load([Scene(PICTURE, Path("one.wav"), 0.05)])
    with qtbot.waitSignal(made.finished):
        made.play()


def test_pause_holds_the_time_and_the_sound_goes_on_from_there(qtbot: QtBot) -> None:
    sound = FakeSound()
    made = player(sound)
    made.load([Scene(PICTURE, Path("one.wav"), 60)])
    made.play()
    qtbot.waitUntil(lambda: made.position_ms > 30)
    made.pause()
    held = made.position_ms
    assert sound.stopped
    with qtbot.waitSignal(made.playing_changed, check_params_cb=bool):
        made.play()
    assert sound.played == [(Path("one.wav"), 0), (Path("one.wav"), held)]
    made.pause()


def test_going_to_a_slide_shows_it_and_plays_on_only_if_it_played() -> None:
    sound = FakeSound()
    made = player(sound)
    shown: list[int] = []
    made.load([Scene(PICTURE, Path(f"{number}.wav"), 60) for number in range(3)])
    made.slide_shown.connect(shown.append)
    made.seek(120_000)
    assert (shown, sound.played, made.position_ms) == ([2], [], 120_000)
    made.play()
    made.seek(61_500)
    assert sound.played == [(Path("2.wav"), 0), (Path("1.wav"), 1500)]
    assert made.is_playing
    made.pause()


def test_playing_after_the_end_starts_again(qtbot: QtBot) -> None:
    made = player()
    made.load(silent(0.02, 0.02))
    with qtbot.waitSignal(made.finished):
        made.play()
    with qtbot.waitSignals([made.slide_shown, made.finished]):
        made.play()


def test_nothing_to_play_plays_nothing() -> None:
    made = player()
    made.load([])
    made.play()
    assert not made.is_playing
    assert made.position_ms == made.length_ms == 0


def test_scene_is_found_by_the_time() -> None:
    starts = starts_of(silent(1, 2, 0))
    assert starts == (0, 1000, 3000, 3001)
    assert [scene_at(starts, at) for at in (-5, 0, 999, 1000, 2999, 3000, 9999)] == [0, 0, 0, 1, 1, 2, 2]


def test_player_waits_for_scenes_that_are_still_made_and_goes_on_with_them(qtbot: QtBot) -> None:
    made, shown = player(), []
    made.slide_shown.connect(shown.append)
    made.load(silent(0.05), more=True)
    with qtbot.waitSignal(made.waiting_changed, check_params_cb=bool), qtbot.assertNotEmitted(made.finished):
        made.play()
    assert made.is_playing
    with qtbot.waitSignal(made.finished):
        made.append(silent(0.05), more=False)
    assert shown == [0, 1]
    assert made.position_ms == made.length_ms == 100


def test_a_wait_ends_where_nothing_follows_after_all(qtbot: QtBot) -> None:
    made = player()
    made.load(silent(0.05), more=True)
    with qtbot.waitSignal(made.waiting_changed, check_params_cb=bool):
        made.play()
    with qtbot.waitSignal(made.finished):
        made.append([], more=False)
    assert not made.is_playing
