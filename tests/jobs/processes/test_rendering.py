"""A slide that its engine never returns from costs that slide, and not the render."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from slidecast_gui.events import Event, Finished, Outcome, Progress
from slidecast_gui.jobs.processes.limits import TOO_SLOW, Limits
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.processes.rendering import MOST_PLAIN_SLIDES, render
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec

SHORT = Limits(4000, engine_s=0.3)
NARROW = Limits(4000, engine_s=60, engine_mb=200)


class Runs(RenderChild):
    """A real child that remembers what it was told to leave to plain pages, each time it was started."""

    def __init__(self, command: list[str], limits: Limits) -> None:
        super().__init__(command, limits=limits)
        self.plain: list[tuple[int, ...] | None] = []

    def run(self, spec: RenderSpec, on_event: Callable[[Event], None], cancelled: threading.Event) -> Finished:
        self.plain.append(spec.plain_slides)
        assert not Path(spec.scratch).exists()
        return super().run(spec, on_event, cancelled)


@pytest.fixture
def rendered(
    spec_for: Callable[[str], RenderSpec], stand_in: list[str]
) -> Callable[[str], tuple[Finished, list[Event], Runs]]:
    """Renders a deck of the stand-in that behaves as its name says."""

    def run(behaviour: str) -> tuple[Finished, list[Event], Runs]:
        spec = spec_for(behaviour)
        told: list[Event] = []
        child = Runs(stand_in, NARROW if behaviour == "hungry" else SHORT)
        finished = render(child, spec, told.append, threading.Event())
        assert psutil.Process().children(recursive=True) == []
        assert not Path(spec.scratch).exists()
        return finished, told, child

    return run


@pytest.mark.parametrize("behaviour", ["stuck", "hungry"])
def test_a_slide_that_takes_too_much_is_left_out_and_the_render_goes_on(
    rendered: Callable[[str], tuple[Finished, list[Event], Runs]], behaviour: str
) -> None:
    finished, told, child = rendered(behaviour)
    assert finished.status is Outcome.DONE
    assert child.plain == [(), (7,)]
    others = [event for event in told if not isinstance(event, Progress)]
    assert len(others) == len(set(others))
    fractions = [event.fraction for event in told if isinstance(event, Progress)]
    assert fractions == sorted(fractions)


def test_a_deck_that_cannot_be_opened_in_time_is_shown_as_plain_pages(
    rendered: Callable[[str], tuple[Finished, list[Event], Runs]],
) -> None:
    finished, _, child = rendered("stuckopening")
    assert (finished.status, child.plain) == (Outcome.DONE, [(), None])


def test_after_a_few_such_slides_the_engine_is_given_up(
    rendered: Callable[[str], tuple[Finished, list[Event], Runs]],
) -> None:
    finished, _, child = rendered("stuckeverywhere")
    assert finished.status is Outcome.DONE
    assert child.plain[-1] is None
    assert len(child.plain) == MOST_PLAIN_SLIDES + 2


def test_a_page_that_cannot_be_read_in_time_ends_the_render_with_a_sentence(
    rendered: Callable[[str], tuple[Finished, list[Event], Runs]],
) -> None:
    finished, _, child = rendered("stuckunread")
    assert (finished.status, finished.error_kind, len(child.plain)) == (Outcome.FAILED, TOO_SLOW, 1)
    assert "Page 2" in finished.error


@pytest.mark.parametrize("plain", [(), (3, 1), None])
def test_what_is_left_to_plain_pages_travels_to_the_child(plain: tuple[int, ...] | None) -> None:
    spec = RenderSpec("job1", 1, "a.pptx", "a.mp4", "a.png", "p", "s", RenderSettings(), plain_slides=plain)
    assert RenderSpec.from_json(spec.to_json()) == spec
    stored = json.loads(spec.to_json())
    del stored["plain_slides"]
    assert RenderSpec.from_json(json.dumps(stored)).plain_slides == ()
