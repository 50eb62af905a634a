"""The table of moves."""

from __future__ import annotations

import pytest

from slidecast_gui.jobs import ENDED, IllegalMove, JobStatus
from slidecast_gui.jobs.moves import LEGAL, allowed, check


def test_every_state_has_its_line_in_the_table() -> None:
    assert set(LEGAL) == set(JobStatus)


@pytest.mark.parametrize("ended", ENDED)
@pytest.mark.parametrize("to", list(JobStatus))
def test_nothing_follows_an_ended_job(ended: JobStatus, to: JobStatus) -> None:
    with pytest.raises(IllegalMove) as caught:
        check(ended, to)
    assert caught.value.kind == "illegal-move"
    assert "retry" in str(caught.value)


@pytest.mark.parametrize(
    ("status", "to"),
    [
        ("queued", "running"),
        ("queued", "paused"),
        ("queued", "cancelled"),
        ("paused", "queued"),
        ("paused", "cancelled"),
        ("running", "done"),
        ("running", "failed"),
        ("running", "cancelled"),
        ("running", "queued"),
        ("running", "paused"),
    ],
)
def test_a_legal_move_passes(status: JobStatus, to: JobStatus) -> None:
    check(JobStatus(status), JobStatus(to))


@pytest.mark.parametrize(("status", "to"), [("paused", "running"), ("queued", "done"), ("paused", "done")])
def test_a_job_cannot_skip_a_state(status: JobStatus, to: JobStatus) -> None:
    assert not allowed(JobStatus(status), JobStatus(to))
