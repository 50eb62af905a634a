"""What jobs have made, where it has been moved or deleted since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.database.faults import explained
from slidecast_gui.jobs.model import CreatedFile, EventKind, Job, JobStatus
from slidecast_gui.jobs.store.pathnames import absolute
from slidecast_gui.jobs.store.reading import Reading


class NotThatVideo(SlidecastError):
    """The file that was shown to be a job's video is another one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "not-that-video", f"“{path.name}” is not the video this job has made; choose the one that was moved."
        )


def missing_files(job: Job) -> tuple[str, ...]:
    """The files a job has made that are no longer where it left them. Asks the disk once a file, and no database."""
    return tuple(made.path for made in job.created_files if not _is_there(Path(made.path)))


class Results(Reading):
    """Finding results again. Everything here may raise StoreError."""

    def videos(self) -> dict[str, str]:
        """The path of each finished video, by its job's id."""
        record = self._records.job
        made = record.select(record.job_id, record.video_path).where(
            (record.status == JobStatus.DONE) & (record.video_path != "")
        )
        with explained(self.path):
            return dict(made.tuples())

    def locate(self, job_id: str, video: str | Path) -> Job:
        """Notes where the video of a finished job lies now, and with it captions and slide pictures moved along.

        They are known by their size in bytes. Raises NotThatVideo, JobNotFound.
        """
        found = Path(absolute(video))
        with self.transaction():
            job = self._job(job_id)
            sizes = {made.path: made.size for made in job.created_files}
            if job.status is not JobStatus.DONE or not _is_size(found, sizes.get(job.video_path)):
                raise NotThatVideo(found)
            moved = {job.video_path: found}
            for caption in job.captions:
                moved |= _moved_to(
                    CreatedFile(caption, sizes.get(caption, -1)), found.with_suffix(Path(caption).suffix)
                )
            pictures, pictures_moved = _moved_pictures(job, found)
            moved |= pictures_moved
            files = [replace(made, path=str(moved.get(made.path, made.path))) for made in job.created_files]
            self._update(
                job_id,
                video_path=str(found),
                slide_image_path=pictures,
                captions=[str(moved.get(caption, caption)) for caption in job.captions],
                created_files=[_as_stored(made) for made in files],
            )
            self._tell(job, EventKind.CHANGED, f"The video was found again as “{found}”.")
            return self._job(job_id)


def _moved_pictures(job: Job, video: Path) -> tuple[str, dict[str, Path]]:
    """The folder of the job's slide pictures, and where those are that came along with its video.

    Their folder is called after the video as it is called now, or as it was when they were made.
    """
    before = Path(job.slide_image_path)
    made = [file for file in job.created_files if job.slide_image_path and Path(file.path).parent == before]
    for folder in (video.with_name(f"{video.stem} slides"), video.with_name(before.name)) if made else ():
        moved: dict[str, Path] = {}
        for file in made:
            moved |= _moved_to(file, folder / Path(file.path).name)
        if moved:
            return str(folder), moved
    return job.slide_image_path, {}


def _moved_to(made: CreatedFile, path: Path) -> dict[str, Path]:
    """The file that is no longer where it was made, with where it is now; empty where `path` is not that file."""
    return {made.path: path} if not _is_there(Path(made.path)) and _is_size(path, made.size) else {}


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # On a drive that does not answer: it is not found there.


def _is_size(path: Path, size: int | None) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False  # Gone since, or as above.


def _as_stored(made: CreatedFile) -> dict[str, str | int]:
    return {"path": made.path, "size": made.size}
