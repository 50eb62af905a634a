"""In which order past jobs are listed: once for the table, and once for who puts a job among those it has read."""

from __future__ import annotations

import os.path
import unicodedata
from enum import StrEnum
from typing import Any

from peewee import Case, fn

from slidecast_gui.jobs.database.records import moment_of
from slidecast_gui.jobs.model import Job, JobStatus

_STATES = (JobStatus.RUNNING, JobStatus.QUEUED, JobStatus.PAUSED, JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.DONE)
"""What needs the presenter comes before what does not."""


class Order(StrEnum):
    """What comes first. Those that are equal in it follow newest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LONGEST = "longest"
    STATE = "state"

    @property
    def is_by_date(self) -> bool:
        """Whether jobs of one day stand together."""
        return self in (Order.NEWEST, Order.OLDEST)


def terms(record: Any, order: Order) -> list[Any]:  # noqa: ANN401 - Peewee ships no types
    """The order for a query."""
    newest = [moment_of(record).desc(), record.job_id]
    match order:
        case Order.NEWEST:
            return newest
        case Order.OLDEST:
            return [moment_of(record), record.job_id.desc()]
        case Order.NAME:
            return [fn.sorting_name(record.deck_path.cast("BLOB")), *newest]
        case Order.LONGEST:
            return [record.duration_s.desc(), *newest]
        case Order.STATE:
            return [Case(record.status, [(status.value, place) for place, status in enumerate(_STATES)]), *newest]


def comes_before(one: Job, other: Job, order: Order) -> bool:
    """The same order for two jobs."""
    first: dict[Order, tuple[Any, Any]] = {
        Order.NAME: (sorting_name(one.deck_path), sorting_name(other.deck_path)),
        Order.LONGEST: (other.duration_s, one.duration_s),
        Order.STATE: (_STATES.index(one.status), _STATES.index(other.status)),
    }
    mine, others = first.get(order, (0, 0))
    if mine != others:
        return bool(mine < others)
    newest = (other.moment, one.job_id) < (one.moment, other.job_id)
    return newest is not (order is Order.OLDEST)


def sorting_name(deck_path: str) -> str:
    """A deck's name without its ending, as it is sorted: regardless of case and of how accents are written."""
    name, _ = os.path.splitext(os.path.basename(deck_path))  # noqa: PTH119, PTH122 - a Path costs ten times as much
    return unicodedata.normalize("NFC", name).casefold()
