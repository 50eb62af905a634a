"""Telling the presenter what has ended while they look at something else: what is told, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification. `key` comes back when it is clicked; `action` is the word on its button.

    `second` is the word on another button, where the system has room for one.
    """

    key: str
    title: str
    text: str
    action: str
    second: str = ""
    bad: bool = False


class Notifier(QObject):
    """A way of asking the system to notify. Nothing here waits or raises; what cannot be shown is left unshown."""

    opened = Signal(str)
    """The notice with this key was clicked, or its button."""
    second_chosen = Signal(str)

    def notify(self, notice: Notice) -> None:
        """Ask for a notice; the system decides when and where it is seen."""
        raise NotImplementedError
