"""`slidecast-gui jobs backup|export|export-queue|import-queue`: the list of jobs as files."""

from __future__ import annotations

import sys

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.cli.output import keep_line_ends
from slidecast_gui.jobs import JobFilter, JobStatus, JobStore
from slidecast_gui.jobs.store.exporting import export_queue as export_of_queue
from slidecast_gui.jobs.store.exporting import (
    import_queue,
    read_queue_file,
    write_csv,
    write_json,
    write_queue,
    written,
)


def backup(store: JobStore, arguments: Arguments) -> int:
    """Copy the whole database, whole even while a window uses it."""
    store.back_up_to(arguments.file.absolute())
    print(arguments.file)
    return 0


def export(store: JobStore, arguments: Arguments) -> int:
    """Write the history as CSV or JSON."""
    statuses = (JobStatus(arguments.status),) if arguments.status else ()
    jobs = store.history(JobFilter(statuses, arguments.search))
    write = write_csv if arguments.csv else write_json
    if arguments.output is None:
        keep_line_ends()
        write(jobs, sys.stdout)
    else:
        with written(arguments.output) as file:
            write(jobs, file)
    return 0


def export_queue(store: JobStore, arguments: Arguments) -> int:
    """Write the unfinished jobs, to be imported elsewhere."""
    exported = export_of_queue(store)
    write_queue(exported, arguments.file)
    if exported.sounds_left:
        print(f"Slides with a sound of their own: {exported.sounds_left}; the sounds are not in the file.")
    return 0


def import_queue_file(store: JobStore, arguments: Arguments) -> int:
    """Add the jobs of an exported queue; they wait until they are started."""
    jobs = import_queue(store, read_queue_file(arguments.file), arguments.file.absolute().parent)
    print("1 job was added, paused." if len(jobs) == 1 else f"{len(jobs)} jobs were added, paused.")
    return 0
