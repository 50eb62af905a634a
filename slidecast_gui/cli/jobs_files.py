"""`slidecast-gui jobs backup|export|export-queue|import-queue`: the list of jobs as files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import JobFilter, JobStatus, JobStore
from slidecast_gui.jobs.exporting import import_queue, queue_as_json, write_csv, write_json


def backup(store: JobStore, arguments: Arguments) -> int:
    """Copy the whole database, whole even while a window uses it."""
    store.back_up_to(arguments.file.absolute())
    print(arguments.file)
    return 0


def export(store: JobStore, arguments: Arguments) -> int:
    """Write the history as CSV or JSON."""
    statuses = (JobStatus(arguments.status),) if arguments.status else ()
    jobs = store.history(JobFilter(statuses, arguments.search))
    with _written(arguments.output) as file:
        (write_csv if arguments.csv else write_json)(jobs, file)
    return 0


def export_queue(store: JobStore, arguments: Arguments) -> int:
    """Write the unfinished jobs, to be imported elsewhere."""
    with _written(arguments.file) as file:
        file.write(queue_as_json(store.queue()) + "\n")
    return 0


def import_queue_file(store: JobStore, arguments: Arguments) -> int:
    """Add the jobs of an exported queue; they wait until they are started."""
    try:
        text = arguments.file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _file_error(arguments.file, error) from error
    jobs = import_queue(store, text, arguments.file.absolute().parent)
    print("1 job was added, paused." if len(jobs) == 1 else f"{len(jobs)} jobs were added, paused.")
    return 0


@contextmanager
def _written(path: Path | None) -> Iterator[IO[str]]:
    """A text file that appears whole or not at all; stdout where no path is given."""
    if path is None:
        yield sys.stdout
        return
    part = path.with_name(path.name + ".part")
    try:
        # Line ends are the writer's: CSV has its own.
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise _file_error(path, error) from error


def _file_error(path: Path, error: Exception) -> SlidecastError:
    return SlidecastError("file-access", f"“{path}” cannot be read or written; give another file.", str(error))
