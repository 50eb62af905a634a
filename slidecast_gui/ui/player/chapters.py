"""The chapters of a video, and finding one's way among them. Times are whole milliseconds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from slidecast_gui.ui.wording import clock

_START_AGAIN_MS = 3000
"""Going back this far into a chapter means its own beginning, as on every player."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter starts at `start_ms` and lasts to the next one."""

    start_ms: int
    title: str


def chapter_at(chapters: Sequence[Chapter], position_ms: int) -> int:
    """The index of the chapter at a position; -1 before the first one, or where there are none."""
    return bisect_right(chapters, position_ms, key=lambda chapter: chapter.start_ms) - 1


def start_of_previous(chapters: Sequence[Chapter], position_ms: int) -> int:
    """Where “previous chapter” leads: to the start of this chapter, or of the one before when it has just begun."""
    here = chapter_at(chapters, position_ms - _START_AGAIN_MS)
    return chapters[here].start_ms if here >= 0 else 0


def start_of_next(chapters: Sequence[Chapter], position_ms: int) -> int | None:
    """Where “next chapter” leads; None in the last chapter."""
    following = chapter_at(chapters, position_ms) + 1
    return chapters[following].start_ms if following < len(chapters) else None


def time_text(position_ms: int, length_ms: int) -> str:
    """“1:05 / 4:20”. A second counts when it is over, so that a video is at its end only when it is."""
    return f"{clock(position_ms // 1000)} / {clock(length_ms // 1000)}"


def chapter_text(chapter: Chapter) -> str:
    """A chapter as a line of a list: when, and what."""
    return f"{clock(chapter.start_ms // 1000)}   {chapter.title}"
