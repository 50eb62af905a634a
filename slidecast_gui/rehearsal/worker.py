"""A thread that works on slides, one after the other, the one that is looked at first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence


class SlideWorker:
    """Does `work`, which raises nothing, for each number that was added: once, however often it was before its turn."""

    def __init__(self, name: str, work: Callable[[int], None], end: Callable[[], None] = lambda: None) -> None:
        """`end` is called at the end, on the same thread."""
        self._work = work
        self._end = end
        self._waiting: set[int] = set()
        self._preferred: Sequence[int] = ()
        self._closed = False
        self._changed = threading.Condition()
        # A daemon: work that hangs must not keep the process from its end.
        self._thread = threading.Thread(target=self._run, daemon=True, name=name)

    def start(self) -> None:
        """Begin with what was added."""
        self._thread.start()

    def add(self, numbers: Iterable[int]) -> None:
        """Work on slides, again if need be."""
        with self._changed:
            self._waiting.update(numbers)
            self._changed.notify()

    def prefer(self, numbers: Sequence[int]) -> None:
        """Let these slides come before all others whenever they wait, in this order; others are preferred no more."""
        with self._changed:
            self._preferred = numbers

    def close(self) -> None:
        """Let it end after the slide it is on."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def join(self) -> None:
        """Wait for its end."""
        self._thread.join()

    def _run(self) -> None:
        while (number := self._next()) is not None:
            self._work(number)
        self._end()

    def _next(self) -> int | None:
        """The slide whose turn it is, waiting for one; None once closed."""
        with self._changed:
            while not self._waiting and not self._closed:
                self._changed.wait()
            if self._closed:
                return None
            preferred = (number for number in self._preferred if number in self._waiting)
            number = next(preferred, None) or min(self._waiting)
            self._waiting.remove(number)
            return number
