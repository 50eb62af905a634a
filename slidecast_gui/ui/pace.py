"""How long a render still takes, told only when there is something to tell it from."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST_SECONDS = 2.0
_LEAST_FRACTION = 0.04


@dataclass(slots=True)
class _Run:
    """The first and the newest sign of progress of one render, as (seconds, fraction)."""

    first: tuple[float, float]
    newest: tuple[float, float]


class Pace:
    """Remembers how fast each running job gets on.

    A job that goes on from finished pieces jumps ahead in its first moment; its pace counts from the first progress
    seen, not from when it was once started, so the remaining time is not promised too short or too long.
    """

    def __init__(self) -> None:
        self._runs: dict[str, _Run] = {}

    def note(self, job_id: str, fraction: float, now: float) -> None:
        """A job has got to `fraction` at `now`, in seconds of any steady clock."""
        run = self._runs.get(job_id)
        if run is None or fraction < run.newest[1]:
            self._runs[job_id] = _Run((now, fraction), (now, fraction))
        elif fraction > run.newest[1]:
            run.newest = (now, fraction)

    def forget(self, job_id: str) -> None:
        """A job runs no longer."""
        self._runs.pop(job_id, None)

    def remaining(self, job_id: str, now: float) -> float | None:
        """Seconds still to go, or None while that would be a guess."""
        run = self._runs.get(job_id)
        if run is None:
            return None
        gained = run.newest[1] - run.first[1]
        passed = run.newest[0] - run.first[0]
        if gained < _LEAST_FRACTION or passed < _LEAST_SECONDS:
            return None
        whole = (1.0 - run.newest[1]) * passed / gained
        return max(1.0, whole - (now - run.newest[0]))
