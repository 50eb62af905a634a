"""`slidecast-gui jobs`: past and waiting jobs, in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from slidecast_gui.cli import jobs_files, jobs_queue
from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.cli.opening import open_store
from slidecast_gui.cli.render import render_jobs
from slidecast_gui.jobs import Job, JobFilter, JobStatus, JobStore, Removal, missing_files, this_owner
from slidecast_gui.jobs.estimate import in_words
from slidecast_gui.jobs.work import recover
from slidecast_gui.paths import data_paths

_SHORT_ID = 8


def run(arguments: Arguments) -> int:
    """List jobs, or do what `action` says with one; the exit status."""
    actions: dict[str | None, Callable[[JobStore, Arguments], int]] = {
        None: _list,
        "show": _show,
        "retry": _retry,
        "remove": _remove,
        "clean": _clean,
        "pause": jobs_queue.pause,
        "resume": jobs_queue.resume,
        "next": jobs_queue.start_next,
        "take-back": jobs_queue.take_back,
        "locate": jobs_queue.locate,
        "backup": jobs_files.backup,
        "export": jobs_files.export,
        "export-queue": jobs_files.export_queue,
        "import-queue": jobs_files.import_queue_file,
    }
    paths = data_paths(arguments.data_dir)
    with open_store(paths) as store:
        if store.unwritable is None:
            # Where there is no window, this is where jobs of a process that is gone are noticed.
            recover(store, paths)
        return actions[arguments.action](store, arguments)


def _list(store: JobStore, arguments: Arguments) -> int:
    statuses = (JobStatus(arguments.status),) if arguments.status else ()
    jobs = store.history(JobFilter(statuses, arguments.search))
    if arguments.json:
        print(json.dumps([job.to_dict() for job in jobs], ensure_ascii=False, indent=1))
        return 0
    for job in jobs:
        print(f"{job.job_id[:_SHORT_ID]}  {_local(job.moment)}  {job.status.value:9}  {job.title}")
        if job.error:
            print(f"{'':10}{job.error}")
    if not jobs:
        print("No jobs.")
    return 0


def _show(store: JobStore, arguments: Arguments) -> int:
    job = store.get(arguments.job_id)
    events = store.events(job.job_id)
    if arguments.json:
        story = [{"at": told.at.isoformat(), "kind": told.kind.value, "status": told.status.value,
                  "text": told.text, "slide": told.slide} for told in events]  # fmt: skip
        print(json.dumps({**job.to_dict(), "events": story}, ensure_ascii=False, indent=1))
        return 0
    for name, value in _facts(job):
        if value:
            print(f"{name:12}{value}")
    print()
    for told in events:
        place = f" (slide {told.slide})" if told.slide is not None else ""
        print(f"{_local(told.at)}  {told.status.value:9}  {in_words(told) or told.kind.value}{place}")
    return 0


def _facts(job: Job) -> tuple[tuple[str, str], ...]:
    settings = job.settings
    return (
        ("Job", job.job_id),
        ("Deck", job.deck_path),
        ("Title", job.deck_title),
        ("Slides", str(job.slide_count or "")),
        ("State", f"{job.status.value}{f', {job.progress} %' if job.status is JobStatus.RUNNING else ''}"),
        ("Reason", job.reason),
        ("Error", job.error),
        ("Video", job.video_path),
        ("Length", _clock(job.duration_s)),
        ("Took", _clock(_took_s(job))),
        ("Missing", ", ".join(missing_files(job))),
        (
            "Settings",
            f"{settings.size}, {settings.fps} fps, voice {settings.voice}, transition {settings.transition}",
        ),
        ("Details", job.error_detail),
    )


def _took_s(job: Job) -> float:
    """Seconds from the last start to the end; 0 for a job that has not ended."""
    return (job.completed_at - job.started_at).total_seconds() if job.started_at and job.completed_at else 0.0


def _clock(seconds: float) -> str:
    """Minutes and seconds; empty where there are none."""
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes}:{left:02}" if seconds else ""


def _retry(store: JobStore, arguments: Arguments) -> int:
    if arguments.failed:
        again = store.retry_failed(JobStatus.PAUSED, owner=this_owner())
    else:
        job = store.get(arguments.job_id)
        # One that has not ended is not begun anew: it goes on.
        again = [store.retry(job.job_id, status=JobStatus.PAUSED, owner=this_owner()) if job.status.ended else job]
    return render_jobs(store, again, data_paths(arguments.data_dir), as_json=arguments.json)


def _remove(store: JobStore, arguments: Arguments) -> int:
    return _say_removed(store.remove([store.get(arguments.job_id).job_id], with_files=arguments.with_files), arguments)


def _clean(store: JobStore, arguments: Arguments) -> int:
    return _say_removed(store.remove_older_than(arguments.older_than), arguments)


def _say_removed(removal: Removal, arguments: Arguments) -> int:
    if arguments.json:
        print(json.dumps({"removed": removal.jobs, "running": removal.running, "deleted_files": removal.deleted_files,
                          "kept_files": removal.kept_files}, ensure_ascii=False))  # fmt: skip
    else:
        print("1 job was removed." if len(removal.jobs) == 1 else f"{len(removal.jobs)} jobs were removed.")
        for job_id in removal.running:
            print(f"{job_id[:_SHORT_ID]} is being rendered, and stays.")
        for path in removal.kept_files:
            print(f"{path} has changed since, and stays.")
    return 1 if removal.running else 0


def _local(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
