"""Taking jobs out of the table, with the files they made where that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from peewee import fn

from slidecast_gui.jobs.database.faults import explained
from slidecast_gui.jobs.database.records import aware_time_of, created_files_of
from slidecast_gui.jobs.model import ENDED, CreatedFile, EventKind, JobStatus, Removal, now, time_text
from slidecast_gui.jobs.store.pathnames import path_key
from slidecast_gui.jobs.store.reading import Reading

# SQLite takes a limited number of values in one statement (SQLITE_MAX_VARIABLE_NUMBER was 999 for long).
AT_ONCE = 500


class Removing(Reading):
    """What forgets jobs. Everything here may raise StoreError."""

    def remove(self, job_ids: Iterable[str], *, with_files: bool = False) -> Removal:
        """Removes jobs that are not running; unknown ids are passed over.

        With `with_files` the files of the jobs are deleted as well: those listed in `created_files` whose size still
        is what it was when the job ended, and never one that a later job has made again.
        """
        wanted = list(dict.fromkeys(job_ids))
        with self.transaction():
            jobs = [job for job_id in wanted if (job := self._job_or_none(job_id))]
            gone = [job for job in jobs if job.status is not JobStatus.RUNNING]
            ends = self._ends() if with_files and gone else {}
            self._delete([job.job_id for job in gone])
            made_last = self._last_made(ends) if with_files and gone else {}
        # Rows first: a row without its files can be explained, files deleted for a row that stays cannot.
        for job in gone:
            delete_thumbnail(job.job_id, job.thumbnail_path)
        made = [(file, ends.get(job.job_id, 0)) for job in gone for file in job.created_files] if with_files else []
        deleted, kept = _delete_files(file for file, end in made if not _is_made_again(file, end, made_last))
        made_again = [file.path for file, end in made if _is_made_again(file, end, made_last)]
        kept += tuple(path for path in made_again if os.path.lexists(path))
        for folder in {job.slide_image_path for job in gone if with_files and job.slide_image_path}:
            _remove_if_empty(Path(folder))
        return Removal(
            jobs=tuple(job.job_id for job in gone),
            running=tuple(job.job_id for job in jobs if job.status is JobStatus.RUNNING),
            deleted_files=deleted,
            kept_files=tuple(dict.fromkeys(kept)),
        )

    def remove_older_than(self, age: timedelta, *, with_files: bool = False) -> Removal:
        """Removes the jobs that ended longer ago than `age`; unfinished ones stay, however old."""
        return self.remove(self._ended_before(now() - age), with_files=with_files)

    def forget_older_than(self, age: timedelta) -> Removal:
        """The same for a history that is kept so long, where nobody looks on; the files stay.

        Where nothing has happened for longer than that, the age counts from the last that did: a clock that is
        wrongly ahead must not wipe the history, and a presenter who comes back after months finds it.
        """
        last = self._last_happening()
        if last is None:
            return Removal()
        until = last if now() - last > age else now()
        old = self._ended_before(until - age)
        return self.remove(old) if old else Removal()

    def _ended_before(self, moment: datetime) -> list[str]:
        record = self._records.job
        query = record.select(record.job_id).where(record.status.in_(ENDED) & (record.completed_at < time_text(moment)))
        with explained(self.path):
            return [job_id for (job_id,) in query.tuples()]

    def _last_happening(self) -> datetime | None:
        """When a job was last added, begun or ended."""
        record = self._records.job
        with explained(self.path):
            latest = (
                record.select(fn.MAX(record.created_at), fn.MAX(record.started_at), fn.MAX(record.completed_at))
                .tuples()
                .first()
            )
        return aware_time_of(max(filter(None, latest), default=None))

    def _delete(self, job_ids: list[str]) -> None:
        record = self._records.job
        for start in range(0, len(job_ids), AT_ONCE):
            some = record.delete().where(record.job_id.in_(job_ids[start : start + AT_ONCE]))
            self._jobs_seen -= some.execute()

    def _ends(self) -> dict[str, int]:
        """In which order the finished jobs have ended, by the number of that line in their stories.

        By numbers, as their times are in another order where the clock was set back in between.
        """
        event = self._records.event
        ended = (event.kind == EventKind.MOVED) & (event.status == JobStatus.DONE)
        return dict(event.select(event.job, fn.MAX(event.event_id)).where(ended).group_by(event.job).tuples())

    def _last_made(self, ends: dict[str, int]) -> dict[str, int]:
        """When the files of the remaining jobs, by `path_key`, were made for the last time, as `_ends` has it."""
        record = self._records.job
        rows = record.select(record.job_id, record.created_files).where(record.status == JobStatus.DONE).tuples()
        last: dict[str, int] = {}
        for job_id, files in sorted(rows, key=lambda row: ends.get(row[0], 0)):
            last |= {path_key(made.path): ends.get(job_id, 0) for made in created_files_of(files)}
        return last


def _is_made_again(made: CreatedFile, end: int, last: dict[str, int]) -> bool:
    """Whether a later job has made the file, by a retry or under a name it was given."""
    return last.get(path_key(made.path), 0) > end


def _delete_files(files: Iterable[CreatedFile]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Deletes the files that are as their job left them; returns the deleted and the kept ones."""
    deleted, kept = [], []
    for made in files:
        path = Path(made.path)
        try:
            if not path.is_file():
                continue
            if path.stat().st_size != made.size:
                kept.append(made.path)
                continue
            path.unlink()
            deleted.append(made.path)
        except OSError:
            kept.append(made.path)
    return tuple(deleted), tuple(kept)


def delete_thumbnail(job_id: str, path: str) -> None:
    """Deletes the picture that only the history shows; it is named after its job, so it belongs to nobody else."""
    thumbnail = Path(path)
    if path and thumbnail.stem == job_id:
        with suppress(OSError):
            thumbnail.unlink()


def _remove_if_empty(folder: Path) -> None:
    """Removes a folder of slide pictures that is empty now; one with anything else in it is left alone."""
    with suppress(OSError):
        folder.rmdir()
