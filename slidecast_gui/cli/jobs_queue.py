"""`slidecast-gui jobs pause|resume|next|take-back`: what becomes of the queue, whoever works it off."""

from __future__ import annotations

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.deck_hash import deck_sha256


def pause(store: JobStore, arguments: Arguments) -> int:
    """Hold one job, or the whole queue; a window that is open stops what it renders."""
    if arguments.job_id:
        job = store.move(store.get(arguments.job_id).job_id, JobStatus.PAUSED, "Paused.")
        print(f"{job.title}: paused")
        return 0
    if arguments.after_current:
        store.pause_after([job.job_id for job in store.queue() if job.status is JobStatus.RUNNING])
    else:
        store.pause_queue()
    print(store.hold().sentence)
    return 0


def resume(store: JobStore, arguments: Arguments) -> int:
    """Let one job, or the whole queue, go on."""
    if arguments.job_id:
        job = store.start(store.get(arguments.job_id).job_id)
        _note(store, job)
        print(f"{job.title}: queued")
        return 0
    store.resume_queue()
    print("The queue goes on.")
    return 0


def start_next(store: JobStore, arguments: Arguments) -> int:
    """Put a job first in the queue."""
    job = store.start_next(store.get(arguments.job_id).job_id)
    _note(store, job)
    print(f"{job.title}: next in the queue")
    return 0


def take_back(store: JobStore, arguments: Arguments) -> int:
    """Take a job from a process that cannot be looked at from here."""
    job = store.take_back(store.get(arguments.job_id).job_id)
    print(f"{job.title}: paused")
    return 0


def locate(store: JobStore, arguments: Arguments) -> int:
    """Note where the video of a finished job lies now."""
    job = store.locate(store.get(arguments.job_id).job_id, arguments.video)
    print(job.video_path)
    return 0


def _note(store: JobStore, job: Job) -> None:
    """Keeps what the deck is now, where that is not known yet."""
    if not job.deck_sha256:
        store.note_deck(job.job_id, deck_sha256(job.deck_path))
