"""What the presenter may wish for jobs that are not running: each wish changes the table, and then says so."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.errors import JobNotFound, StoreError
from slidecast_gui.jobs.model import Hold, Job, JobStatus
from slidecast_gui.jobs.owner import this_owner
from slidecast_gui.jobs.queue.deck_hashing import DeckHasher
from slidecast_gui.jobs.store.exporting import import_queue
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.jobs.store.results import NotThatVideo
from slidecast_gui.settings import RenderSettings

logger = logging.getLogger(__name__)


_FEW = 50


class QueueWishes(QObject):
    """The half of the queue that starts no render. What cannot be done is told by `trouble`, in a sentence."""

    job_added = Signal(str)
    job_changed = Signal(str)
    job_removed = Signal(str)
    table_changed = Signal()
    """Many rows have changed, or another process has removed some: what is shown must be read again."""
    removed = Signal(object)
    """The `Removal` of a call of `remove`. Jobs whose files were not deleted can be put back."""
    hold_changed = Signal()
    """The queue was paused or goes on; `hold` says which."""
    trouble = Signal(str)

    def __init__(self, store: JobStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._hasher = DeckHasher(self)
        self._hasher.hashed.connect(self._note_deck)

    @property
    def hold(self) -> Hold:
        """Whether the queue starts jobs; its `sentence` is for the presenter. Off where it cannot be read."""
        try:
            return self._store.hold()
        except StoreError as error:
            self.trouble.emit(error.sentence)
            return Hold.OFF

    def add(self, decks: Sequence[str | Path], settings: RenderSettings, *, start: bool = False) -> list[str]:
        """New jobs for decks: ready, waiting for `start`, or queued at once. Returns their ids, none after trouble.

        Those that are queued may begin a moment later: to write either waits for the disk.
        A job that would write the same file as another one gets a name of its own; `trouble` tells so.
        """
        status = JobStatus.QUEUED if start else JobStatus.PAUSED
        added: list[Job] = []
        with self._worded():
            added = self._store.create_many(decks, settings, status)
        self._tell_added(added)
        for job in added:
            if job.renamed:
                self.trouble.emit(job.renamed)
        if start:
            self._fill_soon()
        return [job.job_id for job in added]

    def import_queue(self, text: str, folder: Path) -> list[Job]:
        """New jobs for those of an exported queue, waiting to be started, as `exporting` says; none after trouble."""
        added: list[Job] = []
        with self._worded():
            added = import_queue(self._store, text, folder)
        self._tell_added(added)
        return added

    @Slot(str)
    def start(self, job_id: str) -> None:
        """Let a paused job run when its turn comes."""
        with self._worded():
            self._start(job_id)
        self._fill()

    @Slot(str)
    def start_next(self, job_id: str) -> None:
        """Let a waiting job run before all others, also one that waits to be tried again."""
        with self._worded():
            job = self._store.start_next(job_id)
            self.job_changed.emit(job_id)
            self._note_if_unknown(job)
        self._fill()

    @Slot(str)
    def retry(self, job_id: str) -> None:
        """Render the deck of an ended job again, as it is now, with the same settings, as a new job."""
        self.retry_with(job_id, None)

    def retry_with(self, job_id: str, settings: RenderSettings | None, deck: Path | None = None) -> str | None:
        """Render the deck of an ended job again with other settings, or from where it is now.

        Returns the new job's id, None after trouble.
        """
        again: Job | None = None
        with self._worded():
            again = self._store.retry(job_id, settings, deck=deck)
        self._tell_added([again] if again else [])
        self._fill()
        return again.job_id if again else None

    @Slot()
    def retry_failed(self) -> None:
        """Render again all that failed and has not been tried again since."""
        again: list[Job] = []
        with self._worded():
            again = self._store.retry_failed()
        self._tell_added(again)
        self._fill()

    def update_settings(self, job_id: str, settings: RenderSettings) -> None:
        """Other settings for a job that has not started."""
        with self._worded():
            job = self._store.update_settings(job_id, settings)
            self.job_changed.emit(job_id)
            if job.renamed:
                self.trouble.emit(job.renamed)

    def hold_for_editing(self, job_id: str) -> bool:
        """A queued job is not started under the hands of whoever edits it, until `end_editing`; whether it is held."""
        held = False
        with self._worded():
            if self._store.unwritable is None and self._store.hold_for_editing(job_id, this_owner()):
                held = True
                self.job_changed.emit(job_id)
        return held

    def end_editing(self) -> bool:
        """What was held for editing is rendered when its turn comes; False after trouble."""
        done = False
        with self._worded():
            for job_id in self._store.end_editing(this_owner()):
                self.job_changed.emit(job_id)
            done = True
        self._fill()
        return done

    def reorder(self, job_id: str, before: str | None) -> None:
        """Put a job in the queue before another one, or at its end."""
        with self._worded():
            self._store.reorder(job_id, before)
            self.job_changed.emit(job_id)

    def locate(self, job_id: str, video: Path) -> bool:
        """Note where the video of a finished job has been moved to; False after trouble."""
        done = False
        with self._worded():
            self._store.locate(job_id, video)
            done = True
            self.job_changed.emit(job_id)
        return done

    def located_videos(self) -> dict[str, str]:
        """Where each finished video is thought to be, by its job's id; none after trouble."""
        videos: dict[str, str] = {}
        with self._worded():
            videos |= self._store.videos()
        return videos

    def locate_known(self, videos: Mapping[str, Path]) -> int:
        """The same for several, by their jobs' ids, each only if it is that video; how many were."""
        found = 0
        with self._worded():
            for job_id, video in videos.items():
                with suppress(NotThatVideo, JobNotFound):
                    self._store.locate(job_id, video)
                    self.job_changed.emit(job_id)
                    found += 1
        return found

    def remove_older_than(self, days: int) -> None:
        """Take jobs off the list that ended more than so many days ago, as somebody asks now; their files stay."""
        with self._worded():
            self._tell_each(self.job_removed, self._store.remove_older_than(timedelta(days=days)).jobs)

    def forget_older_than(self, days: int) -> None:
        """The same where nobody looks on; see `Removing.forget_older_than`."""
        with self._worded():
            self._tell_each(self.job_removed, self._store.forget_older_than(timedelta(days=days)).jobs)

    def put_back(self, job_ids: Sequence[str]) -> None:
        """Jobs that were removed without their files are there again, as they were."""
        with self._worded():
            self._tell_each(self.job_added, self._store.put_back(job_ids))
        self._fill()

    def forget_removed(self) -> None:
        """Jobs that were removed cannot be put back any more."""
        with self._worded():
            self._store.forget_set_aside()

    @Slot()
    def _fill(self) -> None:
        """Start what may start; the other half knows how."""
        raise NotImplementedError

    def _fill_soon(self) -> None:
        """The same a moment later: where what was wished has taken long enough for one turn of the event loop."""
        raise NotImplementedError

    @Slot(str, str)
    def _note_deck(self, job_id: str, sha256: str) -> None:
        with self._worded():
            self._store.note_deck(job_id, sha256)

    def _start(self, job_id: str) -> None:
        job = self._store.start(job_id)
        self.job_changed.emit(job_id)
        self._note_if_unknown(job)

    def _note_if_unknown(self, job: Job) -> None:
        if not job.deck_sha256:
            self._hasher.add([job])

    def _tell_added(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            self.job_added.emit(job.job_id)
        self._hasher.add(jobs)

    def _remove(self, job_ids: list[str], *, with_files: bool) -> None:
        with self._worded():
            removal = self._store.remove(job_ids, with_files=True) if with_files else self._store.set_aside(job_ids)
            self._tell_each(self.job_removed, removal.jobs)
            if removal.running:
                self.trouble.emit("A job that another process is rendering cannot be removed; stop it there first.")
            self.removed.emit(removal)

    def _tell_each(self, changed: SignalInstance, job_ids: Sequence[str]) -> None:
        """Of a few jobs one by one, so that the list moves; of many at once, so that it does not move for ever."""
        if len(job_ids) > _FEW:
            self.table_changed.emit()
        else:
            for job_id in job_ids:
                changed.emit(job_id)

    def _move(self, job_id: str, to: JobStatus, reason: str = "") -> None:
        with self._worded():
            self._store.move(job_id, to, reason)
            self.job_changed.emit(job_id)

    @contextmanager
    def _worded(self) -> Iterator[None]:
        """What cannot be done becomes a sentence for the presenter."""
        try:
            yield
        except SlidecastError as error:
            logger.info("%s: %s %s", error.kind, error.sentence, error.detail)
            self.trouble.emit(error.sentence)
