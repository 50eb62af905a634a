"""The list of jobs: the single truth about what was asked for, what runs and what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from peewee import fn

from slidecast_gui.jobs.destination import free_target, target_of
from slidecast_gui.jobs.errors import JobBusy, UnusableName
from slidecast_gui.jobs.model import UNFINISHED, EventKind, Job, JobStatus, Owner, now, time_text
from slidecast_gui.jobs.owner import busy_sentence, is_held_by_another
from slidecast_gui.jobs.store.editing import EDITABLE, Editing
from slidecast_gui.jobs.store.holding import Holding
from slidecast_gui.jobs.store.pathnames import absolute, path_key, settled_output
from slidecast_gui.jobs.store.results import Results
from slidecast_gui.jobs.store.running import Running
from slidecast_gui.jobs.store.undoing import Undoing
from slidecast_gui.settings import RenderSettings

# Apart, so that a job is put between two others without writing a long queue anew.
_STEP = 1024


class JobStore(Running, Undoing, Holding, Results, Editing):
    """The table of jobs in one SQLite file.

    Questions are in `Reading`, what the owner of a running job may do in `Running`, removal in `Removing` and
    `Undoing`, holding the queue in `Holding`, finding moved results in `Results`, edits of slides in `Editing`; here is
    what the presenter does with jobs. One thread, the one that made it, uses a store. Everything may raise StoreError.
    """

    def create(
        self,
        deck_path: str | Path,
        settings: RenderSettings,
        status: JobStatus = JobStatus.PAUSED,
        retry_of: str | None = None,
        reason: str = "",
        owner: Owner | None = None,
    ) -> Job:
        """A new job at the end of the queue: paused, waiting to be started, or queued."""
        return self.create_many([deck_path], settings, status, retry_of, reason, owner)[0]

    def create_many(
        self,
        deck_paths: Sequence[str | Path],
        settings: RenderSettings,
        status: JobStatus = JobStatus.PAUSED,
        retry_of: str | None = None,
        reason: str = "",
        owner: Owner | None = None,
    ) -> list[Job]:
        """New jobs with the same settings, in the order of the decks, all of them or none.

        Paused ones with an `owner` wait for their turn in that process: as long as it lives, no other starts them.
        """
        if status not in EDITABLE:
            raise ValueError(f"a new job is queued or paused, not {status}")
        if owner and status is not JobStatus.PAUSED:
            raise ValueError("a job that waits for its turn in a process is paused")
        settings = replace(settings, output=settled_output(settings.output))
        with self.transaction():
            last, moment = self._last_position(), now()
            jobs = []
            for number, deck in enumerate(deck_paths, 1):
                job = Job(
                    job_id=uuid.uuid4().hex,
                    status=status,
                    deck_path=absolute(deck),
                    settings=settings,
                    position=last + number * _STEP,
                    # A microsecond apart, so that "newest first" is one order and not a choice among equals.
                    created_at=moment + timedelta(microseconds=number),
                    retry_of=retry_of,
                    reason=reason,
                    owner=owner,
                )
                _check_names(job)
                job = self._with_target(job)
                self._records.job.insert(**job.to_dict()).execute()
                self._tell(job, EventKind.CREATED, reason)
                if job.renamed:
                    self._tell(job, EventKind.WARNING, job.renamed)
                jobs.append(job)
            self._jobs_seen += len(jobs)
            return jobs

    def move(self, job_id: str, to: JobStatus, reason: str = "") -> Job:
        """Changes the state of a job that nobody runs. Raises JobNotFound, IllegalMove, and JobBusy for a running one.

        A job starts by `claim`, and only its owner ends it, by `finish` or `release`.
        """
        with self.transaction():
            job = self._job(job_id)
            if job.status is JobStatus.RUNNING:
                raise JobBusy(busy_sentence(job))
            if to is JobStatus.RUNNING:
                raise JobBusy("A job is started by the process that renders it.")
            if to is JobStatus.QUEUED and is_held_by_another(job):
                raise JobBusy("This job waits for its turn in a terminal; wait for it, or stop the render there first.")
            ended = {"completed_at": time_text(now()), "video_path": ""} if to.ended else {}
            self._change(job, to, reason, reason=reason, error_kind="", owner=None, **ended)
            return self._job(job_id)

    def start(self, job_id: str) -> Job:
        """Lets a paused job run when its turn comes. Raises JobNotFound, IllegalMove, JobBusy.

        One that was never begun is rendered from the deck as it is now: it may have been corrected while it waited.
        """
        with self.transaction():
            job = self.move(job_id, JobStatus.QUEUED)
            if job.attempts == 0:
                self._update(job_id, deck_sha256="")
            return self._job(job_id)

    def retry(
        self,
        job_id: str,
        settings: RenderSettings | None = None,
        status: JobStatus = JobStatus.QUEUED,
        owner: Owner | None = None,
        deck: Path | None = None,
    ) -> Job:
        """A new job for the deck of one that has ended, with its edits, and its settings or others.

        `deck` is where that deck is now, if it has been moved; `owner` is as in `create_many`.
        Raises JobBusy, JobNotFound.
        """
        with self.transaction():
            job = self._job(job_id)
            if not job.status.ended:
                raise JobBusy("This job has not ended yet; cancel it first to begin again.")
            again = self.create(
                deck or job.deck_path, settings or job.settings, status, retry_of=job.job_id, owner=owner
            )
            self._copy_edits(job.job_id, again.job_id)
            return again

    def put_back(self, job_ids: Iterable[str]) -> list[str]:
        """As `Undoing.put_back`; one that waits gets another file where a job that was added since wants the same."""
        with self.transaction():
            back = super().put_back(job_ids)
            for job_id in back:
                job = self._job(job_id)
                settled = job if job.status.ended else self._with_target(job)
                if settled.renamed:
                    self._update(job_id, settings=settled.settings.to_dict(), target=settled.target)
                    self._tell(job, EventKind.WARNING, settled.renamed)
        return back

    def update_settings(self, job_id: str, settings: RenderSettings) -> Job:
        """Other settings for a job that has not started. Raises JobBusy for any other, JobNotFound."""
        with self.transaction():
            job = self._job(job_id)
            if job.status not in EDITABLE:
                raise JobBusy("Settings can be changed while a job waits; pause it, or retry it with other settings.")
            # A file claimed by an earlier attempt was chosen for the earlier settings.
            settled = replace(settings, output=settled_output(settings.output))
            changed = replace(job, settings=settled)
            _check_names(changed)
            changed = self._with_target(changed)
            self._update(job_id, settings=changed.settings.to_dict(), target=changed.target, video_path="")
            self._tell(job, EventKind.CHANGED, "The settings were changed.")
            if changed.renamed:
                self._tell(job, EventKind.WARNING, changed.renamed)
            return replace(self._job(job_id), renamed=changed.renamed)

    def note_deck(self, job_id: str, sha256: str) -> bool:
        """Keeps what the deck of a job that has not started is now; False where that is known, or the job is gone."""
        record = self._records.job
        with self.transaction():
            unread = (record.deck_sha256 == "") & record.status.in_(EDITABLE)
            return bool(record.update(deck_sha256=sha256).where((record.job_id == job_id) & unread).execute())

    def retry_failed(self, status: JobStatus = JobStatus.QUEUED, owner: Owner | None = None) -> list[Job]:
        """New jobs for all that have failed and have not been tried again, oldest first; `owner` as in `retry`."""
        record = self._records.job
        with self.transaction():
            again = record.alias()
            tried = again.select(again.job_id).where(again.retry_of == record.job_id)
            failed = record.select(record.job_id).where((record.status == JobStatus.FAILED) & ~fn.EXISTS(tried))
            ids = [job_id for (job_id,) in failed.order_by(record.created_at, record.job_id).tuples()]
            return [self.retry(job_id, status=status, owner=owner) for job_id in ids]

    def start_next(self, job_id: str) -> Job:
        """Puts a waiting job before all others, ready to run, whatever it waited for. Raises JobBusy, JobNotFound."""
        record = self._records.job
        with self.transaction():
            job = self._job(job_id)
            if job.status not in EDITABLE:
                raise JobBusy("Only a job that waits can be the next one; retry one that has ended.")
            if job.status is JobStatus.PAUSED:
                self.start(job_id)
            first = record.select(fn.MIN(record.position)).where(record.status.in_(UNFINISHED)).scalar()
            self._update(job_id, position=first - _STEP, not_before=None, reason="")
            self._tell(self._job(job_id), EventKind.CHANGED, "Put first in the queue.")
            return self._job(job_id)

    def reorder(self, job_id: str, before: str | None) -> None:
        """Puts an unfinished job in the queue before another one, or at its end. Raises JobNotFound, JobBusy."""
        if job_id == before:
            return
        with self.transaction():
            job = self._job(job_id)
            target = self._job(before) if before else None
            if job.status.ended or (target and target.status.ended):
                raise JobBusy("Only jobs that have not ended have a place in the queue.")
            position = self._place_before(target, job) if target else self._last_position() + _STEP
            self._update(job_id, position=position)
            self._tell(job, EventKind.CHANGED, "The place in the queue was changed.")

    def _with_target(self, job: Job) -> Job:
        """The job with the file it wants; another one where an unfinished job wants the same, and `renamed` says so.

        Settled when a job is added, not when it starts: the other may be done by then, and would be written over.
        """
        wanted = target_of(job.deck_path, job.settings.output)
        if not self._is_wanted(wanted, job.job_id):
            return replace(job, target=path_key(wanted))
        free = free_target(wanted, lambda path: self._is_wanted(path, job.job_id))
        settings = replace(job.settings, output=str(free))
        renamed = f"Another job is to write “{wanted}”; this one writes “{free.name}”."
        return replace(job, settings=settings, target=path_key(free), renamed=renamed)

    def _is_wanted(self, path: Path, besides: str) -> bool:
        record = self._records.job
        others = (record.target == path_key(path)) & record.status.in_(UNFINISHED) & (record.job_id != besides)
        return bool(record.select().where(others).exists())

    def _place_before(self, target: Job, job: Job) -> int:
        """A position between `target` and the job before it; room is made where there is none."""
        record = self._records.job
        unfinished = record.status.in_(UNFINISHED)
        before = unfinished & (record.position < target.position) & (record.job_id != job.job_id)
        previous = record.select(fn.MAX(record.position)).where(before).scalar()
        if previous is None:
            return target.position - _STEP
        if target.position - previous > 1:
            return int((previous + target.position) // 2)
        record.update(position=record.position + _STEP).where(
            unfinished & (record.position >= target.position)
        ).execute()
        return target.position + _STEP // 2

    def _last_position(self) -> int:
        record = self._records.job
        return record.select(fn.MAX(record.position)).where(record.status.in_(UNFINISHED)).scalar() or 0


def _check_names(job: Job) -> None:
    """Raises UnusableName for what the row cannot keep: Linux takes any bytes for a name, and an import any text."""
    for name in (job.deck_path, *map(str, job.settings.to_dict().values())):
        try:
            usable = "\0" not in name and bool(name.encode() or True)
        except UnicodeEncodeError:
            usable = False
        if not usable:
            raise UnusableName(Path(name).name)
