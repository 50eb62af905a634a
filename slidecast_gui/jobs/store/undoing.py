"""Taking jobs out of the table so that they can be put back: whole, with their stories and edits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slidecast_gui.jobs.database.faults import explained
from slidecast_gui.jobs.model import JobStatus, Removal, now, time_text
from slidecast_gui.jobs.store.removing import AT_ONCE, Removing, delete_thumbnail

_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a job: rows as SQLite has them, by column. `retries` are the ids of jobs that repeat it."""

    job: _Row
    events: list[_Row]
    edits: list[_Row]
    retries: list[str]


class Undoing(Removing):
    """Jobs that were set aside are in a table that nothing else reads, until they are put back or forgotten.

    Everything that reads jobs need not know of them, and a crash in between leaves them removed, as was asked.
    Thumbnails and sounds stay with them. Everything here may raise StoreError.
    """

    def set_aside(self, job_ids: Iterable[str]) -> Removal:
        """Removes jobs that are not running, but keeps them for `put_back`; unknown ids are passed over."""
        wanted = list(dict.fromkeys(job_ids))
        aside = self._records.removed_job
        moment, gone, running = time_text(now()), [], []
        with self.transaction():
            for some in _portions(wanted):
                jobs = {row["job_id"]: row for row in self._raw("job", "job_id", some)}
                running += [job_id for job_id, row in jobs.items() if row["status"] == JobStatus.RUNNING]
                ids = [job_id for job_id in some if job_id in jobs and job_id not in running]
                rows = [
                    {"job_id": job_id, "removed_at": moment, "kept": kept}
                    for job_id, kept in self._kept(ids, jobs).items()
                ]
                if rows:
                    aside.replace_many(rows).execute()
                gone += ids
            # Only now: the rows of a portion may be the retries of another one.
            self._delete(gone)
        return Removal(jobs=tuple(gone), running=tuple(running), can_be_undone=bool(gone))

    def put_back(self, job_ids: Iterable[str]) -> list[str]:
        """Jobs that were set aside are as they were, in one step; their ids. Those that are not there any more are not.

        One that waits may want the file of one that was added since: `JobStore` settles that.
        """
        wanted = list(dict.fromkeys(job_ids))
        aside, record = self._records.removed_job, self._records.job
        with self.transaction():
            found: dict[str, _Kept] = {}
            for some in _portions(wanted):
                rows = aside.select(aside.job_id, aside.kept).where(aside.job_id.in_(some)).tuples()
                found |= {job_id: _Kept(**kept) for job_id, kept in rows}
            for kept in found.values():
                self._insert("job", [kept.job | {"retry_of": None}])
                self._insert("job_event", kept.events)
                self._insert("slide_edit", kept.edits)
            for job_id, kept in found.items():
                # Which repeats which is told once all are there; one that is gone for good is told of no more.
                first = kept.job["retry_of"]
                if first and self.is_known(first):
                    self._update(job_id, retry_of=first)
                record.update(retry_of=job_id).where(record.job_id.in_(kept.retries)).execute()
            self._jobs_seen += len(found)
            for some in _portions(list(found)):
                aside.delete().where(aside.job_id.in_(some)).execute()
        return [job_id for job_id in wanted if job_id in found]

    def forget_set_aside(self) -> None:
        """Jobs that were set aside cannot be put back any more, and what only they needed goes."""
        aside = self._records.removed_job
        with self.transaction():
            pictures = [
                (kept["job"]["job_id"], kept["job"]["thumbnail_path"]) for (kept,) in aside.select(aside.kept).tuples()
            ]
            aside.delete().execute()
        for job_id, path in pictures:
            delete_thumbnail(job_id, path)

    def sounds_set_aside(self) -> frozenset[str]:
        """The names of all sounds that are heard again if jobs are put back."""
        aside = self._records.removed_job
        with explained(self.path):
            kept = [row for (row,) in aside.select(aside.kept).tuples()]
        edits = (json.loads(edit["edit"]) for row in kept for edit in row["edits"])
        return frozenset(edit["sound"] for edit in edits if isinstance(edit, dict) and edit.get("sound"))

    def is_set_aside(self, job_id: str) -> bool:
        """Whether such a job may be put back."""
        aside = self._records.removed_job
        with explained(self.path):
            return bool(aside.select().where(aside.job_id == job_id).exists())

    def _kept(self, ids: Sequence[str], jobs: dict[str, _Row]) -> dict[str, _Row]:
        kept: dict[str, _Row] = {
            job_id: {"job": jobs[job_id], "events": [], "edits": [], "retries": []} for job_id in ids
        }
        for row in self._raw("job_event", "job_id", ids):
            kept[row["job_id"]]["events"].append(row)
        for row in self._raw("slide_edit", "job_id", ids):
            kept[row["job_id"]]["edits"].append(row)
        for row in self._raw("job", "retry_of", ids):
            kept[row["retry_of"]]["retries"].append(row["job_id"])
        return kept

    def _raw(self, table: str, column: str, values: Sequence[str]) -> list[_Row]:
        """Rows as SQLite has them: what is kept as JSON comes back to the byte."""
        marks = ", ".join("?" * len(values))
        database: Any = self._database
        cursor = database.execute_sql(f'SELECT * FROM "{table}" WHERE "{column}" IN ({marks})', list(values))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _insert(self, table: str, rows: Iterable[_Row]) -> None:
        database: Any = self._database
        for row in rows:
            names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
            database.execute_sql(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
