"""What a preview consists of, and where in it a time is. Times are whole milliseconds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Scene:
    """A slide as it is shown: its picture, the WAV file heard with it (None for silence), and how many seconds."""

    picture: Path
    sound: Path | None
    seconds: float

    @property
    def length_ms(self) -> int:
        """How long it is shown; never nothing, so that a preview always gets on."""
        return max(1, round(self.seconds * 1000))


def starts_of(scenes: Sequence[Scene]) -> tuple[int, ...]:
    """When each scene begins, and after them the end of all: always one more than there are scenes."""
    return tuple(accumulate((scene.length_ms for scene in scenes), initial=0))


def scene_at(starts: Sequence[int], position_ms: int) -> int:
    """The index of the scene at a position; the last one from its start on."""
    return max(0, min(bisect_right(starts, position_ms) - 1, len(starts) - 2))
