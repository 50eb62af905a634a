"""Holding the whole queue: kept in the table, so that a restart does not start what the presenter has stopped."""

from __future__ import annotations

from collections.abc import Iterable

from slidecast_gui.jobs.model import Hold, JobStatus
from slidecast_gui.jobs.store.reading import Reading

_ONLY_ROW = 1


class Holding(Reading):
    """What stops the queue and lets it go on. Everything here may raise StoreError.

    The states of the jobs are not touched: who was paused before the queue was, stays so afterwards. A job that is
    rendered in a terminal was asked for there, and is not held.
    """

    def pause_queue(self) -> None:
        """Start nothing any more."""
        with self.transaction():
            self._set_hold(Hold.ALL)

    def pause_after(self, job_ids: Iterable[str]) -> None:
        """Start nothing but these jobs, which are running now: one that crashes or is interrupted still goes on."""
        with self.transaction():
            self._set_hold(Hold.AFTER_CURRENT, list(job_ids))
            self.settle_hold()

    def resume_queue(self) -> None:
        """Start jobs as they come."""
        with self.transaction():
            self._set_hold(Hold.OFF)

    def settle_hold(self) -> bool:
        """Where the queue was to pause after some jobs and all of them have ended, it is paused; whether it was so."""
        record = self._records.job
        with self.transaction():
            hold, last = self._held()
            if hold is not Hold.AFTER_CURRENT:
                return False
            going = record.status.in_((JobStatus.QUEUED, JobStatus.RUNNING))
            if record.select().where(record.job_id.in_(last) & going).exists():
                return False
            self._set_hold(Hold.ALL)
            return True

    def _set_hold(self, hold: Hold, last: list[str] | None = None) -> None:
        self._records.queue_state.replace(state_id=_ONLY_ROW, hold=hold.value, last=last or []).execute()
