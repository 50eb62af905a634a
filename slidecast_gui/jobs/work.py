"""One job from its claim to its end, for the window's queue and for the terminal alike.

The render runs elsewhere and tells what it does; everything that writes a row here runs on the thread of the store.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from slidecast_gui.edits import NOTHING_EDITED, Edits
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import (
    Event,
    Finished,
    Outcome,
    Warned,
)
from slidecast_gui.jobs.destination import DestinationError, choose_destination
from slidecast_gui.jobs.errors import OutputTaken, StoreError
from slidecast_gui.jobs.ledger import CANCEL, Ledger, Then, disk_full_reason
from slidecast_gui.jobs.model import Job, JobStatus, Owner, Wish
from slidecast_gui.jobs.owner import is_alive, is_held_by_another
from slidecast_gui.jobs.patience import patiently
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.processes.rendering import clear_up, render
from slidecast_gui.jobs.recordings import forget_lost_recordings
from slidecast_gui.jobs.scratch import is_rehearsed_in
from slidecast_gui.jobs.sounds import forget_unused_sounds
from slidecast_gui.jobs.store.editing import with_sounds_in
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import SettingsError
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system.space import DISK_FULL

logger = logging.getLogger(__name__)

TAKEN_OVER = "Another process took a job over while it was rendered here; the list of jobs says what becomes of it."


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
    """Take back the jobs of dead processes and clear up after them; what was wished for a running one is done.

    Returns the ids of the jobs; one that was to be removed is gone. Raises StoreError.
    """
    if store.unwritable is not None:
        return []  # Said when the list was opened; nothing of it can be taken back.
    with store.transaction():
        lost = store.recover(is_alive)
        # In one: what was to be removed does not stay because this process, too, ends before it comes to it.
        for job in lost:
            if job.wish.removes:
                store.remove([job.job_id], with_files=job.wish is Wish.REMOVE_WITH_FILES)
    forget_unused_sounds(paths.sounds, store.sounds_in_use() | store.sounds_set_aside())
    forget_lost_recordings(paths.recordings, lambda job_id: store.is_known(job_id) or store.is_set_aside(job_id))
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


def _scratch(job: Job, paths: DataPaths) -> Path:
    """The temporary folder of one attempt: another one may still be ending when the next begins."""
    return paths.scratch / f"{job.job_id}-{job.attempts}"


def _claim(store: JobStore, job: Job, owner: Owner, video_path: str) -> Job | None:
    with store.transaction():
        # One that was paused since it was read is not to run: a slow drive takes its time to offer a place.
        if job.status is store.get(job.job_id).status is JobStatus.PAUSED:
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
            return Finished(Outcome.FAILED, error=TAKEN_OVER, error_kind="taken-over"), None
        # In one transaction: a window that looks for queued jobs must not take it from under the terminal.
        crashed = status is JobStatus.QUEUED and finished.status is not Outcome.CANCELLED
        again = store.claim(job.job_id, job.owner, job.video_path) if crashed and job.owner else None
        return _as_written(store, job, finished), again


def _as_written(store: JobStore, job: Job, finished: Finished) -> Finished:
    row = store.get(job.job_id)
    if not row.status.ended:
        return finished
    return replace(finished, error=row.error, error_kind=row.error_kind, error_detail=row.error_detail)
