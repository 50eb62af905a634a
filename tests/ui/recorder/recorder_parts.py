"""A microphone that hears what a test says, and a system that answers what a test wants."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class FakeMicrophone(QObject):
    """Two devices, unless a test takes them away."""

    devices_changed = Signal()
    heard = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[tuple[str, str], ...] = (("Headset", "h"), ("Built-in", "b"))
        self.rate = 8000
        self.opens = True
        self.device = ""

    def start(self, device_id: str) -> bool:
        self.device = device_id if self.opens else ""
        return self.opens

    def stop(self) -> None:
        self.device = ""


class FakePermission:
    """The system's answer is a test's to give."""

    def __init__(self) -> None:
        self.status = Qt.PermissionStatus.Granted
        self.answered: Callable[[], None] | None = None

    def ask(self, _context: QObject, answered: Callable[[], None]) -> None:
        self.answered = answered
