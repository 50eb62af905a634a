"""One job from its claim to its end, for the window's queue and for the terminal alike.

The render runs elsewhere and tells what it does; everything that writes a row here runs on the thread of the store.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from slidecast_gui.edits import NOTHING_EDITED, Edits
from slidecast_gui.effort import Talk
from slidecast_gui.errors import SlidecastError
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
from slidecast_gui.jobs.child import CRASHED, RenderChild
from slidecast_gui.jobs.destination import DestinationError, choose_destination
from slidecast_gui.jobs.editing import with_sounds_in
from slidecast_gui.jobs.errors import OutputTaken, StoreError
from slidecast_gui.jobs.estimate import estimate, speed_of
from slidecast_gui.jobs.model import Job, JobFilter, JobStatus, Owner
from slidecast_gui.jobs.owner import is_alive, is_held_by_another
from slidecast_gui.jobs.patience import patiently
from slidecast_gui.jobs.recordings import forget_lost_recordings
from slidecast_gui.jobs.rendering import clear_up, render
from slidecast_gui.jobs.retrying import wait_of, wait_sentence
from slidecast_gui.jobs.scratch import is_rehearsed_in
from slidecast_gui.jobs.sounds import forget_unused_sounds
from slidecast_gui.jobs.store import JobStore
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import SettingsError
from slidecast_gui.space import DISK_FULL, amount
from slidecast_gui.spec import RenderSpec

logger = logging.getLogger(__name__)

WRITE_EVERY_S = 1.0
_FINISHED = JobFilter((JobStatus.DONE,))
_PAST_JOBS = 50
_OURS = (CRASHED, "internal")
_TAKEN_OVER = (
    "Another process took this job over while it was rendered here; “slidecast-gui jobs” says what became of it."
)


@dataclass(frozen=True, slots=True)
class Then:
    """What becomes of a job whose render was stopped: cancelled, paused or queued, and why, in words."""

    status: JobStatus = JobStatus.CANCELLED
    reason: str = ""


CANCEL = Then()


def take(store: JobStore, job_id: str, owner: Owner) -> Job | None:
    """Claim a queued or paused job for `owner`, with a place for its video; None if another process was faster.

    A paused one that waits for its turn in another process is that one's. A job that has nowhere to put its video, or
    settings that cannot be followed, is returned as `failed`, with its sentence; as `paused` where the disk there is
    full. Raises JobNotFound, StoreError.
    """
    while True:
        job = store.get(job_id)
        if job.status not in (JobStatus.QUEUED, JobStatus.PAUSED) or is_held_by_another(job):
            return None
        try:
            if job.settings_error:
                raise SettingsError(job.settings_error)
            return _claim(store, job, owner, str(choose_destination(job, store)))
        except OutputTaken:
            continue  # Another process claimed that name since it was looked for.
        except (DestinationError, SettingsError) as error:
            return _fail(store, job, owner, error)


def spec_of(job: Job, paths: DataPaths, edits: Edits = NOTHING_EDITED) -> RenderSpec:
    """What the render child of a claimed job is told; `edits` are those the store keeps for it."""
    return RenderSpec(
        job_id=job.job_id,
        attempt=job.attempts,
        deck=job.deck_path,
        video=job.video_path,
        # Named after the job, so that it can be deleted with it.
        thumbnail=str(paths.thumbnails / f"{job.job_id}.png"),
        pieces=str(paths.pieces),
        scratch=str(_scratch(job, paths)),
        settings=job.settings,
        deck_sha256=job.deck_sha256,
        edits=with_sounds_in(edits, paths.sounds),
    )


def run_job(
    store: JobStore,
    paths: DataPaths,
    job: Job,
    on_event: Callable[[Event], None],
    cancelled: threading.Event,
    child: RenderChild | None = None,
    then: Callable[[], Then] = lambda: CANCEL,
) -> Finished:
    """Run a claimed job to its end on this thread, and again where its renderer crashed and may be tried again.

    `then` is asked what becomes of it where it was stopped by `cancelled`. Returns the end as the job's row has it.
    As long as the list of jobs cannot be used, the render goes on and its end is tried again, until `cancelled`; then
    it raises StoreError.
    """
    child = child or RenderChild()

    def say(sentence: str) -> None:
        on_event(Warned("store", sentence))

    while True:
        ledger = Ledger(store, job)

        def told(event: Event, ledger: Ledger = ledger) -> None:
            try:
                ledger.write(event)
            except StoreError as error:
                # The next event writes what this one could not.
                logger.warning("progress of job %s was not written: %s", ledger.job.job_id, error.detail)
            on_event(event)

        edits = patiently(partial(store.edits, job.job_id), cancelled, say)
        finished = render(child, spec_of(job, paths, edits), told, cancelled)
        end, again = patiently(partial(_end, store, ledger, finished, then), cancelled, say)
        if again is None:
            return end
        job = again


def recover(store: JobStore, paths: DataPaths) -> list[str]:
    """Take back the jobs of dead processes and clear up after them; returns the ids of the jobs. Raises StoreError."""
    if store.unwritable is not None:
        return []  # Said when the list was opened; nothing of it can be taken back.
    lost = store.recover(is_alive)
    forget_unused_sounds(paths.sounds, store.sounds_in_use())
    forget_lost_recordings(paths.recordings, store.is_known)
    for job in lost:
        if job.video_path:
            clear_up(spec_of(job, paths))
    if paths.scratch.is_dir():
        # In this order: a job that another process claims meanwhile makes its folder after its row says so.
        there = set(paths.scratch.iterdir())
        used = {_scratch(job, paths) for job in store.queue() if job.status is JobStatus.RUNNING}
        for folder in there - used:
            if not is_rehearsed_in(folder):
                shutil.rmtree(folder, ignore_errors=True)
    return [job.job_id for job in lost]


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
                return self._store.warned(self._job, event.text, event.slide)
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
            talk = Talk(event.slides, event.spoken, event.letters)
            speed = speed_of(self._store.history(_FINISHED, limit=_PAST_JOBS))
            self._store.estimated(self._job, estimate(talk, self._job.settings, speed).sentence)
        return written

    def _write_progress(self) -> bool:
        if self._latest is None or self._latest == self._written:
            return False
        self._written, self._written_at = self._latest, self._clock()
        return self._store.beat(self._job, *self._latest)


def disk_full_reason(needed: int) -> str:
    """Why a job waits for space on a disk; `needed` in bytes, 0 where that is not known."""
    return f"Paused: disk full, {amount(needed)} needed." if needed else "Paused: disk full."


def _scratch(job: Job, paths: DataPaths) -> Path:
    """The temporary folder of one attempt: another one may still be ending when the next begins."""
    return paths.scratch / f"{job.job_id}-{job.attempts}"


def _claim(store: JobStore, job: Job, owner: Owner, video_path: str) -> Job | None:
    with store.transaction():
        if store.get(job.job_id).status is JobStatus.PAUSED:
            store.move(job.job_id, JobStatus.QUEUED)
        return store.claim(job.job_id, owner, video_path)


def _fail(store: JobStore, job: Job, owner: Owner, error: SlidecastError) -> Job | None:
    """Ends a job before any work; by way of a claim, so that nobody else is working on it."""
    with store.transaction():
        claimed = _claim(store, job, owner, "")
        if claimed is None:
            return None
        if error.kind == DISK_FULL:
            store.release(claimed, JobStatus.PAUSED, disk_full_reason(0), DISK_FULL)
        else:
            end = Finished(Outcome.FAILED, error=error.sentence, error_kind=error.kind, error_detail=error.detail)
            store.finish(claimed, end)
        return store.get(job.job_id)


def _end(store: JobStore, ledger: Ledger, finished: Finished, then: Callable[[], Then]) -> tuple[Finished, Job | None]:
    """Write the end of a render; returns it as the row has it, and the job where it was claimed anew after a crash."""
    job = ledger.job
    with store.transaction():
        status = ledger.end(finished, then())
        if status is None:
            return Finished(Outcome.FAILED, error=_TAKEN_OVER, error_kind="taken-over"), None
        # In one transaction: a window that looks for queued jobs must not take it from under the terminal.
        crashed = status is JobStatus.QUEUED and finished.status is not Outcome.CANCELLED
        again = store.claim(job.job_id, job.owner, job.video_path) if crashed and job.owner else None
        return _as_written(store, job, finished), again


def _as_written(store: JobStore, job: Job, finished: Finished) -> Finished:
    row = store.get(job.job_id)
    if not row.status.ended:
        return finished
    return replace(finished, error=row.error, error_kind=row.error_kind, error_detail=row.error_detail)
