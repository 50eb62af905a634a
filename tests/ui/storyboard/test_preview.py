"""A slide, or the talk, is heard before anything is rendered."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from slidecast_gui.edits import SlideEdit
from slidecast_gui.paths import DataPaths
from slidecast_gui.rehearsal.messages import Heard
from slidecast_gui.ui.storyboard.hearing import Hearing, Unheard
from slidecast_gui.ui.storyboarding import Storyboarding

LONGEST_MS = 60_000


def test_one_slide_is_listened_to_as_it_is_edited(qtbot: QtBot, board: Storyboarding) -> None:
    listen = board.page.board.spotlight.listen
    with qtbot.waitSignal(board.page.preview.clips.finished, timeout=LONGEST_MS):
        listen.click()
        qtbot.waitUntil(lambda: board.page.preview.clips.is_playing, timeout=LONGEST_MS)
        assert listen.text() == "Stop"
    assert listen.text() == "Listen"


def test_the_talk_is_played_from_the_chosen_slide_and_the_pictures_follow(qtbot: QtBot, board: Storyboarding) -> None:
    seen: list[int] = []
    board.page.board.strip.chosen_changed.connect(seen.append)
    with qtbot.waitSignal(board.page.preview.clips.finished, timeout=LONGEST_MS):
        board.page.board.spotlight.play.click()
    assert seen == [2]


def test_choosing_another_slide_stops_what_is_played(qtbot: QtBot, board: Storyboarding) -> None:
    board.page.board.spotlight.play.click()
    qtbot.waitUntil(lambda: board.page.preview.clips.is_playing, timeout=LONGEST_MS)
    board.page.choose(3)
    assert not board.page.preview.clips.is_playing


def test_the_talk_begins_with_its_first_sound_and_the_line_goes_on_to_its_end(
    qtbot: QtBot, board: Storyboarding
) -> None:
    spotlight, clips = board.page.board.spotlight, board.page.preview.clips
    assert spotlight.play.text() == "Play talk"
    values: list[int] = []
    clips.position_changed.connect(lambda _ms: values.append(spotlight.line.value()))
    with qtbot.waitSignal(clips.finished, timeout=LONGEST_MS):
        with qtbot.waitSignal(clips.playing_changed, timeout=LONGEST_MS):
            spotlight.play.click()
        assert clips.is_playing
        assert board.page.session.hearing.left == (2,)
    assert values == sorted(values)
    assert values[-1] == 1000
    assert spotlight.play.text() == "Play from here"


def test_a_slide_that_cannot_be_heard_is_shown_in_silence_and_named(
    qtbot: QtBot, board: Storyboarding, paths: DataPaths
) -> None:
    page = board.page
    page.session.edit(2, SlideEdit(sound="gone.wav", seconds=0.5))
    assert page.session.keeper.save()
    assert not (paths.sounds / "gone.wav").exists()
    with qtbot.waitSignal(page.preview.clips.finished, timeout=LONGEST_MS):
        page.board.spotlight.play.click()
    assert page.board.strip.chosen == 2
    assert page.notice.text.startswith("Slide 2 is played without its sound. The sound of slide 2 is no longer there")


def test_who_chooses_another_slide_while_sounds_are_made_is_not_taken_back(qtbot: QtBot, board: Storyboarding) -> None:
    page = board.page
    page.board.spotlight.play.click()
    assert page.board.spotlight.listen.text() == "Stop"
    page.choose(2)
    assert page.board.spotlight.listen.text() == "Listen"
    assert page.session.hearing.left == ()


def test_sounds_are_handed_out_one_by_one_as_they_come(qtbot: QtBot) -> None:
    hearing, asked, ready = Hearing(), [], []
    hearing.asked.connect(asked.append)
    hearing.ready.connect(ready.append)
    hearing.want([3, 4, 6])
    assert hearing.is_waiting
    first, last = Heard(3, "3.wav", 1.0), Heard(6, "6.wav", 1.0)
    hearing.note(last)
    hearing.note(first)
    assert not hearing.is_waiting
    hearing.note_trouble(4, "No voice.")
    hearing.note(last)
    assert asked == [3, 4, 6]
    assert ready == [first, Unheard(4, "No voice."), last]


def test_nothing_is_played_of_one_slide_alone_that_cannot_be_heard(qtbot: QtBot) -> None:
    hearing = Hearing()
    hearing.want([3])
    with qtbot.assertNotEmitted(hearing.ready), qtbot.waitSignal(hearing.changed):
        hearing.note_trouble(3, "No voice.")
    assert not hearing.is_waiting
