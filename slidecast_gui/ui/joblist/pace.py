"""How long a render still takes, told only when there is something to tell it from."""

from __future__ import annotations

_LEAST_SECONDS = 2.0
_LEAST_FRACTION = 0.04


_KEPT = 64
"""Signs of progress remembered for each job: enough to find one half the way back."""


class Pace:
    """Remembers how fast each running job gets on.

    The pace is that of the later half of the time. A job that goes on from finished pieces jumps ahead in its first
    moment, and a computer that gets busy slows down: both are forgotten as the job goes on.
    """

    def __init__(self) -> None:
        self._runs: dict[str, list[tuple[float, float]]] = {}

    def note(self, job_id: str, fraction: float, now: float) -> None:
        """A job has got to `fraction` at `now`, in seconds of any steady clock."""
        signs = self._runs.get(job_id)
        if signs is None or fraction < signs[-1][1]:
            self._runs[job_id] = [(now, fraction)]
        elif fraction > signs[-1][1]:
            signs.append((now, fraction))
            if len(signs) > _KEPT:
                # Every other one: a long job needs no finer memory.
                self._runs[job_id] = signs[:-1:2] + signs[-1:]

    def forget(self, job_id: str) -> None:
        """A job runs no longer."""
        self._runs.pop(job_id, None)

    def remaining(self, job_id: str, now: float) -> float | None:
        """Seconds still to go, or None while that would be a guess."""
        signs = self._runs.get(job_id)
        if signs is None:
            return None
        (began, at_first), (latest, fraction) = signs[0], signs[-1]
        if fraction - at_first < _LEAST_FRACTION or latest - began < _LEAST_SECONDS:
            return None
        half = (began + latest) / 2
        since, before = max((sign for sign in signs if sign[0] <= half), default=signs[0])
        whole = (1.0 - fraction) * (latest - since) / (fraction - before)
        return max(1.0, whole - (now - latest))
