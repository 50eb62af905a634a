"""What the decks that wait will amount to: told while there is still time to choose other settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.edits import NOTHING_EDITED, Edits
from slidecast_gui.effort import Talk
from slidecast_gui.jobs import Job, JobFilter, JobStatus, JobStore
from slidecast_gui.jobs.estimate import Estimate, estimate, speed_of
from slidecast_gui.jobs.queue.deck_looker import DeckLooker
from slidecast_gui.jobs.store.editing import EDITABLE, with_sounds_in

LOOKED_INTO = 200
"""Decks looked into for one window: a folder of thousands is not estimated to the minute."""
_PAST_JOBS = 50


@dataclass(frozen=True, slots=True)
class Expected:
    """What `known` of `asked` decks amount to together; the others cannot be looked into, or are too many."""

    amounts: Estimate
    known: int
    asked: int

    @property
    def is_whole(self) -> bool:
        """Whether all of them are in it."""
        return self.known == self.asked


class Estimates(QObject):
    """Knows the talks of jobs, as far as their decks have been looked into. `changed` tells that one more is known."""

    changed = Signal()

    def __init__(self, store: JobStore, sounds: Path, parent: QObject) -> None:
        """`sounds` is the folder of the sounds that presenters have given to slides."""
        super().__init__(parent)
        self._store = store
        self._sounds = sounds
        self._asked: dict[str, Edits] = {}
        self._talks: dict[str, Talk | None] = {}
        self._speed: float | None = None
        self._looker = DeckLooker(self)
        self._looker.looked.connect(self._keep)

    def consider(self, unfinished: Iterable[Job]) -> None:
        """Looks into the decks of those that wait, if they were not looked into, or are edited since.

        What has ended is forgotten. Raises StoreError.
        """
        jobs = {job.job_id: job for job in unfinished}
        for job_id in self._asked.keys() - jobs.keys():
            del self._asked[job_id]
            self._talks.pop(job_id, None)
        edited = self._store.waiting_edits()
        for job_id, job in jobs.items():
            edits = edited.get(job_id, NOTHING_EDITED)
            is_news = job_id not in self._asked and len(self._asked) < LOOKED_INTO
            is_changed = job_id in self._asked and self._asked[job_id] != edits
            if job.status in EDITABLE and (is_news or is_changed):
                self._asked[job_id] = edits
                self._looker.add(job, with_sounds_in(edits, self._sounds))

    def of_all(self, jobs: Iterable[Job], count: int | None = None) -> Expected | None:
        """What jobs amount to together; None as long as one of them is being looked into. Raises StoreError.

        `count` tells how many they are where `jobs` are only the first of them.
        """
        if self._speed is None:
            self._speed = speed_of(self._store.history(JobFilter((JobStatus.DONE,)), limit=_PAST_JOBS))
        whole, known, given = Estimate(0.0, 0, 0.0), 0, 0
        for job in jobs:
            given += 1
            if job.job_id in self._asked and job.job_id not in self._talks:
                return None
            if (talk := self._talks.get(job.job_id)) is not None:
                known += 1
                one = estimate(talk, job.settings, self._speed)
                whole = Estimate(whole.length_s + one.length_s, whole.size + one.size, whole.render_s + one.render_s)
        return Expected(whole, known, given if count is None else count)

    def talk(self, job: Job) -> Talk | None:
        """What a deck that waits amounts to, where it has been looked into."""
        return self._talks.get(job.job_id)

    def learn(self) -> None:
        """A job has ended: it says how fast this computer is now."""
        self._speed = None

    def stop(self) -> None:
        """Looks no more; to be called before the owner goes."""
        self._looker.stop()

    @Slot(str, object)
    def _keep(self, job_id: str, talk: Talk | None) -> None:
        if job_id in self._asked:
            self._talks[job_id] = talk
            self.changed.emit()
