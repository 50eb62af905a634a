"""Which jobs of the table are listed: the queue and the past, as far as a filter lets them through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from slidecast_gui.jobs import ENDED, UNFINISHED, Job, JobFilter, JobNotFound, JobStatus, JobStore

PAGE = 60


class Listing:
    """Reads the table; what a text is found in only the store decides."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        self._statuses: tuple[JobStatus, ...] = ()
        self._text = ""

    def set_filter(self, statuses: Sequence[JobStatus], text: str) -> bool:
        """Lists only jobs in one of `statuses` (empty: all) with `text`; returns whether that is something new."""
        before = (self._statuses, self._text)
        self._statuses, self._text = tuple(statuses), text
        return before != (self._statuses, self._text)

    def read(self, job_id: str) -> Job | None:
        """A job as the table has it now, if it is there and wanted."""
        try:
            job = self._store.get(job_id)
        except JobNotFound:
            return None
        return job if self._wanted(job) else None

    def queue(self) -> list[Job]:
        """The unfinished jobs in the order in which they are to run."""
        queue = [job for job in self._store.queue() if not self._statuses or job.status in self._statuses]
        if not self._text or not queue:
            return queue
        found = {job.job_id for job in self._store.history(JobFilter(UNFINISHED, self._text))}
        return [job for job in queue if job.job_id in found]

    def past(self, offset: int) -> tuple[list[Job], bool]:
        """A page of past jobs, newest first, and whether there may be more."""
        statuses = tuple(status for status in ENDED if not self._statuses or status in self._statuses)
        page = self._store.history(JobFilter(statuses, self._text), PAGE, offset) if statuses else []
        return page, len(page) == PAGE

    def _wanted(self, job: Job) -> bool:
        if self._statuses and job.status not in self._statuses:
            return False
        if not self._text:
            return True
        moment = JobFilter((job.status,), self._text, job.moment, job.moment + timedelta(microseconds=1))
        return any(found.job_id == job.job_id for found in self._store.history(moment))
