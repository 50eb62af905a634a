"""Gathers what is heard on a row of slides, so that it can be played."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from slidecast_gui.rehearsal.messages import Heard


@dataclass(frozen=True, slots=True)
class Unheard:
    """A slide whose sound could not be made, and why."""

    number: int
    sentence: str


class Hearing(QObject):
    """Asks for slides one by one, in their order, and hands out each as soon as it is there.

    `asked` carries a number, `ready` a `Heard` or an `Unheard`. `changed` tells that it has begun, or was given up.
    """

    asked = Signal(int)
    ready = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: deque[int] = deque()
        self._alone = False
        self._begun = False

    @property
    def left(self) -> Sequence[int]:
        """The slides that are still to come."""
        return tuple(self._left)

    @property
    def is_waiting(self) -> bool:
        """Whether nothing has been handed out yet."""
        return bool(self._left) and not self._begun

    def want(self, numbers: Sequence[int]) -> None:
        """Gathers these slides in place of others."""
        self._left = deque(numbers)
        self._alone, self._begun = len(numbers) == 1, False
        self.changed.emit()
        self._ask()

    def give_up(self) -> None:
        """Nothing more is to be played."""
        if self._left:
            self._left.clear()
            self.changed.emit()

    def note(self, heard: Heard) -> None:
        """A sound has come; one that nobody wants is passed over."""
        if self._left and heard.number == self._left[0]:
            self._hand_out(heard)

    def note_trouble(self, number: int, sentence: str) -> None:
        """A slide cannot be heard: of a row, it is shown in silence; of one alone, there is nothing to play."""
        if not self._left or number != self._left[0]:
            return
        if self._alone:
            self.give_up()
        else:
            self._hand_out(Unheard(number, sentence))

    def _hand_out(self, one: Heard | Unheard) -> None:
        self._left.popleft()
        self._begun = True
        self.ready.emit(one)
        self._ask()

    def _ask(self) -> None:
        # One at a time: who gives up, or wants another slide, waits for one sound at most.
        if self._left:
            self.asked.emit(self._left[0])
