"""Which failures pass by themselves, and how long a job waits before it is tried again."""

from __future__ import annotations

from datetime import timedelta

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs.model import Job, now

PASSING = frozenset({"file-access", "being-saved", "output-in-use", "libreoffice-timeout"})
"""Kinds of errors that another program or a network drive may have caused for a while."""

WAITS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
"""Growing, because what has not passed in half a minute will hardly pass in the next one; then it is given up."""


def wait_of(job: Job, finished: Finished) -> timedelta | None:
    """How long a job waits before it is tried again by itself; None where its end is final."""
    if finished.status is not Outcome.FAILED or finished.error_kind not in PASSING or job.tries >= len(WAITS):
        return None
    return WAITS[job.tries]


def wait_sentence(job: Job, finished: Finished, wait: timedelta) -> str:
    """Why the job waits and until when, by the clock on the wall."""
    at = (now() + wait).astimezone()
    return f"{finished.error} It is tried again at {at:%H:%M:%S} (try {job.tries + 1} of {len(WAITS)})."
