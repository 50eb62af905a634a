"""Puts what the presenter changes into the table, while they are changing it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slidecast_gui.edits import NO_EDIT, SlideEdit
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.store.editing import EDITABLE
from slidecast_gui.ui.storyboard.script_edits import with_sound

SAVE_AFTER_MS = 400
"""A pause in typing after which it is worth saving, and saying aloud."""
SAVE_AT_LATEST_MS = 2000
"""However fast somebody types: so much can be lost when the plug is pulled."""

_log = logging.getLogger(__name__)


class EditKeeper(QObject):
    """The edits of one job. What runs or has ended stays as it was: its changes go into one other job that repeats it.

    `kept` carries a slide's id and its edit once they are in the table, `repeated` the id of the other job that
    is changed from now on. `refused` carries a sentence; what it is about is tried again until it can be kept.
    """

    kept = Signal(str, object)
    repeated = Signal(str)
    refused = Signal(str)

    def __init__(self, store: JobStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._job_id = ""
        self._waiting: dict[str, SlideEdit] = {}
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._latest = QTimer(self, singleShot=True, interval=SAVE_AT_LATEST_MS)
        self._pause.timeout.connect(self.save)
        self._latest.timeout.connect(self.save)

    @property
    def job_id(self) -> str:
        """The job that is changed now; empty where none is."""
        return self._job_id

    def open(self, job_id: str) -> None:
        """Turns to a job; what waits for another one must have been saved before."""
        if job_id != self._job_id:
            self._waiting.clear()
        self._job_id = job_id

    def edits(self) -> Mapping[str, SlideEdit]:
        """All edits of the open job by slide id, also those that wait to be kept. Raises StoreError."""
        return {**self._store.edits(self._job_id), **self._waiting}

    def change(self, slide_id: str, edit: SlideEdit) -> None:
        """Keeps an edit soon."""
        self._waiting[slide_id] = edit
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def save(self) -> bool:
        """Keeps at once what waits; False where that is not possible now."""
        self._pause.stop()
        self._latest.stop()
        if not self._waiting:
            return True
        before = self._job_id
        try:
            with self._store.transaction():
                job_id = self._changeable()
                for slide_id, edit in self._waiting.items():
                    self._store.edit_slide(job_id, slide_id, edit)
        except SlidecastError as error:
            _log.warning("edits of job %s were not kept: %s %s", before, error.sentence, error.detail)
            self._latest.start()
            self.refused.emit(error.sentence)
            return False
        saved, self._waiting = self._waiting, {}
        self._go_on_with(job_id)
        for slide_id, edit in saved.items():
            self.kept.emit(slide_id, edit)
        return True

    def make_changeable(self) -> str:
        """The open job, or the one that repeats it where it has ended. Raises StoreError, JobNotFound."""
        with self._store.transaction():
            job_id = self._changeable()
        self._go_on_with(job_id)
        return job_id

    def give_sound(self, job_id: str, slide_id: str, kept: str, name: str) -> None:
        """A kept sound for a slide of a job that is no longer the open one."""
        try:
            with self._store.transaction():
                edit = self._store.edits(job_id).get(slide_id, NO_EDIT)
                self._store.edit_slide(job_id, slide_id, with_sound(edit, kept, name))
        except SlidecastError as error:
            self.refused.emit(error.sentence)

    def _go_on_with(self, job_id: str) -> None:
        if job_id != self._job_id:
            self._job_id = job_id
            self.repeated.emit(job_id)

    def _changeable(self) -> str:
        """The open job, or one that repeats it where that cannot be changed any more; inside a transaction.

        There is one such job for all changes: a talk whose changes lie in several has no video with all of them.
        """
        job = self._store.get(self._job_id)
        if job.status in EDITABLE:
            return job.job_id
        other = self._store.next_version(job.job_id)
        if other is None:
            other = self._store.retry(job.job_id, status=JobStatus.PAUSED) if job.status.ended else self._beside(job)
        return other.job_id

    def _beside(self, job: Job) -> Job:
        """A render may begin between two words: what was typed after that is for another one."""
        other = self._store.create(job.deck_path, job.settings, retry_of=job.job_id)
        for slide_id, edit in self._store.edits(job.job_id).items():
            self._store.edit_slide(other.job_id, slide_id, edit)
        return other
