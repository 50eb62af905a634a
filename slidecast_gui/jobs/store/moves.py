"""The states of a job and which may follow which: the one table that every change of state is checked against."""

from __future__ import annotations

from collections.abc import Mapping

from slidecast_gui.jobs.errors import IllegalMove
from slidecast_gui.jobs.model import JobStatus

LEGAL: Mapping[JobStatus, frozenset[JobStatus]] = {
    JobStatus.QUEUED: frozenset({JobStatus.RUNNING, JobStatus.PAUSED, JobStatus.CANCELLED}),
    JobStatus.PAUSED: frozenset({JobStatus.QUEUED, JobStatus.CANCELLED}),
    JobStatus.RUNNING: frozenset(
        {JobStatus.DONE, JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.QUEUED, JobStatus.PAUSED}
    ),
    # A retry is a new row with `retry_of`: what has ended stays in the history as it was.
    JobStatus.DONE: frozenset(),
    JobStatus.FAILED: frozenset(),
    JobStatus.CANCELLED: frozenset(),
}

_WORDS: Mapping[JobStatus, tuple[str, str]] = {
    JobStatus.QUEUED: ("is waiting in the queue", "queued"),
    JobStatus.RUNNING: ("is running", "started"),
    JobStatus.PAUSED: ("is paused", "paused"),
    JobStatus.DONE: ("is done", "marked as done"),
    JobStatus.FAILED: ("has failed", "marked as failed"),
    JobStatus.CANCELLED: ("was cancelled", "cancelled"),
}


def allowed(status: JobStatus, to: JobStatus) -> bool:
    """Whether a job in `status` may become `to`."""
    return to in LEGAL[status]


def check(status: JobStatus, to: JobStatus) -> None:
    """Raises IllegalMove, with its sentence, where a job in `status` may not become `to`."""
    if not allowed(status, to):
        advice = "; retry it to render its deck again" if status.ended else ""
        raise IllegalMove(f"A job that {_WORDS[status][0]} cannot be {_WORDS[to][1]}{advice}.", status, to)
