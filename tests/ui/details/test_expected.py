"""What was expected of a job stands beside what came out."""

from __future__ import annotations

from itertools import pairwise

from details_parts import Shown
from PySide6.QtWidgets import QLabel

from slidecast_gui.jobs.estimate import Estimate
from slidecast_gui.ui.details.story import Story

EXPECTED = Estimate(690.0, 3_000_000, 180.0).to_text()


def facts(shown: Shown) -> dict[str, str]:
    labels = [label for label in shown.pane.findChildren(QLabel) if label.isVisibleTo(shown.pane)]
    return {name.text(): value.text() for name, value in pairwise(labels)}


def test_length_size_and_time_stand_beside_what_was_expected(shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.estimated(mine, EXPECTED)
    shown.done(mine, duration_s=663.0, pieces_made=6)
    told = facts(shown)
    assert told["Length"] == "11:03 (expected 11:30)"
    assert told["File size"] == "1.9 MB (expected 2.9 MB)"
    assert told["Took"] == "0:00 (expected 3:00)"


def test_a_render_that_found_pieces_is_not_measured_by_one_from_nothing(shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.estimated(mine, EXPECTED)
    shown.done(mine, pieces_made=1, pieces_reused=5)
    assert facts(shown)["Took"] == "0:00"


def test_nothing_is_expected_of_a_job_without_an_estimate(shown: Shown) -> None:
    shown.done(shown.claimed(), duration_s=663.0)
    assert facts(shown)["Length"] == "11:03"


def test_story_words_the_estimate(shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.estimated(mine, EXPECTED)
    shown.done(mine)
    story = shown.pane.findChild(Story)
    assert story is not None
    story.unfold.setChecked(True)
    assert "Expected: about 12 minutes of video, 2.9 MB, about 3 minutes to render." in story.text
