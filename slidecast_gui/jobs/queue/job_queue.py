"""The window's queue: runs queued rows on a pool of threads and says when rows have changed.

The table is the queue. Nothing here remembers a job but the handles of the renders that are going on in this process.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from slidecast_gui.edits import Edits
from slidecast_gui.events import Event, Finished
from slidecast_gui.jobs.errors import StoreError
from slidecast_gui.jobs.ledger import Ledger, Then
from slidecast_gui.jobs.model import Hold, Job, JobStatus, Wish, now
from slidecast_gui.jobs.owner import this_owner
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.queue.daily_backup import DailyBackup
from slidecast_gui.jobs.queue.renders import Renders
from slidecast_gui.jobs.queue.space import SpaceWatch
from slidecast_gui.jobs.queue.task import Handle, RenderTask
from slidecast_gui.jobs.queue.watch import TableWatch
from slidecast_gui.jobs.queue.wishes import QueueWishes
from slidecast_gui.jobs.queue.writing import WritableWatch
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.jobs.work import TAKEN_OVER, recover, spec_of, take
from slidecast_gui.paths import DataPaths
from slidecast_gui.workshop.pieces import PieceStore

logger = logging.getLogger(__name__)

TRY_AGAIN_AFTER_MS = 2000
_SOONEST_MS = 1000
_LATEST_MS = 60_000
_NEXT_AFTER_MS = 30
"""From the end of a job, or from adding it, to the next start: each is written, waits for the disk and is painted.

With no time between them Qt would take them all in one turn of the event loop.
"""

_HELD = Then(JobStatus.QUEUED, "The queue was paused; it goes on from what is finished.")
_CLOSED = Then(JobStatus.QUEUED, "Slidecast was closed; it goes on from what is finished.")


class JobQueue(QueueWishes):
    """Runs jobs and reports changes of the table, its own and other processes'.

    Lives on the thread of the store. What cannot be done is told by `trouble`, in a sentence; nothing here raises
    for it. `stop` ends it; wait for `stopped` before closing the store.
    """

    finished = Signal(str)
    """A job of this queue has ended (done, failed or cancelled), after its row says so."""
    busy = Signal()
    """A render has begun where none was going on; `idle` is the other end."""
    idle = Signal()
    stopped = Signal()
    writable = Signal()
    """The list of jobs could only be read at launch, and can be written now."""
    _told = Signal(object, object)

    def __init__(
        self,
        store: JobStore,
        paths: DataPaths,
        workers: int = 1,
        child: RenderChild | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`workers` renders run at once; `child` starts them, by default this program's."""
        super().__init__(store, parent)
        self._paths = paths
        self._child = child or RenderChild()
        self._owner = this_owner()
        self._handles = Renders(store)
        self._stopping = False
        self._cannot_fill = ""
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(1, workers))
        self._told.connect(self._on_told)
        self._watch = TableWatch(store, paths, self)
        self._watch.job_added.connect(self.job_added)
        self._watch.job_changed.connect(self.job_changed)
        self._watch.rows_removed.connect(self.table_changed)
        self._watch.hold_changed.connect(self._on_hold)
        self._watch.looked.connect(self._fill)
        self._space = SpaceWatch(store, paths, self)
        self._space.room_made.connect(self.start)
        self._backup = DailyBackup(store, self)
        self._writing = WritableWatch(store, self)
        # In this order: what the window forbids is allowed first, and then it is told what there is to do.
        for follows in (self.writable, self.recover, self._on_hold):
            self._writing.writable.connect(follows)
        self._next = QTimer(self, singleShot=True, interval=_NEXT_AFTER_MS)
        self._next.timeout.connect(self._go_on_after_end)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._fill)

    @property
    def is_idle(self) -> bool:
        """Whether no render of this queue is going on."""
        return not self._handles

    def is_ours(self, job_id: str) -> bool:
        """Whether this queue is rendering the job, so that it can be paused and cancelled from here."""
        return job_id in self._handles

    def is_ending(self, job_id: str) -> bool:
        """Whether the job's render has been told to stop and has not yet."""
        return self._handles.is_ending(job_id)

    @Slot()
    def recover(self) -> None:
        """At launch: take back what dead processes left behind, and go on with the queue."""
        with self._worded():
            if self._store.unwritable is None:
                # What was removed before the last end stays removed.
                self._store.forget_set_aside()
            for job_id in recover(self._store, self._paths):
                self.job_changed.emit(job_id)
            self._settle_hold()
        # Not worth a word to the presenter: what stays is found by the next render.
        with suppress(OSError):
            PieceStore(self._paths.pieces).remove_orphans()
        self._backup.look()
        self._fill()

    @Slot()
    def pause_all(self) -> None:
        """Start nothing, and stop what runs here; all of it goes on with `go_on`, also after a restart."""
        with self._worded():
            self._store.pause_queue()
            self._on_hold()

    @Slot()
    def pause_after_current(self) -> None:
        """Let what runs here end, and start nothing else until `go_on`, also after a restart."""
        with self._worded():
            self._store.pause_after(self._handles)
            self.hold_changed.emit()

    @Slot()
    def go_on(self) -> None:
        """Start jobs as they come."""
        with self._worded():
            self._store.resume_queue()
            self._on_hold()

    @Slot(str)
    def pause(self, job_id: str) -> None:
        """Hold a job: a waiting one waits on, a running one is stopped and keeps what is finished."""
        if not self._stop_ours(job_id, Wish.PAUSE):
            self._move(job_id, JobStatus.PAUSED, "Paused.")

    @Slot(str)
    def cancel(self, job_id: str) -> None:
        """Give a job up."""
        if not self._stop_ours(job_id, Wish.CANCEL):
            self._move(job_id, JobStatus.CANCELLED)

    def remove(self, job_ids: Iterable[str], *, with_files: bool = False) -> None:
        """Take jobs off the list; one that is running here is cancelled first. `removed` tells the outcome."""
        wish = Wish.REMOVE_WITH_FILES if with_files else Wish.REMOVE
        waiting = [job_id for job_id in job_ids if not self._stop_ours(job_id, wish)]
        if waiting:
            self._remove(waiting, with_files=with_files)

    @Slot()
    def stop(self) -> None:
        """Begin to shut down: renders are stopped and their jobs queued for the next launch; `stopped` follows."""
        if self._stopping:
            return
        self._stopping = True
        self._watch.stop()
        self._space.stop()
        self._backup.stop()
        self._writing.stop()
        self._hasher.stop()
        self._due.stop()
        self._stop_all(_CLOSED)
        if self._next.isActive():
            # Now, as after `stopped` the store may be closed.
            self._next.stop()
            self._go_on_after_end()
        else:
            self._say_if_stopped()

    @Slot(object, object)
    def _on_told(self, job: Job, event: Event) -> None:
        """A render of ours tells something: write it, then let the window know."""
        handle = self._handles[job.job_id]
        if isinstance(event, Finished):
            self._end(job.job_id, event)
            return
        try:
            changed = handle.ledger.write(event)
        except StoreError as error:
            # The next event writes what this one could not.
            logger.warning("progress of job %s was not written: %s", job.job_id, error.detail)
            return
        if changed:
            self.job_changed.emit(job.job_id)

    @Slot()
    def _on_hold(self) -> None:
        """The queue was held or let go, here or by another process: what runs here stops, or what waits starts."""
        self.hold_changed.emit()
        if self.hold is Hold.ALL:
            self._stop_all(_HELD)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """Start queued jobs as long as there is room for them; tried again as long as the table cannot be used."""
        with self._worded():
            try:
                self._start_queued()
                self._cannot_fill = ""
            except StoreError as error:
                self._fill_later(error)

    def _fill_soon(self) -> None:
        if not self._stopping:
            self._due.start(_NEXT_AFTER_MS)

    def _start_queued(self) -> None:
        while self._has_room():
            queued = self._store.next_queued()
            if queued is None:
                break
            # Asked before the claim: a list that cannot be read then must not leave a job claimed and not begun.
            edits = self._store.edits(queued.job_id)
            job = take(self._store, queued.job_id, self._owner)
            if job is not None and job.status is JobStatus.RUNNING:
                self._run(job, edits)
            self.job_changed.emit(queued.job_id)
            if job is not None and job.status.ended:
                self.finished.emit(job.job_id)
        self._wake_when_due()

    def _fill_later(self, error: StoreError) -> None:
        """Another program may hold the table for a while, and at night nobody is there to try again."""
        logger.warning("queued jobs were not started: %s", error.detail)
        # Said once: a presenter who comes back in the morning is not to find it a thousand times.
        if error.sentence != self._cannot_fill:
            self._cannot_fill = error.sentence
            self.trouble.emit(error.sentence)
        if not self._stopping:
            self._due.start(TRY_AGAIN_AFTER_MS)

    def _wake_when_due(self) -> None:
        """Look again when the next job that waits for a time may be tried."""
        due = self._store.next_due()
        if due is None or self._stopping:
            self._due.stop()
        else:
            wait_ms = int((due - now()).total_seconds() * 1000)
            self._due.start(min(max(wait_ms, _SOONEST_MS), _LATEST_MS))

    def _settle_hold(self) -> None:
        if self._store.settle_hold():
            self.hold_changed.emit()

    def _has_room(self) -> bool:
        room = len(self._handles) < self._pool.maxThreadCount()
        return room and not self._stopping and self._store.unwritable is None

    def _run(self, job: Job, edits: Edits) -> None:
        spec = spec_of(job, self._paths, edits)
        handle = Handle(Ledger(self._store, job, patient=True))
        self._handles[job.job_id] = handle
        if len(self._handles) == 1:
            self.busy.emit()
        self._pool.start(RenderTask(job, spec, self._child, handle.stop, self._told.emit))

    def _end(self, job_id: str, finished: Finished) -> None:
        """Write the end of one of our renders; tried again as long as the database cannot be written."""
        handle = self._handles[job_id]
        try:
            status = handle.ledger.end(handle.wished(finished), handle.then)
        except StoreError as error:
            logger.warning("the end of job %s was not written: %s", job_id, error.detail)
            self.trouble.emit(error.sentence)
            QTimer.singleShot(TRY_AGAIN_AFTER_MS, self, lambda: self._end(job_id, finished))
            return
        del self._handles[job_id]
        self._next.start()
        self._space.note(job_id, finished)
        self.job_changed.emit(job_id)
        if status is None:
            self.trouble.emit(TAKEN_OVER)
        elif status.ended:
            self.finished.emit(job_id)
        if handle.wish.removes:
            self._remove([job_id], with_files=handle.wish is Wish.REMOVE_WITH_FILES)

    @Slot()
    def _go_on_after_end(self) -> None:
        with self._worded():
            self._settle_hold()
        self._fill()
        if not self._handles:
            self.idle.emit()
        self._say_if_stopped()

    def _stop_ours(self, job_id: str, wish: Wish) -> bool:
        """Tell a render of ours to stop; False if the job is not running here."""
        is_ours = self._handles.stop(job_id, wish)
        if is_ours:
            self.job_changed.emit(job_id)
        return is_ours

    def _stop_all(self, then: Then) -> None:
        for job_id in self._handles.stop_all(then):
            self.job_changed.emit(job_id)

    def _say_if_stopped(self) -> None:
        if self._stopping and not self._handles:
            # Later, never from within `stop`: who calls it may connect to `stopped` afterwards.
            QTimer.singleShot(0, self, self.stopped.emit)
