"""Files that the system asks the running program to open: macOS tells it by an event, not by the command line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """Watches the application. `opened` carries the paths; files that are opened together come together."""

    opened = Signal(list)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._paths: list[Path] = []
        # There is an event for each file.
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self._tell)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the events of files; all others go on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._paths.append(Path(event.file()))
            self._told.start()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        paths, self._paths = self._paths, []
        self.opened.emit(paths)
