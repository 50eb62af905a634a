"""What a render may take of the computer: memory and time without a sign of life, before it is ended; and space.

Memory and time are watched from outside, by the parent: a limit of the system's own counts address space, of which
threads and codecs reserve gigabytes that they never touch, and it is another one on each system.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

import psutil

from slidecast_gui.events import DeckRead, EngineCalled, EngineReturned, Event, Finished, Outcome, Progress
from slidecast_gui.preferences import Preferences

OUT_OF_MEMORY = "out-of-memory"
TOO_SLOW = "slide-too-slow"

_MB = 1024**2
_LEAST_DEFAULT_MB, _MOST_DEFAULT_MB = 1024, 8192
_MEASURE_EVERY_S = 0.5
_LONGEST_STEP_S = 1.0
_LEAST_ENGINE_S = 3.0
_ENGINE_DECK_SIZES = 4
_ENGINE_IS_QUICK_S = 0.3
_READING_S_A_MEGABYTE = 0.05
"""What copying and hashing a large deck full of films may take more, on a slow computer."""
_FULL_HD = 1920 * 1080


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory_mb` is of the render and everything it has started, together.

    A render that has told nothing for `silence_s`, and for `silence_per_slide_s` more for each slide of its deck, is
    taken for hung. LibreOffice prints all slides before the first is told, and has a shorter limit of its own.
    `pieces_mb` is what the kept pieces of all renders may take together when a render has ended; 0 leaves that to the
    piece store.

    `engine_s` is for one call of a slide engine, for pictures up to 1080p: four times what the slowest real slides
    take at 1440p on a busy computer. A deck that has used it up is suspect: each later call that does not return is
    waited for half as long, but never less than three seconds. `engine_mb` is what memory may grow by in such a call,
    beside four times the size of the deck: an engine that opens a deck keeps its pictures in memory.

    `reading_s` is processor time for reading the deck, twenty times what large real presentations take, and more
    for large files; `reading_mb` is what memory may grow by meanwhile. Both are of the render process alone:
    LibreOffice, which converts some decks first, has limits of its own, and so has each page of a PDF.
    """

    memory_mb: int
    silence_s: float = 300.0
    silence_per_slide_s: float = 5.0
    engine_s: float = 6.0
    engine_mb: int = 600
    reading_s: float = 8.0
    reading_mb: int = 400
    pieces_mb: int = 0

    @property
    def pieces_limit(self) -> int:
        """`pieces_mb` in bytes, as the render child is told it."""
        return self.pieces_mb * _MB

    def for_frames(self, size: tuple[int, int]) -> Self:
        """The limits for pictures of `size` pixels: engines take time and memory for each of them."""
        larger = max(1.0, size[0] * size[1] / _FULL_HD)
        return replace(self, engine_s=self.engine_s * larger, engine_mb=round(self.engine_mb * larger))


def default_limits(memory_mb: int = 0) -> Limits:
    """The limits with this much memory; 0 means half of the computer's, but at least 1 GB and at most 8."""
    half = int(psutil.virtual_memory().total / _MB / 2)
    return Limits(memory_mb or min(max(half, _LEAST_DEFAULT_MB), _MOST_DEFAULT_MB))


def limits_of(preferences: Preferences) -> Limits:
    """The limits the presenter has chosen."""
    return replace(default_limits(preferences.memory_mb), pieces_mb=preferences.pieces_mb)


class EngineStuck(Exception):
    """A slide engine took too much time or memory. `slide` is the number of what it draws; None: it opens the deck."""

    def __init__(self, slide: int | None, took: str) -> None:
        super().__init__(
            f"the slide engine took {took} for {'opening the deck' if slide is None else f'slide {slide}'}"
        )
        self.slide = slide


class _ReadingWatch:
    """Looks at what a render takes from its first word to the end of reading its deck."""

    def __init__(self, limits: Limits, own: Callable[[], tuple[float, int]], deck_bytes: int) -> None:
        self._most_s = limits.reading_s + _READING_S_A_MEGABYTE * deck_bytes / _MB
        self._most_growth = limits.reading_mb * _MB
        self._own = own
        self._before: tuple[float, int] | None = None
        self._is_over = False

    def heard(self, event: Event) -> None:
        """The render has told something."""
        self._is_over |= isinstance(event, DeckRead | EngineCalled)
        if self._before is None:
            self._before = self._own()

    def look(self) -> Finished | None:
        """The end of a render that reads a deck without end."""
        if self._is_over or self._before is None:
            return None
        seconds, memory = (now - before for now, before in zip(self._own(), self._before, strict=True))
        if seconds > self._most_s:
            return self._end("time", TOO_SLOW, f"{seconds:.1f} s of processor time")
        if memory > self._most_growth:
            return self._end("memory", OUT_OF_MEMORY, f"{memory // _MB:.0f} MB of memory")
        return None

    def _end(self, what: str, kind: str, taken: str) -> Finished:
        return Finished(
            Outcome.FAILED,
            error=f"Reading this deck takes far more {what} than a presentation should; save it again in PowerPoint, "
            "or ask its sender for a new copy.",
            error_kind=kind,
            error_detail=f"not read after {taken}",
        )


class Watch:
    """Looks at one render now and then, and says when it has gone too far."""

    def __init__(
        self,
        limits: Limits,
        memory: Callable[[], int],
        clock: Callable[[], float] = time.monotonic,
        *,
        own: Callable[[], tuple[float, int]] = lambda: (0.0, 0),
        stuck_before: int = 0,
        deck_bytes: int = 0,
    ) -> None:
        """`memory` measures the render's, in bytes; `stuck_before` counts the calls that have not returned so far.

        `own` gives seconds of processor time and bytes of memory of the render without what it has started.
        """
        self._limits = limits
        self._memory = memory
        self._clock = clock
        self._looked_at = self._measured_at = clock()
        self._silent_s = 0.0
        self._engine: EngineCalled | None = None
        self._engine_s = 0.0
        self._engine_limit_s = max(limits.engine_s / 2**stuck_before, min(limits.engine_s, _LEAST_ENGINE_S))
        self._engine_growth = limits.engine_mb * _MB + _ENGINE_DECK_SIZES * deck_bytes
        self._used = self._used_before = 0
        self._reading = _ReadingWatch(limits, own, deck_bytes)
        self._slides = 0
        self._was_read = False
        self._slide: int | None = None

    @property
    def slide(self) -> int | None:
        """The number of the slide that was told last."""
        return self._slide

    def heard(self, event: Event) -> None:
        """The render has told something."""
        self._silent_s = 0.0
        self._reading.heard(event)
        if isinstance(event, DeckRead):
            self._slides, self._was_read = event.slides, True
        elif isinstance(event, Progress):
            self._slide = event.slide or self._slide
        elif isinstance(event, EngineCalled):
            self._engine, self._engine_s, self._used_before = event, 0.0, self._used
        elif isinstance(event, EngineReturned):
            self._engine = None

    def look(self) -> Finished | None:
        """The end of a render that must be ended, with its sentence; None as long as all is well.

        Raises EngineStuck where it must be ended too, but would come to a better end without that slide.
        """
        moment = self._clock()
        # In small steps only: the clock may have gone on while the computer slept, and the render with it.
        step = min(moment - self._looked_at, _LONGEST_STEP_S)
        self._silent_s += step
        self._engine_s += step
        self._looked_at = moment
        if (endless := self._reading.look()) is not None:
            return endless
        if self._silent_s > self._limits.silence_s + self._limits.silence_per_slide_s * self._slides:
            return self._too_slow()
        if self._engine is not None and self._engine_s > self._engine_limit_s:
            return self._stuck(self._engine.slide, f"more than {self._engine_limit_s:.0f} s")
        # An engine that is slow may also be filling the memory, and does that by a gigabyte a second.
        is_slow = self._engine is not None and self._engine_s > _ENGINE_IS_QUICK_S
        if is_slow or moment - self._measured_at >= _MEASURE_EVERY_S:
            self._measured_at = moment
            return self._measure()
        return None

    def _measure(self) -> Finished | None:
        self._used = self._memory()
        if self._engine is not None and self._used - self._used_before > self._engine_growth:
            return self._stuck(self._engine.slide, f"more than {self._engine_growth // _MB} MB")
        return self._out_of_memory(self._used) if self._used > self._limits.memory_mb * _MB else None

    def _stuck(self, slide: int | None, took: str) -> Finished:
        stuck = EngineStuck(slide, took)
        if self._was_read:
            raise stuck
        what = f"Page {slide} of this PDF is" if slide else "This PDF is"
        return Finished(
            Outcome.FAILED,
            error=f"{what} too much to read; make the PDF again in the program it came from.",
            error_kind=TOO_SLOW,
            error_detail=str(stuck),
        )

    def _too_slow(self) -> Finished:
        minutes = round(self._silent_s / 60)
        what = f"Slide {self._slide} was" if self._slide else "This deck was"
        return Finished(
            Outcome.FAILED,
            error=f"{what} worked on for {minutes} minutes without an end; simplify it, or choose the other renderer.",
            error_kind=TOO_SLOW,
            error_detail=f"nothing was told for {self._silent_s:.0f} s",
        )

    def _out_of_memory(self, used: int) -> Finished:
        where = f" for slide {self._slide}" if self._slide else ""
        limit = self._limits.memory_mb / 1024
        return Finished(
            Outcome.FAILED,
            error=f"The render needed more than {limit:.1f} GB of memory{where}; choose a smaller size, "
            "or allow it more in the preferences.",
            error_kind=OUT_OF_MEMORY,
            error_detail=f"{used / _MB:.0f} MB used, {self._limits.memory_mb} MB allowed",
        )
