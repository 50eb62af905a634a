from __future__ import annotations

from slidecast_gui.events import Progress, Stage
from slidecast_gui.workshop.meter import Meter


def test_the_stage_told_is_the_first_that_is_not_complete() -> None:
    told: list[Progress] = []
    meter = Meter(told.append, {Stage.SLIDES: (0.6, 2), Stage.NARRATION: (0.4, 1)})
    meter.step(Stage.NARRATION, 1)
    meter.step(Stage.SLIDES, 1)
    meter.step(Stage.SLIDES, 2)
    assert [(event.stage, round(event.fraction, 3)) for event in told] == [
        (Stage.SLIDES, 0.4),
        (Stage.SLIDES, 0.7),
        (Stage.FINISHING, 1.0),
    ]


def test_the_fraction_never_goes_back_and_ends_at_one() -> None:
    told: list[Progress] = []
    meter = Meter(told.append, {Stage.SLIDES: (0.5, 3), Stage.VIDEO: (0.5, 1)})
    for number in range(3):
        meter.step(Stage.SLIDES, number)
    for tenth in range(10):
        meter.portion(Stage.VIDEO, tenth / 10)
    meter.step(Stage.VIDEO)
    fractions = [event.fraction for event in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_the_slide_that_is_being_drawn_is_told_before_and_while_others_are_spoken() -> None:
    told: list[Progress] = []
    meter = Meter(told.append, {Stage.SLIDES: (0.5, 3), Stage.NARRATION: (0.5, 3)})
    with meter.drawing(2):
        meter.step(Stage.NARRATION, 3)
    meter.step(Stage.SLIDES, 2)
    assert [event.slide for event in told] == [2, 2, 2]
