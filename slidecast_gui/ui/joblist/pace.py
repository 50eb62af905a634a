"""How long a render still takes: what was expected at first, and more and more what is measured."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise

_LEAST_SECONDS = 2.0
_LEAST_FRACTION = 0.04
"""So much must have been seen before it says anything of the rest."""
_LOOKED_BACK = 0.25
"""The part of the whole by which the pace is measured: what was found finished at the beginning is forgotten."""
_STALLED = 4.0
"""A step that took so many times what is usual was held up by something, and does not foretell the next ones."""
_TRUST = 2.0
"""Half-way through, nothing is believed any more of what was expected."""
_CALMEST_S, _SLOWNESS = 3.0, 15.0
"""What is told follows what is known within this many seconds, or within this part of it where that is more."""
_KEPT = 64


@dataclass(slots=True)
class _Run:
    """One attempt at a job: its signs of life as (seconds of a steady clock, fraction done), and what was told."""

    signs: list[tuple[float, float]] = field(default_factory=list)
    told: float | None = None

    @property
    def fraction(self) -> float:
        return self.signs[-1][1]


class Pace:
    """Knows what running jobs still take. What it says changes only when a job gives a sign, and never by a leap.

    Of a render that stands still it says what it said before, as nobody knows when that goes on.
    """

    def __init__(self) -> None:
        self._runs: dict[str, _Run] = {}
        self._expected: dict[str, float] = {}

    def expect(self, job_id: str, seconds: float) -> None:
        """A job is expected to take so long from its beginning to its end."""
        self._expected[job_id] = seconds
        run = self._runs.get(job_id)
        if run is not None and run.told is None:
            run.told = self._known(job_id, run)

    def note(self, job_id: str, fraction: float, now: float) -> None:
        """A job has got to `fraction` at `now`, in seconds of any steady clock."""
        run = self._runs.get(job_id)
        if run is None or fraction < run.fraction:
            run = self._runs[job_id] = _Run()
        elif fraction == run.fraction:
            return
        before = run.signs[-1][0] if run.signs else now
        run.signs.append((now, fraction))
        if len(run.signs) > _KEPT:
            # Every other one: a long job needs no finer memory.
            run.signs = run.signs[:-1:2] + run.signs[-1:]
        run.told = _calmed(run.told, self._known(job_id, run), now - before)

    def forget(self, job_id: str) -> None:
        """A job runs no longer."""
        self._runs.pop(job_id, None)
        self._expected.pop(job_id, None)

    def remaining(self, job_id: str) -> float | None:
        """Seconds still to go, or None while that would be a guess."""
        run = self._runs.get(job_id)
        return max(1.0, run.told) if run is not None and run.told is not None else None

    def _known(self, job_id: str, run: _Run) -> float | None:
        """Seconds still to go by all that is known at the last sign."""
        left, expected, measured = 1.0 - run.fraction, self._expected.get(job_id), _measured(run.signs)
        if expected is None or measured is None:
            pace = expected if measured is None else measured
            return None if pace is None else left * pace
        first = run.signs[0][1]
        trust = min(1.0, _TRUST * (run.fraction - first) / max(1.0 - first, _LEAST_FRACTION))
        return left * (trust * measured + (1.0 - trust) * expected)


def _measured(signs: list[tuple[float, float]]) -> float | None:
    """Seconds that the whole takes at the present pace; None where too little has been seen."""
    (began, at_first), (latest, fraction) = signs[0], signs[-1]
    if fraction - at_first < _LEAST_FRACTION or latest - began < _LEAST_SECONDS:
        return None
    steps = [
        ((now - before) / (done - done_before), done - done_before)
        for (before, done_before), (now, done) in pairwise(signs)
        if done > fraction - _LOOKED_BACK
    ]
    most = _STALLED * _usual(steps)
    return sum(min(pace, most) * part for pace, part in steps) / sum(part for _, part in steps)


def _usual(steps: list[tuple[float, float]]) -> float:
    """The pace that half of what was done was quicker than."""
    half = sum(part for _, part in steps) / 2
    for pace, part in sorted(steps):
        half -= part
        if half <= 0:
            return pace
    return max(steps)[0]


def _calmed(told: float | None, known: float | None, passed: float) -> float | None:
    """What is told after `passed` seconds: on its way from what was told to what is known now."""
    if told is None or known is None:
        return known
    counted = max(0.0, told - passed)
    return counted + (known - counted) * (1.0 - math.exp(-passed / max(_CALMEST_S, told / _SLOWNESS)))
