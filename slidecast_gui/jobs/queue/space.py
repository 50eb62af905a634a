"""Lets jobs that wait for room on a disk go on once there is some."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slidecast_gui.events import Finished
from slidecast_gui.jobs.destination import target_of
from slidecast_gui.jobs.errors import StoreError
from slidecast_gui.jobs.model import Job, JobStatus
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.paths import DataPaths
from slidecast_gui.system.space import DISK_FULL, free_in

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 5000
_LONGEST_S = 600.0
"""As long a job is left alone at most that was told of room, and was back for want of it."""
LEAST_ROOM = 200_000_000
"""Bytes that must be free, on each disk of a job, where it is not known how much it needs."""


class SpaceWatch(QObject):
    """Looks at the disks of paused jobs whose cause is a full disk, a few times a minute.

    Which jobs wait is in the table, and so it is after a restart. How much they need is remembered here: where that
    was lost, the job is tried once there is room for a small talk, and then says it again. One for which there seems to
    be room all the time and is not (a quota, a disk that keeps some for itself) is tried less and less often.
    """

    room_made = Signal(str)
    """A job may go on."""

    def __init__(
        self, store: JobStore, paths: DataPaths, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._paths = paths
        self._clock = clock
        self._needs: dict[str, tuple[Path, int]] = {}
        # Of each job that was told of room: how long it is left alone, and until when.
        self._rests: dict[str, tuple[float, float]] = {}
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def note(self, job_id: str, finished: Finished) -> None:
        """Remember what the end of a render tells of the room it needs."""
        self._needs.pop(job_id, None)
        if finished.needed:
            self._needs[job_id] = Path(finished.needed_in), finished.needed

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell of each job for which there is room now."""
        try:
            waiting = [job for job in self._store.queue() if is_waiting_for_room(job)]
        except StoreError as error:
            logger.warning("the list of jobs could not be read: %s", error.detail)
            return
        for job in waiting:
            if not self._has_room(job):
                self._rests.pop(job.job_id, None)
            elif self._may_try(job.job_id):
                self.room_made.emit(job.job_id)

    def _may_try(self, job_id: str) -> bool:
        """Whether the job has been left alone long enough since it was last told of room."""
        rest, until = self._rests.get(job_id, (LOOK_EVERY_MS / 1000, float("-inf")))
        if self._clock() < until:
            return False
        self._rests[job_id] = min(2 * rest, _LONGEST_S), self._clock() + rest
        return True

    def _has_room(self, job: Job) -> bool:
        # A job whose settings were changed since has no place for its video any more, and may have got another disk.
        if job.job_id in self._needs and job.video_path:
            folder, needed = self._needs[job.job_id]
            return free_in(folder) >= needed
        video = Path(job.video_path) if job.video_path else target_of(job.deck_path, job.settings.output)
        return all(free_in(folder) >= LEAST_ROOM for folder in (video.parent, self._paths.pieces))


def is_waiting_for_room(job: Job) -> bool:
    """Whether the job was paused because a disk was full."""
    return job.status is JobStatus.PAUSED and job.error_kind == DISK_FULL
