"""What jobs have made, where it has been moved or deleted since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.model import CreatedFile, EventKind, Job, JobStatus
from slidecast_gui.jobs.pathnames import absolute
from slidecast_gui.jobs.reading import Reading


class NotThatVideo(SlidecastError):
    """The file that was shown to be a job's video is another one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "not-that-video", f"“{path.name}” is not the video this job has made; choose the one that was moved."
        )


def missing_files(job: Job) -> tuple[str, ...]:
    """The files a job has made that are no longer where it left them. Asks the disk once a file, and no database."""
    return tuple(made.path for made in job.created_files if not Path(made.path).is_file())


class Results(Reading):
    """Finding results again. Everything here may raise StoreError."""

    def locate(self, job_id: str, video: str | Path) -> Job:
        """Notes where the video of a finished job lies now, and with it captions that were moved along.

        It is known by its size in bytes. Raises NotThatVideo, JobNotFound.
        """
        found = Path(absolute(video))
        with self.transaction():
            job = self._job(job_id)
            sizes = {made.path: made.size for made in job.created_files}
            if job.status is not JobStatus.DONE or not _is_size(found, sizes.get(job.video_path)):
                raise NotThatVideo(found)
            moved = {job.video_path: found}
            for caption in job.captions:
                beside = found.with_suffix(Path(caption).suffix)
                if not Path(caption).is_file() and _is_size(beside, sizes.get(caption)):
                    moved[caption] = beside
            files = [replace(made, path=str(moved.get(made.path, made.path))) for made in job.created_files]
            self._update(
                job_id,
                video_path=str(found),
                captions=[str(moved.get(caption, caption)) for caption in job.captions],
                created_files=[_as_stored(made) for made in files],
            )
            self._tell(job, EventKind.CHANGED, f"The video was found again as “{found}”.")
            return self._job(job_id)


def _is_size(path: Path, size: int | None) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False  # Gone since, or on a drive that does not answer: it is not found there.


def _as_stored(made: CreatedFile) -> dict[str, str | int]:
    return {"path": made.path, "size": made.size}
