"""Notices when a list of jobs that could only be read at launch can be written."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slidecast_gui.jobs.store.job_store import JobStore

LOOK_EVERY_MS = 30_000


class WritableWatch(QObject):
    """Tries again twice a minute, as long as that is needed: space was made, a folder's permissions were changed."""

    writable = Signal()

    def __init__(self, store: JobStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        if store.unwritable is not None:
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Try it, and tell where it went well."""
        if self._store.become_writable():
            self._timer.stop()
            self.writable.emit()
