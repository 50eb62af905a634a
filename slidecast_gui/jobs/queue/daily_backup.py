"""Backs the list of jobs up once a day, also in a window that is open for weeks."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Slot

from slidecast_gui.jobs.database.backups import back_up_daily
from slidecast_gui.jobs.errors import StoreError
from slidecast_gui.jobs.store.job_store import JobStore

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 10 * 60_000


class DailyBackup(QObject):
    """Looks a few times an hour whether a backup is due; both in a thread, as a long list takes a while to copy."""

    def __init__(self, store: JobStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Make a backup where it is due, and from now on look for it; another one when the store is closed."""
        if self._store.unwritable is None:
            self._store.back_up_at_end()
            self._timer.start()
            self._pool.start(_BackupTask(self._store.path))

    def stop(self) -> None:
        """Look no more, and leave no copy unfinished."""
        self._timer.stop()
        self._pool.clear()
        self._pool.waitForDone()


class _BackupTask(QRunnable):
    """With a connection of its own: the store's belongs to the thread of the window."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def run(self) -> None:
        """On a thread of the pool."""
        try:
            back_up_daily(self._path)
        except StoreError as error:
            logger.warning("no backup was made: %s %s", error.sentence, error.detail)
