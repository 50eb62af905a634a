"""How far the work is, on the program's icon in the task bar or dock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Work:
    """What the icon tells: `fraction` of all that was started, 0 to 1, how many decks are left, and a trouble."""

    fraction: float
    left: int
    failed: bool = False


class Taskbar(Protocol):
    """A way of telling it. May be told again and again; what cannot be shown is left unshown."""

    def show(self, work: Work | None) -> None:
        """Show the work, or None: nothing goes on."""
