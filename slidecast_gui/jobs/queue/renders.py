"""The renders that are going on in this process, and how they are told to stop."""

from __future__ import annotations

import logging

from slidecast_gui.jobs.errors import StoreError
from slidecast_gui.jobs.ledger import CANCEL, Then
from slidecast_gui.jobs.model import JobStatus, Wish
from slidecast_gui.jobs.queue.task import Handle
from slidecast_gui.jobs.store.job_store import JobStore

logger = logging.getLogger(__name__)

_PAUSED = Then(JobStatus.PAUSED, Wish.PAUSE.reason)


class Renders(dict[str, Handle]):
    """Handles by the ids of their jobs."""

    def __init__(self, store: JobStore) -> None:
        super().__init__()
        self._store = store

    def is_ending(self, job_id: str) -> bool:
        """Whether a render has been told to stop and has not yet."""
        handle = self.get(job_id)
        return handle is not None and handle.stop.is_set()

    def stop(self, job_id: str, wish: Wish) -> bool:
        """Tell a render to stop, after its row says why; False if there is none of that job. The last word counts."""
        handle = self.get(job_id)
        if handle is None:
            return False
        try:
            self._store.note_wish(handle.ledger.job, wish)
        except StoreError as error:
            # Stopped all the same: that may be what makes room on a full disk. Its end is tried until it is written.
            logger.warning("what is to become of job %s was not written: %s", job_id, error.detail)
        handle.then, handle.wish = _PAUSED if wish is Wish.PAUSE else CANCEL, wish
        handle.stop.set()
        return True

    def stop_all(self, then: Then) -> list[str]:
        """Stop all but what was told to stop before: it knows what becomes of it. Returns the ids of the jobs."""
        going = {job_id: handle for job_id, handle in self.items() if not handle.stop.is_set()}
        for handle in going.values():
            handle.then = then
            handle.stop.set()
        return list(going)
