"""Which finished videos are no longer where they were made."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.joblist.disk import DiskAnswers


class MissingVideos(DiskAnswers):
    """Knows them by the paths of the videos."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(usual=False, parent=parent)

    def is_missing(self, job: Job) -> bool:
        """Whether the job's video was not there when last looked for; asks, and says False until it is known."""
        path = job.video_path
        if job.status is not JobStatus.DONE or not path:
            return False
        return bool(self.ask(path, partial(_is_gone, path)))


def _is_gone(path: str) -> bool:
    try:
        return not Path(path).is_file()
    except OSError:
        return False  # A folder that may not be looked into proves nothing.
