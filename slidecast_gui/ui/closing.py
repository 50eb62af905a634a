"""Leaving while decks are rendered: ask once, stop, wait without blocking, leave."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from slidecast_gui.jobs.queue import JobQueue

BACKSTOP_MS = 10_000
"""Longer than a render child may take to be asked, terminated and killed."""


class Closing(QObject):
    """`may_close` says whether the window may go at once; if not, `done` comes when it may."""

    began = Signal()
    done = Signal()

    def __init__(self, queue: JobQueue, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._window = window
        self._stopping = False
        self._stopped = False
        self._backstop = QTimer(self)
        self._backstop.setSingleShot(True)
        self._backstop.setInterval(BACKSTOP_MS)
        self._backstop.timeout.connect(self._leave)
        queue.stopped.connect(self._leave)

    @property
    def stopped(self) -> bool:
        """Whether everything has ended."""
        return self._stopped

    def may_close(self) -> bool:
        """Asks where decks are being rendered, and begins to stop; True once everything has ended."""
        if self._stopped or self._stopping:
            return self._stopped
        if not self._queue.is_idle and not self._confirmed():
            return False
        self.stop()
        return False

    @Slot()
    def stop(self) -> None:
        """Begin to stop without a question: the system that ends a session waits for no answer."""
        if self._stopping:
            return
        self._begin()
        self._backstop.start()
        self._queue.stop()

    def _confirmed(self) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Slidecast"))
        box.setText(self.tr("Stop and close?"))
        box.setInformativeText(self.tr("Unfinished videos go on next time."))
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Keep rendering"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is stop

    def _begin(self) -> None:
        self._stopping = True
        self.began.emit()

    def _leave(self) -> None:
        if not self._stopped:
            # The queue may have been stopped by somebody else.
            if not self._stopping:
                self._begin()
            self._stopped = True
            self._backstop.stop()
            self.done.emit()
