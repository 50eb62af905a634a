"""Gathers what is heard on a row of slides, so that it can be played."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from slidecast_gui.rehearsal.messages import Heard


@dataclass(frozen=True, slots=True)
class HeardSlide:
    """A slide that can be played: its picture (None where it could not be drawn), its sound, and how long both last."""

    number: int
    picture: Path | None
    sound: Path
    seconds: float


class Hearing(QObject):
    """Asks for slides one by one, in their order. `asked` carries a number; `gathered` all sounds once they are there.

    `changed` tells that it has begun, has got on, or is over.
    """

    asked = Signal(int)
    gathered = Signal(list)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Sequence[int] = ()
        self._heard: dict[int, Heard] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether sounds are being made."""
        return bool(self._wanted)

    @property
    def progress(self) -> tuple[int, int]:
        """How many sounds are there, and how many are wanted."""
        return len(self._heard), len(self._wanted)

    def want(self, numbers: Sequence[int]) -> None:
        """Gathers these slides in place of others."""
        self._wanted, self._heard = tuple(numbers), {}
        self._go_on()

    def give_up(self) -> None:
        """Nothing is to be played any more."""
        if self._wanted:
            self._wanted, self._heard = (), {}
            self.changed.emit()

    def note(self, heard: Heard) -> None:
        """A sound has come; one that nobody wants is passed over."""
        if heard.number in self._wanted and heard.number not in self._heard:
            self._heard[heard.number] = heard
            self._go_on()

    def note_trouble(self, number: int) -> None:
        """A slide cannot be heard: nothing is played, as the presenter would miss it."""
        if number in self._wanted:
            self.give_up()

    def _go_on(self) -> None:
        # One at a time: who gives up, or wants another slide, waits for one sound at most.
        missing = next((number for number in self._wanted if number not in self._heard), None)
        if missing is not None:
            self.asked.emit(missing)
            self.changed.emit()
            return
        sounds = [self._heard[number] for number in self._wanted]
        self._wanted, self._heard = (), {}
        self.changed.emit()
        if sounds:
            self.gathered.emit(sounds)
