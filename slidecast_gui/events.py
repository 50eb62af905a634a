"""What a render tells while it runs, as frozen data and as JSON lines between processes.

A render sends any number of events, and exactly one `Finished`, as the last. `EngineCalled` and `EngineReturned` are
for whoever watches the process, and go no further.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import ClassVar


class Stage(StrEnum):
    """Where a running job is."""

    READING = "reading"
    SLIDES = "slides"
    NARRATION = "narration"
    VIDEO = "video"
    FINISHING = "finishing"


class Outcome(StrEnum):
    """How a render ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a render is: `fraction` of the whole job, 0 to 1; `slide` the number being worked on, or None."""

    event: ClassVar[str] = "progress"
    stage: Stage
    fraction: float
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class DeckRead:
    """The deck has been read: what the job's row shows before the video is there.

    `slides` is how many are shown; it and what follows `sha256` are as in `effort.Talk`.
    """

    event: ClassVar[str] = "deck"
    title: str
    slides: int
    sha256: str
    spoken: int = 0
    letters: int = 0
    timed: int = 0
    timed_s: float = 0.0
    sounds: int = 0


@dataclass(frozen=True, slots=True)
class ThumbnailMade:
    """The job's thumbnail (the first slide that is not hidden) lies at `path`."""

    event: ClassVar[str] = "thumbnail"
    path: str


NOTES = frozenset({"font-alike"})
"""Kinds of `Warned` that are no warnings."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something the presenter should know; the job goes on. `slide` is a number in the deck, or None."""

    event: ClassVar[str] = "warning"
    kind: str
    text: str
    slide: int | None = None

    @property
    def is_note(self) -> bool:
        """Whether nothing of it is seen in the video: it belongs to the story, and nobody need do anything."""
        return self.kind in NOTES


@dataclass(frozen=True, slots=True)
class EngineCalled:
    """An engine, which nothing inside its process can interrupt, begins with `slide`; None: with opening the deck."""

    event: ClassVar[str] = "engine-called"
    slide: int | None


@dataclass(frozen=True, slots=True)
class EngineReturned:
    """The slide engine has come back, with a result or without."""

    event: ClassVar[str] = "engine-returned"


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of a render. Paths are absolute; `created_files` is every file the job made and kept."""

    event: ClassVar[str] = "finished"
    status: Outcome
    video: str = ""
    captions: tuple[str, ...] = ()
    thumbnail: str = ""
    slide_images: str = ""
    created_files: tuple[str, ...] = ()
    duration_s: float = 0.0
    slides: int = 0
    pieces_made: int = 0
    pieces_reused: int = 0
    error: str = ""
    error_kind: str = ""
    error_detail: str = ""
    slide: int | None = None
    """The number of the slide on which it failed, where it is about one."""
    needed: int = 0
    """Bytes that must be free in `needed_in` before it can go on, where a disk was full."""
    needed_in: str = ""


Event = Progress | DeckRead | ThumbnailMade | Warned | EngineCalled | EngineReturned | Finished

_EVENTS: dict[str, type[Event]] = {
    kind.event: kind for kind in (Progress, DeckRead, ThumbnailMade, Warned, EngineCalled, EngineReturned, Finished)
}
_ENUM_FIELDS = {"stage": Stage, "status": Outcome}


@contextmanager
def engine_call(report: Callable[[Event], None], slide: int | None) -> Iterator[None]:
    """Inside is a call into an engine that may never return: for `slide`, or None for opening the deck."""
    report(EngineCalled(slide))
    try:
        yield
    finally:
        report(EngineReturned())


def to_json(event: Event) -> str:
    """One line of JSON, its name first."""
    return json.dumps({"event": event.event, **asdict(event)}, ensure_ascii=False)


def from_json(line: str) -> Event:
    """The event of a line that `to_json` wrote. Raises ValueError for anything else."""
    try:
        fields = json.loads(line)
        kind = _EVENTS[fields.pop("event")]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not an event: {line[:200]!r}") from error
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
        elif name in _ENUM_FIELDS:
            fields[name] = _ENUM_FIELDS[name](value)
    try:
        return kind(**fields)
    except TypeError as error:
        raise ValueError(f"not an event: {line[:200]!r}") from error
