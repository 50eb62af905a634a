"""Polite requests of the system to end: a log-out, a shutdown, `kill`, Ctrl+C in the terminal behind the window.

Without this the process would be gone at once, and every render with it; so they are stopped and put back first.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

SIGNALS = tuple(
    signal.Signals[name] for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if name in signal.Signals.__members__
)
"""Those that this system has: Windows knows no SIGHUP, and has SIGBREAK for Ctrl+Break.

A console that is closed sends it as well, and ends the process as soon as Python has noted it: nothing can be put back
(https://learn.microsoft.com/windows/console/handlerroutine), and the next launch takes the jobs up as after a crash.
"""


class EndRequests(QObject):
    """Tells by `asked` that one of `SIGNALS` has come. One per process, made on its main thread."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Python runs its handlers between two lines of Python, of which Qt runs none while it waits: the byte that
        # Python's own C handler writes into this pair wakes it.
        self._heard, self._written = socket.socketpair()
        for end in (self._heard, self._written):
            end.setblocking(False)
        signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, _leave_to_the_notifier)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    @Slot()
    def _on_signal(self) -> None:
        if any(number in SIGNALS for number in self._heard.recv(4096)):
            self.asked.emit()


def _leave_to_the_notifier(_number: int, _frame: FrameType | None) -> None:
    """In place of the end of the process."""
