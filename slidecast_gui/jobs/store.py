"""The list of jobs: the single truth about what was asked for, what runs and what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from peewee import fn

from slidecast_gui.jobs.errors import JobBusy
from slidecast_gui.jobs.model import UNFINISHED, EventKind, Job, JobStatus, now, time_text
from slidecast_gui.jobs.pathnames import absolute, settled_output
from slidecast_gui.jobs.removing import Removing
from slidecast_gui.jobs.running import Running
from slidecast_gui.settings import RenderSettings

_EDITABLE = (JobStatus.QUEUED, JobStatus.PAUSED)


class JobStore(Running, Removing):
    """The table of jobs in one SQLite file.

    Questions are in `Reading`, what the owner of a running job may do in `Running`, removal in `Removing`; here is
    what the presenter does. One thread, the one that made it, uses a store. Everything may raise StoreError.
    """

    def __init__(self, database: Path) -> None:
        super().__init__(database)
        if self.recovery is not None and self.recovery.restored_from is not None:
            self._hold_restored()

    def create(
        self,
        deck_path: str | Path,
        settings: RenderSettings,
        status: JobStatus = JobStatus.PAUSED,
        retry_of: str | None = None,
        reason: str = "",
    ) -> Job:
        """A new job at the end of the queue: paused, waiting to be started, or queued."""
        return self.create_many([deck_path], settings, status, retry_of, reason)[0]

    def create_many(
        self,
        deck_paths: Sequence[str | Path],
        settings: RenderSettings,
        status: JobStatus = JobStatus.PAUSED,
        retry_of: str | None = None,
        reason: str = "",
    ) -> list[Job]:
        """New jobs with the same settings, in the order of the decks, all of them or none."""
        if status not in _EDITABLE:
            raise ValueError(f"a new job is queued or paused, not {status}")
        settings = replace(settings, output=settled_output(settings.output))
        with self.transaction():
            position, moment = self._last_position(), now()
            jobs = []
            for number, deck in enumerate(deck_paths):
                job = Job(
                    job_id=uuid.uuid4().hex,
                    status=status,
                    deck_path=absolute(deck),
                    settings=settings,
                    position=position + 1 + number,
                    # A microsecond apart, so that "newest first" is one order and not a choice among equals.
                    created_at=moment + timedelta(microseconds=number),
                    retry_of=retry_of,
                    reason=reason,
                )
                self._records.job.insert(**job.to_dict()).execute()
                self._tell(job, EventKind.CREATED, reason)
                jobs.append(job)
            return jobs

    def move(self, job_id: str, to: JobStatus, reason: str = "") -> Job:
        """Changes the state of a job that nobody runs. Raises JobNotFound, IllegalMove, and JobBusy for a running one.

        A job starts by `claim`, and only its owner ends it, by `finish` or `release`.
        """
        with self.transaction():
            job = self._job(job_id)
            if job.status is JobStatus.RUNNING:
                raise JobBusy("This job is being rendered by another process; stop it there, or wait for it to end.")
            if to is JobStatus.RUNNING:
                raise JobBusy("A job is started by the process that renders it.")
            ended = {"completed_at": time_text(now()), "video_path": ""} if to.ended else {}
            self._change(job, to, reason, reason=reason, error_kind="", **ended)
            return self._job(job_id)

    def retry(self, job_id: str, settings: RenderSettings | None = None, status: JobStatus = JobStatus.QUEUED) -> Job:
        """A new job for the deck of one that has ended, with its settings or others. Raises JobBusy, JobNotFound."""
        with self.transaction():
            job = self._job(job_id)
            if not job.status.ended:
                raise JobBusy("This job has not ended yet; cancel it first to begin again.")
            return self.create(job.deck_path, settings or job.settings, status, retry_of=job.job_id)

    def update_settings(self, job_id: str, settings: RenderSettings) -> Job:
        """Other settings for a job that has not started. Raises JobBusy for any other, JobNotFound."""
        with self.transaction():
            job = self._job(job_id)
            if job.status not in _EDITABLE:
                raise JobBusy("Settings can be changed while a job waits; pause it, or retry it with other settings.")
            # A file claimed by an earlier attempt was chosen for the earlier settings.
            settled = replace(settings, output=settled_output(settings.output))
            self._update(job_id, settings=settled.to_dict(), video_path="")
            self._tell(job, EventKind.CHANGED, "The settings were changed.")
            return self._job(job_id)

    def reorder(self, job_id: str, before: str | None) -> None:
        """Puts an unfinished job in the queue before another one, or at its end. Raises JobNotFound, JobBusy."""
        if job_id == before:
            return
        record = self._records.job
        with self.transaction():
            job = self._job(job_id)
            target = self._job(before) if before else None
            if job.status.ended or (target and target.status.ended):
                raise JobBusy("Only jobs that have not ended have a place in the queue.")
            if target is None:
                position = self._last_position() + 1
            else:
                position = target.position
                behind = record.status.in_(UNFINISHED) & (record.position >= position)
                record.update(position=record.position + 1).where(behind).execute()
            self._update(job_id, position=position)
            self._tell(job, EventKind.CHANGED, "The place in the queue was changed.")

    def _hold_restored(self) -> None:
        """What was unfinished in a restored backup may have been rendered since: it waits for the presenter."""
        reason = "Restored from a backup; start it if it has not been rendered since."
        with self.transaction():
            for job in self.queue():
                if job.status is not JobStatus.PAUSED:
                    self._change(job, JobStatus.PAUSED, reason, reason=reason, owner=None, last_heartbeat=None)

    def _last_position(self) -> int:
        record = self._records.job
        return record.select(fn.MAX(record.position)).where(record.status.in_(UNFINISHED)).scalar() or 0
