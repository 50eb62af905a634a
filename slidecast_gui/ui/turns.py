"""Work of the GUI thread in small portions, so that the window answers in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Turns(QObject):
    """Takes steps in the order in which they were given, each in a turn of the event loop of its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], object]] = deque()
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._step)

    def take(self, *steps: Callable[[], object]) -> None:
        """Takes these steps after those that wait."""
        self._steps.extend(steps)
        self._go_on()

    def stop(self) -> None:
        """Forgets the steps that wait; to be called before what they need goes."""
        self._steps.clear()
        self._next.stop()

    @Slot()
    def _step(self) -> None:
        step = self._steps.popleft()
        # Also where this one fails: the others are no part of it.
        self._go_on()
        step()

    def _go_on(self) -> None:
        if self._steps:
            self._next.start()
