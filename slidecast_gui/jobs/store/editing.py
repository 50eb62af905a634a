"""What the presenter wants otherwise than the deck has it, slide by slide."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from slidecast_gui.edits import Edits, SlideEdit
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.database.faults import explained
from slidecast_gui.jobs.database.records import job_of
from slidecast_gui.jobs.errors import JobBusy
from slidecast_gui.jobs.model import Job, JobStatus, Owner
from slidecast_gui.jobs.store.reading import Reading

logger = logging.getLogger(__name__)

EDITABLE = (JobStatus.QUEUED, JobStatus.PAUSED)
"""The states in which what is asked for can still be changed."""


class Editing(Reading):
    """Edits of slides, kept with their job. Everything here may raise StoreError."""

    def edits(self, job_id: str) -> dict[str, SlideEdit]:
        """The edits of a job by `Slide.slide_id`; none for an unknown job. One that cannot be read is passed over."""
        record = self._records.slide_edit
        return self._edits_where(record.job == job_id).get(job_id, {})

    def waiting_edits(self) -> dict[str, dict[str, SlideEdit]]:
        """The edits of all jobs that have not started, by the job's id; jobs without any are left out."""
        job = self._records.job
        waiting = job.select(job.job_id).where(job.status.in_(EDITABLE))
        return self._edits_where(self._records.slide_edit.job.in_(waiting))

    def next_version(self, job_id: str) -> Job | None:
        """The newest job that repeats this one and can still be changed: the talk as it is rendered next."""
        record = self._records.job
        query = self._jobs().where((record.retry_of == job_id) & record.status.in_(EDITABLE))
        with explained(self.path):
            row = query.order_by(record.created_at.desc(), record.job_id).limit(1).dicts().first()
            return job_of(row) if row else None

    def edit_slide(self, job_id: str, slide_id: str, edit: SlideEdit) -> None:
        """Keeps an edit of a job that has not started; an empty one takes it back. Raises JobBusy, JobNotFound."""
        record = self._records.slide_edit
        with self.transaction():
            if self._job(job_id).status not in EDITABLE:
                raise JobBusy("Slides can be changed while a job waits; pause it, or render it again.")
            if edit.is_empty:
                record.delete().where((record.job == job_id) & (record.slide_id == slide_id)).execute()
            else:
                record.replace(job=job_id, slide_id=slide_id, edit=edit.to_dict()).execute()

    def hold_for_editing(self, job_id: str, owner: Owner) -> bool:
        """A queued job is not started while it is edited in `owner`; False where it is none. Raises JobNotFound."""
        record = self._records.job
        with self.transaction():
            self._job(job_id)
            free = (record.status == JobStatus.QUEUED) & record.owner.is_null()
            held = record.update(owner=owner.to_text()).where((record.job_id == job_id) & free)
            return bool(held.execute())

    def end_editing(self, owner: Owner) -> list[str]:
        """What was held for editing in `owner` runs when its turn comes; the ids of those jobs."""
        record = self._records.job
        held = (record.status == JobStatus.QUEUED) & (record.owner == owner.to_text())
        with self.transaction():
            ids = [job_id for (job_id,) in record.select(record.job_id).where(held).tuples()]
            record.update(owner=None).where(held).execute()
            return ids

    def sounds_in_use(self) -> frozenset[str]:
        """The names of all kept sounds that some job wants to be heard."""
        record = self._records.slide_edit
        with explained(self.path):
            edits = [stored for (stored,) in record.select(record.edit).tuples()]
        return frozenset(stored["sound"] for stored in edits if isinstance(stored, dict) and stored.get("sound"))

    def _edits_where(self, condition: Any) -> dict[str, dict[str, SlideEdit]]:  # noqa: ANN401 - a Peewee expression
        record = self._records.slide_edit
        query = record.select(record.job, record.slide_id, record.edit).where(condition).order_by(record.slide_id)
        found: dict[str, dict[str, SlideEdit]] = {}
        with explained(self.path):
            for job_id, slide_id, stored in query.tuples():
                try:
                    found.setdefault(job_id, {})[slide_id] = SlideEdit.from_dict(stored)
                except (SlidecastError, TypeError, AttributeError) as error:
                    logger.warning("the edit of slide %s of job %s cannot be read: %s", slide_id, job_id, error)
        return found

    def _copy_edits(self, job_id: str, to: str) -> None:
        """The edits of one job for another one as well, inside a transaction."""
        for slide_id, edit in self.edits(job_id).items():
            self.edit_slide(to, slide_id, edit)


def with_sounds_in(edits: Edits, folder: Path) -> dict[str, SlideEdit]:
    """The edits with the absolute path of each kept sound."""
    return {slide_id: edit.with_sound_in(folder) for slide_id, edit in edits.items()}
