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


class Changes(QObject):
    """Passes keys on to `step` as they come: a few at once, and of many that come together a few in each turn.

    A key that waits already is passed on once.
    """

    AT_ONCE = 2

    def __init__(self, step: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._waiting: dict[str, None] = {}
        self._taken = 0
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._go_on)

    @Slot(str)
    def take(self, key: str) -> None:
        """Passes it on, now or in one of the next turns."""
        self._waiting[key] = None
        if self._taken < self.AT_ONCE:
            self._pass_on()

    def stop(self) -> None:
        """Forgets the keys that wait; to be called before what they are passed on to goes."""
        self._waiting.clear()
        self._next.stop()

    @Slot()
    def _go_on(self) -> None:
        """Another turn has begun."""
        self._taken = 0
        while self._waiting and self._taken < self.AT_ONCE:
            self._pass_on()

    def _pass_on(self) -> None:
        key = next(iter(self._waiting))
        del self._waiting[key]
        self._taken += 1
        # Also where this one fails: the others are no part of it.
        self._next.start()
        self._step(key)
