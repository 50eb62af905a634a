"""The queue as it is shown and gone through by hand: what runs, then what waits for its turn, then what is on hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from peewee import Case

from slidecast_gui.jobs.model import Job, JobStatus

_GROUPS = (JobStatus.RUNNING, JobStatus.QUEUED, JobStatus.PAUSED)


def place(job: Job) -> tuple[int, int]:
    """What unfinished jobs are sorted by."""
    return _GROUPS.index(job.status), job.position


def terms(record: Any) -> list[Any]:  # noqa: ANN401 - Peewee ships no types
    """The same order for a query."""
    return [Case(record.status, [(status.value, group) for group, status in enumerate(_GROUPS)]), record.position]


def as_shown(jobs: Iterable[Job]) -> list[Job]:
    """Unfinished jobs from the top."""
    return sorted(jobs, key=place)


def moves(queue: Sequence[Job], chosen: Collection[str], *, up: bool) -> list[tuple[str, str | None]]:
    """How to move the chosen ones of a queue by one place within their groups.

    Each is a job's id and that of the job it is to be put before (None: at the end), to be done in this order. Those
    at the end of their group stay, and hold up chosen ones behind them.
    """
    asked: list[tuple[str, str | None]] = []
    for group in (JobStatus.QUEUED, JobStatus.PAUSED):
        order = [job.job_id for job in as_shown(queue) if job.status is group]
        if not up:
            order.reverse()
        for place_now in range(1, len(order)):
            if order[place_now] in chosen and order[place_now - 1] not in chosen:
                order[place_now - 1 : place_now + 1] = order[place_now], order[place_now - 1]
                passed = place_now if up else place_now - 2
                asked.append((order[place_now - 1], order[passed] if passed >= 0 else None))
    return asked
