"""Sees what other processes do to the table: a terminal render that runs, a job removed by hand, an owner that died."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slidecast_gui.jobs.errors import StoreError
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.jobs.work import recover
from slidecast_gui.paths import DataPaths

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 1000
_CHECK_OWNERS_EVERY = 10


class TableWatch(QObject):
    """Asks the store once a second; where nobody else wrote, that is one PRAGMA."""

    job_added = Signal(str)
    job_changed = Signal(str)
    rows_removed = Signal()
    """Rows are gone; which, is not known any more."""
    hold_changed = Signal()
    looked = Signal()
    """There was something new, and all of it has been told."""

    def __init__(self, store: JobStore, paths: DataPaths, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._paths = paths
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell what has changed since the last look."""
        self._looks += 1
        try:
            news = self._store.news()
            taken_back = recover(self._store, self._paths) if self._looks % _CHECK_OWNERS_EVERY == 0 else []
        except StoreError as error:
            # Said aloud when the presenter asks for something; a window that only looks on tries again.
            logger.warning("the list of jobs could not be read: %s", error.detail)
            return
        for job_id in news.added:
            self.job_added.emit(job_id)
        for job_id in (*news.changed, *taken_back):
            self.job_changed.emit(job_id)
        if news.removed:
            self.rows_removed.emit()
        if news.hold_changed:
            self.hold_changed.emit()
        if news.added or news.changed or news.removed or taken_back:
            self.looked.emit()
