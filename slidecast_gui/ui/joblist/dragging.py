"""What is dragged out of the list: jobs of the queue, to be put elsewhere in it, or videos, for other programs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QUrl

from slidecast_gui.jobs import Job

JOB_MIME = "application/x-slidecast-job"


def mime_of_queue(jobs: Iterable[Job]) -> QMimeData:
    """The jobs' ids, one a line."""
    mime = QMimeData()
    mime.setData(JOB_MIME, "\n".join(job.job_id for job in jobs).encode())
    return mime


def mime_of_videos(jobs: Iterable[Job]) -> QMimeData:
    """The jobs' videos as files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(job.video_path) for job in jobs])
    return mime


def ids_of(mime: QMimeData) -> list[str]:
    """What `mime_of_queue` wrote; nothing where a drag brings something else."""
    return bytes(mime.data(JOB_MIME).data()).decode().split("\n") if mime.hasFormat(JOB_MIME) else []
