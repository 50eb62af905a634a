"""What a job will amount to, before it is rendered: from its talk, and from how past jobs went on this computer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Self

from slidecast_gui import effort
from slidecast_gui.effort import Talk
from slidecast_gui.events import DeckRead
from slidecast_gui.jobs.model import EventKind, Job, JobEvent, JobStatus
from slidecast_gui.settings import RenderSettings
from slidecast_gui.system.space import amount

UNKNOWN_SPEED = 0.6
"""Seconds that pass for one of `effort.Cost`, where nothing has been rendered yet: two cores, not quite in step."""
_MOST_JOBS = 9
"""The newest past jobs say how fast the computer is now."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds of video, bytes of its file, seconds to render. None of them is exact."""

    length_s: float
    size: int
    render_s: float

    @property
    def sentence(self) -> str:
        """For the terminal."""
        length, time = _clock(self.length_s), _clock(self.render_s)
        return f"Estimated: about {length} of video, {amount(self.size)}, {time} to render."

    def to_text(self) -> str:
        """What the job's story keeps: numbers, to be compared with what comes out."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """The estimate that `to_text` wrote; None for any other text, as earlier versions wrote a sentence."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError):
            return None


def talk_read(read: DeckRead) -> Talk:
    """The talk of a deck, as whoever has read it tells."""
    return Talk(read.slides, read.spoken, read.letters, read.timed, read.timed_s, read.sounds)


def estimate_told(events: Iterable[JobEvent], attempt: int) -> Estimate | None:
    """What was expected of an attempt, by the job's story; None where nothing was."""
    told = [event.text for event in events if event.kind is EventKind.ESTIMATED and event.attempt == attempt]
    return Estimate.from_text(told[-1]) if told else None


def in_words(event: JobEvent) -> str:
    """The text of a line of a job's story, for the terminal."""
    expected = Estimate.from_text(event.text) if event.kind is EventKind.ESTIMATED else None
    return expected.sentence if expected else event.text


def estimate(talk: Talk, settings: RenderSettings, speed: float) -> Estimate:
    """What a render from nothing amounts to; `speed` is as `speed_of` gives it."""
    length_s = effort.length_s(talk, settings)
    render_s = effort.cost(talk.slides, length_s, settings).whole * speed
    return Estimate(length_s, effort.size(talk, settings), render_s)


def speed_of(past: Iterable[Job]) -> float:
    """Seconds that pass here for one of `effort.Cost`, by past jobs, newest first.

    Only those count that were rendered in one go from nothing: the others took less than they cost.
    """
    speeds = [speed for job in past if (speed := _speed(job)) is not None]
    return median(speeds[:_MOST_JOBS]) if speeds else UNKNOWN_SPEED


def _speed(job: Job) -> float | None:
    started, completed = job.started_at, job.completed_at
    in_one_go = job.status is JobStatus.DONE and job.attempts == 1 and job.pieces_made > 0 and job.pieces_reused == 0
    if not in_one_go or started is None or completed is None or not job.slide_count:
        return None
    took_s = (completed - started).total_seconds()
    return took_s / effort.cost(job.slide_count, job.duration_s, job.settings).whole if took_s > 0 else None


def _clock(seconds: float) -> str:
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes}:{left:02}"
