"""What the render of one claimed job tells, written into its row."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from slidecast_gui.events import (
    DeckRead,
    EngineCalled,
    EngineReturned,
    Event,
    Finished,
    Outcome,
    Progress,
    Stage,
    ThumbnailMade,
    Warned,
)
from slidecast_gui.jobs.estimate import estimate, speed_of, talk_read
from slidecast_gui.jobs.model import Job, JobFilter, JobStatus
from slidecast_gui.jobs.processes.render_child import CRASHED
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.jobs.store.retrying import wait_of, wait_sentence
from slidecast_gui.system.space import DISK_FULL, amount

logger = logging.getLogger(__name__)

WRITE_EVERY_S = 1.0
_FINISHED = JobFilter((JobStatus.DONE,))
_PAST_JOBS = 50
_OURS = (CRASHED, "internal")


@dataclass(frozen=True, slots=True)
class Then:
    """What becomes of a job whose render was stopped: cancelled, paused or queued, and why, in words."""

    status: JobStatus = JobStatus.CANCELLED
    reason: str = ""


CANCEL = Then()


class Ledger:
    """Writes what the render of one claimed job tells into its row: progress at most once a second."""

    def __init__(
        self, store: JobStore, job: Job, clock: Callable[[], float] = time.monotonic, *, patient: bool = False
    ) -> None:
        """A `patient` one has a job tried again later where the cause of its failure may pass."""
        self._store = store
        self._job = job
        self._clock = clock
        self._patient = patient
        self._written_at = float("-inf")
        self._written: tuple[Stage, int, int | None] | None = None
        self._latest: tuple[Stage, int, int | None] | None = None

    @property
    def job(self) -> Job:
        """The job as it was claimed."""
        return self._job

    def write(self, event: Event) -> bool:
        """Write what `event` changes; returns whether the row was written. A `Finished` is for `end`."""
        match event:
            case Progress():
                self._latest = (event.stage, int(event.fraction * 100), event.slide)
                return self._clock() - self._written_at >= WRITE_EVERY_S and self._write_progress()
            case DeckRead():
                return self._read(event)
            case ThumbnailMade():
                return self._store.thumbnail_made(self._job, event.path)
            case Warned():
                tell = self._store.noted if event.is_note else self._store.warned
                return tell(self._job, event.text, event.slide)
            case EngineCalled() | EngineReturned():
                return False
            case Finished():
                raise TypeError("a Finished is written by `end`")

    def end(self, finished: Finished, then: Then = CANCEL) -> JobStatus | None:
        """Write the end of the render; `then` says what becomes of a stopped one.

        Returns the job's state afterwards, or None, with nothing written, if the job is no longer ours.
        """
        self._write_progress()  # The slide it was on belongs to the story of a failure.
        if finished.error_kind in _OURS:
            logger.error("job %s: %s\n%s", self._job.job_id, finished.error, finished.error_detail)
        if finished.error_kind == CRASHED:
            return self._store.crashed(self._job, finished)
        if finished.error_kind == DISK_FULL and finished.status is Outcome.FAILED:
            reason = disk_full_reason(finished.needed)
            return JobStatus.PAUSED if self._store.release(self._job, JobStatus.PAUSED, reason, DISK_FULL) else None
        if finished.status is Outcome.CANCELLED and not then.status.ended:
            return then.status if self._store.release(self._job, then.status, then.reason) else None
        if finished.status is Outcome.CANCELLED:
            finished = replace(finished, error=then.reason)
        wait = wait_of(self._job, finished) if self._patient else None
        if wait is not None:
            reason = wait_sentence(self._job, finished, wait)
            return JobStatus.QUEUED if self._store.postpone(self._job, wait, reason) else None
        return JobStatus(finished.status.value) if self._store.finish(self._job, finished) else None

    def _read(self, event: DeckRead) -> bool:
        """The deck's facts, and what they let expect."""
        written = self._store.deck_read(self._job, event.title, event.slides, event.sha256)
        if written:
            speed = speed_of(self._store.history(_FINISHED, limit=_PAST_JOBS))
            self._store.estimated(self._job, estimate(talk_read(event), self._job.settings, speed).to_text())
        return written

    def _write_progress(self) -> bool:
        if self._latest is None or self._latest == self._written:
            return False
        self._written, self._written_at = self._latest, self._clock()
        return self._store.beat(self._job, *self._latest)


def disk_full_reason(needed: int) -> str:
    """Why a job waits for space on a disk; `needed` in bytes, 0 where that is not known."""
    return f"Paused: disk full, {amount(needed)} needed." if needed else "Paused: disk full."
