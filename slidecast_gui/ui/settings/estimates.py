"""What the decks that wait will amount to: told while there is still time to choose other settings."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.effort import Talk
from slidecast_gui.jobs import Job, JobFilter, JobStatus, JobStore
from slidecast_gui.jobs.estimate import Estimate, estimate, speed_of
from slidecast_gui.jobs.queue_look import DeckLooker

_MOST = 200
"""Decks looked into for one window: a folder of thousands is not estimated to the minute."""
_PAST_JOBS = 50
_WAITING = (JobStatus.QUEUED, JobStatus.PAUSED)


class Estimates(QObject):
    """Knows the talks of jobs, as far as their decks have been looked into. `changed` tells that one more is known."""

    changed = Signal()

    def __init__(self, store: JobStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._talks: dict[str, Talk | None] = {}
        self._speed: float | None = None
        self._looker = DeckLooker(self)
        self._looker.looked.connect(self._keep)

    def consider(self, jobs: Iterable[Job]) -> None:
        """Looks into the decks of those that wait and were not looked into."""
        for job in jobs:
            if job.status in _WAITING and job.job_id not in self._talks and len(self._talks) < _MOST:
                self._talks[job.job_id] = None
                self._looker.add(job)

    def of_all(self, jobs: Iterable[Job]) -> Estimate | None:
        """What these jobs amount to together; None while one of them is not known. Raises StoreError."""
        if self._speed is None:
            self._speed = speed_of(self._store.history(JobFilter((JobStatus.DONE,)), limit=_PAST_JOBS))
        whole = Estimate(0.0, 0, 0.0)
        for job in jobs:
            talk = self._talks.get(job.job_id)
            if talk is None:
                return None
            one = estimate(talk, job.settings, self._speed)
            whole = Estimate(whole.length_s + one.length_s, whole.size + one.size, whole.render_s + one.render_s)
        return whole

    def learn(self) -> None:
        """A job has ended: it says how fast this computer is now."""
        self._speed = None

    def stop(self) -> None:
        """Looks no more; to be called before the owner goes."""
        self._looker.stop()

    @Slot(str, object)
    def _keep(self, job_id: str, talk: Talk) -> None:
        self._talks[job_id] = talk
        self.changed.emit()
