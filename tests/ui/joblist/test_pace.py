"""The remaining time is told calmly, and comes true."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest

from slidecast_gui.ui.joblist.pace import Pace

Signs = Iterable[tuple[float, int]]

# The sample at 4K on a busy computer: when each sign came, in seconds, and its percent. It took 50.2 s.
RECORDED = (
    (0.0, 0), (5.1, 9), (8.5, 11), (10.5, 14), (12.2, 16), (13.7, 19), (16.5, 27), (19.7, 36), (21.6, 44), (23.5, 53),
    (26.5, 62), (30.7, 70), (33.8, 79), (37.5, 88), (41.9, 96), (48.6, 97),
)  # fmt: skip
TOOK_S = 50.2


def told(signs: Signs, expected: float | None = None) -> list[float]:
    """What is told after each sign, once something is."""
    pace = Pace()
    if expected is not None:
        pace.expect("a", expected)
    said = []
    for now, percent in signs:
        pace.note("a", percent / 100, now)
        if (remaining := pace.remaining("a")) is not None:
            said.append(remaining)
    return said


@pytest.mark.parametrize("expected", [30.0, 50.0, 100.0])
def test_recorded_render_is_told_from_the_estimate_on_and_without_leaps(expected: float) -> None:
    said = told(RECORDED, expected)
    assert len(said) == len(RECORDED)
    assert said[0] == expected
    assert all(after <= before * 1.15 for before, after in pairwise(said))
    assert said[RECORDED.index((26.5, 62))] == pytest.approx(TOOK_S - 26.5, rel=0.6)


def test_estimate_that_was_wrong_is_believed_less_and_less() -> None:
    assert told(RECORDED, 200.0)[-4:] == pytest.approx(told(RECORDED, 50.0)[-4:], abs=3.0)


def test_render_that_stands_still_neither_counts_down_nor_leaps_when_it_goes_on() -> None:
    before = [(1.8 * percent, percent) for percent in range(34)]
    after = [(1.8 * percent + 60.0, percent) for percent in range(34, 100)]
    said = told([*before, *after], 180.0)
    held, going_on = said[len(before) - 1], said[len(before) :]
    assert going_on[0] == pytest.approx(held, rel=0.1)
    assert all(later <= held * 1.1 for later in going_on)
    assert going_on[-1] < 5.0


def test_sudden_progress_is_followed_step_by_step() -> None:
    slow = [(4.0 * percent, percent) for percent in range(1, 31)]
    sudden = [(121.0, 45), (122.0, 60), (123.0, 75)]
    said = told([*slow, *sudden], 400.0)[-4:]
    assert all(after > before * 0.75 for before, after in pairwise(said))


def test_nothing_is_told_before_anything_is_known() -> None:
    assert told([(0.0, 0), (1.0, 50)]) == []
    assert Pace().remaining("b") is None


def test_remaining_time_counts_from_the_first_progress_seen() -> None:
    assert told([(100.0, 60), (110.0, 80)]) == [pytest.approx(10.0)]


def test_jump_over_finished_pieces_is_forgotten_as_the_job_goes_on() -> None:
    signs = [(0.0, 0), (1.0, 50), *((float(second), 50 + second) for second in range(2, 32))]
    # One hundredth a second since the jump, and 19 of them to go.
    assert told(signs)[-1] == pytest.approx(19.0, rel=0.15)


def test_long_job_keeps_a_small_memory_and_its_pace() -> None:
    pace = Pace()
    for step in range(1000):
        pace.note("a", step / 1000, step * 2.0)
    assert pace.remaining("a") == pytest.approx(2.0, rel=0.3)
    assert len(pace._runs["a"].signs) <= 65


def test_second_attempt_begins_a_new_pace() -> None:
    assert told([(0.0, 10), (10.0, 90), (11.0, 10)]) == told([(0.0, 10), (10.0, 90)])


def test_forgotten_job_is_expected_no_longer() -> None:
    pace = Pace()
    pace.expect("a", 30.0)
    pace.forget("a")
    pace.note("a", 0.0, 0.0)
    assert pace.remaining("a") is None
