"""What the queue is doing, in one sentence for the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import about

_WORKING = (JobStatus.QUEUED, JobStatus.RUNNING)


class Batch:
    """The jobs since the queue last stood still, so that "2 of 3" means what the presenter started."""

    def __init__(self) -> None:
        self._status: dict[str, JobStatus] = {}

    def note(self, job: Job) -> None:
        """A job has changed. The first one to work after all had ended begins a new batch."""
        if job.status in _WORKING:
            if not any(status in _WORKING for status in self._status.values()):
                self._status.clear()
            self._status[job.job_id] = job.status
        elif job.job_id in self._status:
            if job.status.ended:
                self._status[job.job_id] = job.status
            else:
                del self._status[job.job_id]

    def forget(self, job_id: str) -> None:
        """A job was removed."""
        self._status.pop(job_id, None)

    def sentence(self, remaining: float | None, ready: int) -> str:
        """What is going on. `remaining` are the running job's seconds, if known; `ready` the decks not started."""
        states = list(self._status.values())
        if any(status in _WORKING for status in states):
            return self._working(states, remaining)
        if states:
            return _ended(states)
        if ready:
            return say("1 deck is ready") if ready == 1 else say("{n} decks are ready").format(n=ready)
        return say("Nothing is being rendered")

    def _working(self, states: Sequence[JobStatus], remaining: float | None) -> str:
        ended = sum(status.ended for status in states)
        running = states.count(JobStatus.RUNNING)
        if not running:
            return say("Waiting to render")
        words = say("Rendering {n} of {count}").format(n=ended + 1, count=len(states))
        if remaining is None:
            return words
        if states.count(JobStatus.QUEUED):
            return say("{words}, {time} left for this one").format(words=words, time=about(remaining))
        return say("{words}, {time} left").format(words=words, time=about(remaining))


def _ended(states: Sequence[JobStatus]) -> str:
    done, failed = states.count(JobStatus.DONE), states.count(JobStatus.FAILED)
    parts = []
    if done:
        parts.append(say("1 video is done") if done == 1 else say("{n} videos are done").format(n=done))
    if failed:
        parts.append(say("1 deck failed") if failed == 1 else say("{n} decks failed").format(n=failed))
    return ", ".join(parts) or say("Nothing is being rendered")
