"""Which jobs of the table are listed: the queue and the past, as far as a filter lets them through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from slidecast_gui.jobs import ENDED, UNFINISHED, Job, JobFilter, JobNotFound, JobStatus, JobStore
from slidecast_gui.jobs.database.ordering import Order
from slidecast_gui.ui.joblist.period import Period

PAGE = 24
"""Of past jobs: more than most screens show; the list asks for the next page when it is scrolled to."""
QUEUE_PAGE = 200
"""More of the queue: what ends in it moves to the past, which can be shown only below all of the queue."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the presenter wants to see: jobs in one of `statuses` (empty: all) with `text`.

    `period` and `order` are of past jobs alone: the queue is what is to come, in the order in which it comes.
    """

    statuses: tuple[JobStatus, ...] = ()
    text: str = ""
    period: Period = Period.ANY
    order: Order = Order.NEWEST

    @property
    def leaves_out(self) -> bool:
        """Whether there may be jobs that it does not let through."""
        return bool(self.statuses or self.text or self.period is not Period.ANY)


class Listing:
    """Reads the table; what a text is found in only the store decides."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        self.wanted = Wanted()

    def read(self, job_id: str) -> Job | None:
        """A job as the table has it now, if it is there and wanted."""
        try:
            job = self._store.get(job_id)
        except JobNotFound:
            return None
        return job if self._is_wanted(job) else None

    def queue(self, offset: int, limit: int = QUEUE_PAGE) -> tuple[list[Job], bool]:
        """A page of the unfinished jobs as they are shown, and whether there are more."""
        statuses = self._wanted_of(UNFINISHED)
        wanted = JobFilter(statuses, self.wanted.text)
        page = self._store.queue_page(limit + 1, offset, wanted) if statuses else []
        return page[:limit], len(page) > limit

    def past(self, offset: int, limit: int = PAGE) -> tuple[list[Job], bool]:
        """A page of past jobs in their order, and whether there may be more."""
        statuses = self._wanted_of(ENDED)
        page = self._store.history(self._past(statuses), limit, offset, self.wanted.order) if statuses else []
        return page, len(page) == limit

    def is_rendered_anew(self, job: Job) -> bool:
        """Whether a later job is of the same deck."""
        return self._store.is_rendered_anew(job)

    def counts(self) -> dict[JobStatus, int]:
        """How many jobs in each state there are to be seen, where the states were not chosen from."""
        if not replace(self.wanted, statuses=()).leaves_out:
            return self._store.counts()
        waiting = self._store.counts(JobFilter(UNFINISHED, self.wanted.text))
        past = self._store.counts(self._past(ENDED))
        return {status: (past if status.ended else waiting)[status] for status in JobStatus}

    def _wanted_of(self, statuses: Iterable[JobStatus]) -> tuple[JobStatus, ...]:
        return tuple(status for status in statuses if not self.wanted.statuses or status in self.wanted.statuses)

    def _past(self, statuses: tuple[JobStatus, ...]) -> JobFilter:
        return JobFilter(statuses, self.wanted.text, self.wanted.period.since(datetime.now(UTC)))

    def _is_wanted(self, job: Job) -> bool:
        wanted = self.wanted
        if wanted.statuses and job.status not in wanted.statuses:
            return False
        since = wanted.period.since(datetime.now(UTC))
        if job.status.ended and since is not None and job.moment < since:
            return False
        if not wanted.text:
            return True
        moment = JobFilter((job.status,), wanted.text, job.moment, job.moment + timedelta(microseconds=1))
        return any(found.job_id == job.job_id for found in self._store.history(moment))
