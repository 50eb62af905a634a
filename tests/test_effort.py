"""What a talk amounts to, from what is known of it beforehand."""

from __future__ import annotations

import pytest

from slidecast_gui import effort
from slidecast_gui.effort import Said, Talk, talk_of
from slidecast_gui.settings import RenderSettings

PLAIN = RenderSettings(size="1080p", fps=30, rate=160, voice="auto", transition="none", seconds_per_slide=5.0)


def test_silent_slides_are_counted_and_not_spoken() -> None:
    assert talk_of([Said("Hello there."), Said(""), Said("Bye.")]) == Talk(slides=3, spoken=2, letters=16)


def test_own_sounds_and_durations_last_what_they_last_whatever_the_settings() -> None:
    talk = talk_of([Said("Read, not spoken.", sound_s=3.0), Said("", seconds=7.0), Said("Short.", seconds=20.0)])
    assert (talk.spoken, talk.timed, talk.timed_s, talk.sounds) == (0, 3, 31.0, 1)
    for settings in (PLAIN, RenderSettings(voice="none", rate=320)):
        assert effort.length_s(talk, settings) == 31.0


def test_a_duration_shorter_than_what_is_said_changes_nothing() -> None:
    script = "A sentence of an ordinary length, which takes some seconds."
    assert talk_of([Said(script, seconds=1.0)]) == talk_of([Said(script)])


@pytest.mark.parametrize(
    ("script", "seconds"),
    [
        # The built-in voice at 160 words a minute, measured.
        (("This is what a presenter says about the slide: a few sentences of ordinary length, spoken calmly. "
         "They take about ten seconds to hear, which is what slide 1 is shown for."), 10.8),
        ("안녕하세요. 오늘은 새로운 제품을 소개하겠습니다. 질문은 마지막에 받겠습니다.", 7.2),
        ("今天我们介绍新产品。问题请留到最后。", 5.1),
    ],
)  # fmt: skip
def test_writing_systems_take_the_time_they_take(script: str, seconds: float) -> None:
    said = effort.length_s(talk_of([Said(script)]), PLAIN) - 1.0
    assert said == pytest.approx(seconds, rel=0.25)


def test_faster_voice_makes_a_shorter_video_and_none_shows_each_slide_as_long_as_set() -> None:
    talk = Talk(10, 10, 2000)
    assert effort.length_s(talk, RenderSettings(rate=320)) < effort.length_s(talk, RenderSettings(rate=160))
    assert effort.length_s(talk, RenderSettings(voice="none", seconds_per_slide=3.0)) == 30.0


@pytest.mark.parametrize(
    ("talk", "frame", "transition", "size"),
    [
        # Rendered: 30 slides with photographs and tables, and the sample deck.
        (Talk(30, 30, 5111), "720p", "none", 8_283_347),
        (Talk(30, 30, 5111), "1080p", "fade", 20_223_046),
        (Talk(30, 30, 5111), "4k", "fade", 53_355_350),
        (Talk(9, 9, 1461), "1080p", "none", 2_532_918),
        (Talk(9, 9, 1461), "1080p", "fade", 5_492_376),
    ],
)
def test_size_is_within_a_third_of_what_came_out(talk: Talk, frame: str, transition: str, size: int) -> None:
    settings = RenderSettings(size=frame, transition=transition)
    assert effort.size(talk, settings) == pytest.approx(size, rel=0.33)


def test_cost_grows_with_the_picture_and_with_what_is_made() -> None:
    small = effort.cost(30, 350.0, RenderSettings(size="720p", voice="none", transition="none"))
    large = effort.cost(30, 350.0, RenderSettings(size="4k", voice="auto", transition="fade"))
    assert small.slides < large.slides
    assert (small.narration, small.fades) == (0.0, 0.0)
    assert large.whole > 4 * small.whole
