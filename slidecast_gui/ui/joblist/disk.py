"""What the list asks the disk, in another thread and on demand: an answer is remembered until it may be another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QGuiApplication


class DiskAnswers(QObject):
    """Remembers what was seen, by a key. `changed` tells that another answer has come for a key.

    Looks again after `forget`, and when the presenter comes back from another program: there, files are changed.
    """

    changed = Signal(str)
    _looked = Signal(str, object)

    def __init__(self, usual: object, parent: QObject | None = None) -> None:
        """`usual` is the answer as long as none is known."""
        super().__init__(parent)
        self._usual = usual
        self._seen: dict[str, object] = {}
        self._fresh: set[str] = set()
        self._pool = QThreadPool(self)
        # A drive that sleeps holds up one thread, not several.
        self._pool.setMaxThreadCount(1)
        self._looked.connect(self._keep)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def ask(self, key: str, look: Callable[[], object]) -> object:
        """What was seen when last looked; looks where that is to be done again. `look` runs on another thread."""
        if key not in self._fresh:
            self._fresh.add(key)
            self._pool.start(_task(key, look, self._looked.emit))
        return self._seen.get(key, self._usual)

    def forget(self, key: str) -> None:
        """Something may have happened there: it is looked at again when it is next asked for."""
        self._fresh.discard(key)

    def stop(self) -> None:
        """Ends looking; to be called before the owner goes."""
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(str, object)
    def _keep(self, key: str, answer: object) -> None:
        before = self._seen.get(key, self._usual)
        self._seen[key] = answer
        if answer != before:
            self.changed.emit(key)

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._fresh.clear()


def _task(key: str, look: Callable[[], object], tell: Callable[[str, object], None]) -> Callable[[], None]:
    return lambda: tell(key, look())
