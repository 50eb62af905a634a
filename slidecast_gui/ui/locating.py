"""Notes where a video has been moved to, and finds the others that were moved along with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from slidecast_gui.jobs import Job
from slidecast_gui.jobs.queue import JobQueue


class Locating(QObject):
    """Who has moved a video has mostly moved a folder of them: nobody is to show each one.

    The folder is looked into in another thread: a drive may be slow.
    """

    found = Signal(int)
    """How many others were found, if any were."""
    _looked = Signal(object)

    def __init__(self, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._stopped = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._looked.connect(self._note)

    def locate(self, job: Job, video: Path) -> None:
        """The video of `job` is there now; the queue says so where it is another one."""
        if self._queue.locate(job.job_id, video):
            self._pool.start(_look(self._queue.located_videos(), video.parent, self._looked.emit))

    def stop(self) -> None:
        """Looks no more; to be called before the store is closed."""
        self._stopped = True
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object)
    def _note(self, there: Mapping[str, Path]) -> None:
        if self._stopped:
            return
        found = self._queue.locate_known(there)
        if found:
            self.found.emit(found)


def _look(videos: Mapping[str, str], folder: Path, tell: Callable[[dict[str, Path]], None]) -> Callable[[], None]:
    def look() -> None:
        try:
            names = {path.name for path in folder.iterdir()}
            there = {
                job_id: folder / Path(was).name
                for job_id, was in videos.items()
                if Path(was).name in names and not Path(was).is_file()
            }
        except OSError:
            there = {}
        tell(there)

    return look
