"""What the queue is doing, in one sentence for the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.outside.taskbar import Work
from slidecast_gui.ui.settings.estimates import Expected
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import about, amounts

_WORKING = (JobStatus.QUEUED, JobStatus.RUNNING)


class Batch:
    """The jobs since the queue last stood still, so that "2 of 3" means what the presenter started."""

    def __init__(self) -> None:
        self._status: dict[str, JobStatus] = {}

    @property
    def is_working(self) -> bool:
        """Whether a job of it runs or waits for its turn."""
        return any(status in _WORKING for status in self._status.values())

    @property
    def is_running(self) -> bool:
        """Whether a job of it runs."""
        return JobStatus.RUNNING in self._status.values()

    @property
    def ended(self) -> Sequence[str]:
        """The ids of its jobs that are done or have failed, in the order in which they were started."""
        return [job_id for job_id, status in self._status.items() if status in (JobStatus.DONE, JobStatus.FAILED)]

    @property
    def has_failed(self) -> bool:
        """Whether one of its jobs has failed."""
        return JobStatus.FAILED in self._status.values()

    def status(self, job_id: str) -> JobStatus | None:
        """The state of one of its jobs when it was last noted."""
        return self._status.get(job_id)

    def work(self, running: float) -> Work | None:
        """How far all of it is, `running` being how far the running jobs are together; None while it stands still."""
        states = list(self._status.values())
        if JobStatus.RUNNING not in states:
            return None
        ended = sum(status.ended for status in states)
        return Work((ended + running) / len(states), len(states) - ended, failed=self.has_failed)

    def note(self, job: Job) -> None:
        """A job has changed. The first one to work after all had ended begins a new batch.

        A cancelled one is counted no more: it is neither among those that are made nor among those that were.
        """
        if job.status in _WORKING:
            if not self.is_working:
                self._status.clear()
            self._status[job.job_id] = job.status
        elif job.job_id in self._status:
            if job.status in (JobStatus.DONE, JobStatus.FAILED):
                self._status[job.job_id] = job.status
            else:
                del self._status[job.job_id]

    def forget(self, job_id: str) -> None:
        """A job was removed."""
        self._status.pop(job_id, None)

    def sentence(self, remaining: float | None, queued: float | None, waiting: int = 0) -> str:
        """What is going on, or what came of it; empty where there is nothing to say.

        `remaining` are the running job's seconds, `queued` those of all that wait for their turn, as far as known, and
        `waiting` is how many these are: of a long queue not all have been noted.
        """
        if self.is_working:
            return self._working(list(self._status.values()), remaining, queued, waiting)
        return self.outcome() if self._status else ""

    def outcome(self) -> str:
        """What came of it."""
        return _ended(list(self._status.values()))

    def _working(self, states: Sequence[JobStatus], remaining: float | None, queued: float | None, waiting: int) -> str:
        unseen = max(0, waiting - states.count(JobStatus.QUEUED))
        ended = sum(status.ended for status in states)
        running = states.count(JobStatus.RUNNING)
        if not running:
            return say("Waiting to render")
        words = say("Rendering {n} of {count}").format(n=ended + 1, count=len(states) + unseen)
        if remaining is None:
            return words
        if queued is None:
            return say("{words}, {time} left for this one").format(words=words, time=about(remaining))
        return say("{words}, {time} left").format(words=words, time=about(remaining + queued))


def ready_sentence(ready: int, expected: Expected | None) -> str:
    """That decks are ready, and what they amount to where that is known."""
    if not ready:
        return say("Nothing is being rendered")
    words = say("1 deck is ready") if ready == 1 else say("{n} decks are ready").format(n=ready)
    if expected is None or not expected.known:
        return words
    if not expected.is_whole:
        words = say("{words}, {n} of them").format(words=words, n=expected.known)
    return f"{words}: {amounts(expected.amounts)}"


def _ended(states: Sequence[JobStatus]) -> str:
    done, failed = states.count(JobStatus.DONE), states.count(JobStatus.FAILED)
    parts = []
    if done:
        parts.append(say("1 video is done") if done == 1 else say("{n} videos are done").format(n=done))
    if failed:
        parts.append(say("1 deck failed") if failed == 1 else say("{n} decks failed").format(n=failed))
    return ", ".join(parts) or say("Nothing is being rendered")
