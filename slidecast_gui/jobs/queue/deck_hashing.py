"""Reads decks that were added, to notice later that they have changed; off the window's thread, as drives are slow."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from slidecast_gui.jobs.deck_hash import deck_sha256
from slidecast_gui.jobs.model import Job


class DeckHasher(QObject):
    """Tells the SHA-256 of decks, one after the other, in the order in which they were given."""

    hashed = Signal(str, str)
    """A job's id, and the hash of its deck; nothing is told of a deck that cannot be read, or after `stop`."""
    _read = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._stopped = threading.Event()
        self._read.connect(self._on_read)

    def add(self, jobs: Sequence[Job]) -> None:
        """Read the decks of these jobs."""
        for job in jobs:
            self._pool.start(_HashTask(job, self._stopped.is_set, self._read.emit))

    def stop(self) -> None:
        """Read no more; a job whose deck was not read takes the first version that its render finds."""
        self._stopped.set()
        self._pool.clear()

    @Slot(str, str)
    def _on_read(self, job_id: str, sha256: str) -> None:
        """What is still on its way when everything ends would find a closed list of jobs."""
        if not self._stopped.is_set():
            self.hashed.emit(job_id, sha256)


class _HashTask(QRunnable):
    """`tell` is the `emit` of the hasher's signal: signals of an object that the pool deletes are not delivered."""

    def __init__(self, job: Job, stopped: Callable[[], bool], tell: Callable[[str, str], None]) -> None:
        super().__init__()
        self._job = job
        self._stopped = stopped
        self._tell = tell

    def run(self) -> None:
        """On a thread of the pool."""
        if sha256 := deck_sha256(self._job.deck_path, self._stopped):
            self._tell(self._job.job_id, sha256)
