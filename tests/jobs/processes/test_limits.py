"""A render that takes too much memory, or for ever, is ended, and only that one."""

from __future__ import annotations

import threading
from collections.abc import Callable

import psutil
import pytest

from slidecast_gui.events import DeckRead, EngineCalled, EngineReturned, Event, Finished, Outcome, Progress, Stage
from slidecast_gui.jobs.processes.limits import (
    OUT_OF_MEMORY,
    TOO_SLOW,
    EngineStuck,
    Limits,
    Watch,
    default_limits,
    limits_of,
)
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.preferences import Preferences
from slidecast_gui.spec import RenderSpec


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def looks(watch: Watch, clock: Clock, seconds: int) -> Finished | None:
    """What the watch says first while that many seconds go by, ten looks in each."""
    for _ in range(10 * seconds):
        clock.now += 0.1
        if (finished := watch.look()) is not None:
            return finished
    return None


def test_silence_is_measured_from_what_was_heard_last_and_names_the_slide() -> None:
    clock = Clock()
    watch = Watch(Limits(1000, silence_s=60, silence_per_slide_s=0), lambda: 0, clock)
    assert looks(watch, clock, 50) is None
    watch.heard(Progress(Stage.SLIDES, 0.5, 7))
    assert looks(watch, clock, 50) is None
    finished = looks(watch, clock, 20)
    assert finished is not None
    assert (finished.error_kind, "Slide 7" in finished.error) == (TOO_SLOW, True)


def test_a_deck_with_many_slides_may_be_silent_for_longer() -> None:
    clock = Clock()
    watch = Watch(Limits(1000, silence_s=60, silence_per_slide_s=1), lambda: 0, clock)
    watch.heard(DeckRead("Title", 100, ""))
    assert looks(watch, clock, 150) is None
    assert looks(watch, clock, 20) is not None


def test_a_computer_that_slept_has_not_been_silent() -> None:
    clock = Clock()
    watch = Watch(Limits(1000, silence_s=60), lambda: 0, clock)
    clock.now += 8 * 3600
    assert watch.look() is None


def test_an_engine_that_returns_may_be_called_for_as_long_as_there_are_slides() -> None:
    clock = Clock()
    watch = Watch(Limits(1000, engine_s=8), lambda: 0, clock)
    watch.heard(DeckRead("Title", 100, ""))
    for slide in range(100):
        watch.heard(EngineCalled(slide))
        assert looks(watch, clock, 7) is None
        watch.heard(EngineReturned())
        assert looks(watch, clock, 20) is None


@pytest.mark.parametrize(("stuck_before", "seconds"), [(0, 8), (1, 4), (2, 3), (5, 3)])
def test_an_engine_that_does_not_return_is_waited_for_half_as_long_each_time(stuck_before: int, seconds: int) -> None:
    clock = Clock()
    watch = Watch(Limits(1000, engine_s=8), lambda: 0, clock, stuck_before=stuck_before)
    watch.heard(DeckRead("Title", 3, ""))
    watch.heard(EngineCalled(2))
    assert looks(watch, clock, seconds - 1) is None
    with pytest.raises(EngineStuck) as caught:
        looks(watch, clock, 2)
    assert caught.value.slide == 2


@pytest.mark.parametrize(("deck_mb", "grown_mb", "stuck"), [(0, 90, False), (0, 110, True), (10, 110, False)])
def test_an_engine_may_take_memory_by_the_size_of_the_deck(deck_mb: int, grown_mb: int, stuck: bool) -> None:
    clock, used = Clock(), [500 << 20]
    watch = Watch(Limits(4000, engine_mb=100), lambda: used[0], clock, deck_bytes=deck_mb << 20)
    watch.heard(DeckRead("Title", 3, ""))
    assert looks(watch, clock, 1) is None
    watch.heard(EngineCalled(None))
    used[0] += grown_mb << 20
    if stuck:
        with pytest.raises(EngineStuck):
            looks(watch, clock, 1)
    else:
        assert looks(watch, clock, 1) is None


@pytest.mark.parametrize(("deck_mb", "ends"), [(0, True), (100, False)])
def test_a_deck_may_take_so_much_processor_time_to_read_and_more_if_it_is_large(deck_mb: int, ends: bool) -> None:
    clock, own = Clock(), [3.0, 200 << 20]
    watch = Watch(
        Limits(4000, reading_s=10), lambda: 0, clock, own=lambda: (own[0], int(own[1])), deck_bytes=deck_mb << 20
    )
    own[0] = 30.0
    assert looks(watch, clock, 1) is None, "starting is no reading"
    watch.heard(Progress(Stage.READING, 0.0))
    own[0] = 39.0
    assert looks(watch, clock, 1) is None
    own[0] = 41.0
    finished = looks(watch, clock, 1)
    assert (finished is not None) == ends
    if finished is not None:
        assert (finished.error_kind, "Reading this deck" in finished.error) == (TOO_SLOW, True)


def test_a_deck_that_fills_the_memory_while_it_is_read_is_given_up() -> None:
    clock, used = Clock(), [200 << 20]
    watch = Watch(Limits(4000, reading_mb=300), lambda: 0, clock, own=lambda: (1.0, used[0]))
    watch.heard(Progress(Stage.READING, 0.0))
    used[0] = 480 << 20
    assert looks(watch, clock, 1) is None
    used[0] = 520 << 20
    finished = looks(watch, clock, 1)
    assert finished is not None
    assert (finished.error_kind, "Reading this deck" in finished.error) == (OUT_OF_MEMORY, True)


@pytest.mark.parametrize("event", [DeckRead("Title", 3, ""), EngineCalled(1)])
def test_once_a_deck_is_read_or_its_pages_are_watched_the_limits_of_reading_are_over(event: Event) -> None:
    clock, own = Clock(), [0.0, 0]
    watch = Watch(Limits(4000), lambda: 0, clock, own=lambda: (own[0], int(own[1])))
    watch.heard(Progress(Stage.READING, 0.0))
    watch.heard(event)
    watch.heard(EngineReturned())
    own[:] = [100.0, 1 << 40]
    assert looks(watch, clock, 5) is None


def test_memory_beyond_the_limit_ends_the_render() -> None:
    clock, used = Clock(), [900 << 20]
    watch = Watch(Limits(1000), lambda: used[0], clock)
    assert looks(watch, clock, 5) is None
    used[0] = 1001 << 20
    finished = looks(watch, clock, 1)
    assert finished is not None
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, OUT_OF_MEMORY)


def test_the_default_is_what_the_computer_can_spare() -> None:
    assert 1024 <= default_limits().memory_mb <= 8192
    assert default_limits(3000).memory_mb == 3000


def test_limits_are_those_the_presenter_has_chosen() -> None:
    limits = limits_of(Preferences(memory_mb=3000, pieces_mb=512))
    assert (limits.memory_mb, limits.pieces_limit) == (3000, 512 * 1024**2)


@pytest.mark.parametrize(
    ("behaviour", "limits", "kind"),
    [
        ("glutton", Limits(300), OUT_OF_MEMORY),
        ("stubborn", Limits(4000, 0.5, 0.0), TOO_SLOW),
        ("unread", Limits(4000, reading_s=0.5), TOO_SLOW),
        ("swelling", Limits(4000, reading_mb=100), OUT_OF_MEMORY),
    ],
)
def test_a_real_child_and_what_it_has_started_are_ended(
    spec_for: Callable[[str], RenderSpec], stand_in: list[str], behaviour: str, limits: Limits, kind: str
) -> None:
    finished = RenderChild(stand_in, limits=limits).run(spec_for(behaviour), lambda _event: None, threading.Event())
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, kind)
    assert ("Reading this deck" if behaviour in ("unread", "swelling") else "lide 7") in finished.error
    assert psutil.Process().children(recursive=True) == []


def test_engines_are_given_more_for_larger_pictures_and_never_less_for_smaller_ones() -> None:
    limits = Limits(1000, engine_s=6, engine_mb=600)
    assert (limits.for_frames((3840, 2160)).engine_s, limits.for_frames((3840, 2160)).engine_mb) == (24, 2400)
    assert limits.for_frames((1280, 720)) == limits.for_frames((1920, 1080)) == limits
