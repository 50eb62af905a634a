"""Which finished videos are no longer where they were made; the disk is asked in another thread, and only on demand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QGuiApplication

from slidecast_gui.jobs import Job, JobStatus


class MissingVideos(QObject):
    """Remembers what was seen, by path. `changed` tells that another answer has come for a path.

    Looks again after `forget`, and when the presenter comes back from another program: there, files are moved.
    """

    changed = Signal(str)
    _looked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gone: set[str] = set()
        self._fresh: set[str] = set()
        self._pool = QThreadPool(self)
        # A drive that sleeps holds up one thread, not several.
        self._pool.setMaxThreadCount(1)
        self._looked.connect(self._keep)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def is_missing(self, job: Job) -> bool:
        """Whether the job's video was not there when last looked for; asks, and says False until it is known."""
        path = job.video_path
        if job.status is not JobStatus.DONE or not path:
            return False
        if path not in self._fresh:
            self._fresh.add(path)
            self._pool.start(_look(path, self._looked.emit))
        return path in self._gone

    def forget(self, path: str) -> None:
        """Something may have happened to the file: it is looked for again when it is next asked for."""
        self._fresh.discard(path)

    def stop(self) -> None:
        """Ends looking; to be called before the owner goes."""
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(str, bool)
    def _keep(self, path: str, gone: bool) -> None:
        if gone != (path in self._gone):
            (self._gone.add if gone else self._gone.discard)(path)
            self.changed.emit(path)

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._fresh.clear()


def _look(path: str, tell: Callable[[str, bool], None]) -> Callable[[], None]:
    def look() -> None:
        try:
            gone = not Path(path).is_file()
        except OSError:
            # A folder that may not be looked into proves nothing.
            gone = False
        tell(path, gone)

    return look
