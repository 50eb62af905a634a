"""What presenters record for slides, until it is used or discarded: on the disk, so that a crash loses no take."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def recording_of(folder: Path, job_id: str, number: int) -> Path:
    """Where the recording for a slide of a job lies; it is shown to the presenter under its name."""
    return folder / job_id / f"Recording {number}.wav"


def forget_recording(folder: Path, path: Path) -> None:
    """Remove a recording that has been copied; any other file is left alone."""
    if path.is_relative_to(folder):
        # One that is still being played is left to a later launch.
        with suppress(OSError):
            path.unlink(missing_ok=True)
            path.parent.rmdir()


def forget_lost_recordings(folder: Path, is_known: Callable[[str], bool]) -> None:
    """Remove the recordings of jobs that have been removed."""
    if folder.is_dir():
        for of_job in folder.iterdir():
            if not is_known(of_job.name):
                shutil.rmtree(of_job, ignore_errors=True)
