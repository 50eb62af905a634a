"""The rows of the list that have been read: the queue as it is shown, then past jobs as far as they were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from slidecast_gui.jobs import Job
from slidecast_gui.jobs.database.ordering import Order, comes_before
from slidecast_gui.jobs.store.queue_order import place


@dataclass(slots=True)
class Rows:
    """`more` tells that there are jobs behind the last one, `more_queue` that some of them are of the queue.

    The past is not begun before the queue has been read to its end.
    """

    queue: list[Job] = field(default_factory=list)
    past: list[Job] = field(default_factory=list)
    more: bool = False
    more_queue: bool = False

    def __len__(self) -> int:
        return len(self.queue) + len(self.past)

    def __iter__(self) -> Iterator[Job]:
        return chain(self.queue, self.past)

    def at(self, row: int) -> Job:
        """The job of a row."""
        return self.queue[row] if row < len(self.queue) else self.past[row - len(self.queue)]

    def row_of(self, job_id: str) -> int:
        """Where a job is; -1 where it is not."""
        for jobs, before in ((self.queue, 0), (self.past, len(self.queue))):
            for row, job in enumerate(jobs, before):
                if job.job_id == job_id:
                    return row
        return -1

    def in_queue(self, row: int) -> bool:
        """Whether the row is one of the queue."""
        return 0 <= row < len(self.queue)

    def replace(self, row: int, job: Job) -> None:
        """Another state of the same job."""
        if self.in_queue(row):
            self.queue[row] = job
        else:
            self.past[row - len(self.queue)] = job

    def take(self, row: int) -> None:
        """Without the row."""
        if self.in_queue(row):
            del self.queue[row]
        else:
            del self.past[row - len(self.queue)]

    def place_in_queue(self, job: Job) -> int | None:
        """Where an unfinished job belongs among the others; None on a page that has not been read."""
        others = [other for other in self.queue if other.job_id != job.job_id]
        found = sum(place(other) <= place(job) for other in others)
        return None if found == len(others) and self.more_queue else found

    def place_in_past(self, job: Job, order: Order) -> int | None:
        """Where an ended job belongs among the past ones; None on a page that has not been read."""
        found = sum(comes_before(other, job, order) for other in self.past)
        return None if found == len(self.past) and self.more else found
