"""Questions to the table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from peewee import OP, SQL, Expression, NodeList, fn

from slidecast_gui.jobs.database.faults import explained
from slidecast_gui.jobs.database.ordering import Order, terms
from slidecast_gui.jobs.database.records import (
    aware_time_of,
    created_files_of,
    event_of,
    hold_of,
    job_of,
    moment_of,
    owner_of,
)
from slidecast_gui.jobs.errors import JobNotFound, UnreadableRow
from slidecast_gui.jobs.model import (
    UNFINISHED,
    CreatedFile,
    EventKind,
    Hold,
    Job,
    JobEvent,
    JobFilter,
    JobStatus,
    News,
    now,
    time_text,
)
from slidecast_gui.jobs.owner import is_another
from slidecast_gui.jobs.store.pathnames import absolute, path_key
from slidecast_gui.jobs.store.queue_order import as_shown
from slidecast_gui.jobs.store.queue_order import terms as queue_terms
from slidecast_gui.jobs.store.retrying import WAITS
from slidecast_gui.jobs.store.tables import Tables

_EVERYTHING = JobFilter()
_UNFINISHED = JobFilter(UNFINISHED)
_NEVER_READ = -1
_LONGEST_WAIT = max(WAITS)


class Reading(Tables):
    """What can be asked of the store. Everything here may raise StoreError."""

    def __init__(self, database: Path) -> None:
        super().__init__(database)
        try:
            self._last_event, self._beats, self._jobs_seen = self._newest()
            self._data_version = self._database.data_version
            self._hold_seen = self.hold()
        except BaseException:
            self.close()
            raise

    def become_writable(self) -> bool:
        """As in `Tables`; another connection counts changes anew, so that all there is to know is asked for."""
        was_unwritable = self.unwritable is not None
        is_writable = super().become_writable()
        if was_unwritable and is_writable:
            self._data_version = _NEVER_READ
        return is_writable

    def get(self, job_id: str) -> Job:
        """The job with this id, or the only one whose id begins with it. Raises JobNotFound."""
        record = self._records.job
        with explained(self.path):
            if (job := self._job_or_none(job_id)) is not None:
                return job
            rows = list(self._jobs().where(record.job_id.startswith(job_id)).limit(2).dicts()) if job_id else []
            found = [job_of(row) for row in rows]
        if len(found) != 1:
            raise JobNotFound(job_id, ambiguous=bool(found))
        return found[0]

    def is_known(self, job_id: str) -> bool:
        """Whether there is such a job."""
        with explained(self.path):
            return bool(self._records.job.select().where(self._records.job.job_id == job_id).exists())

    def queue(self) -> list[Job]:
        """The unfinished jobs, in the order in which they are to run."""
        record = self._records.job
        query = self._jobs().where(record.status.in_(UNFINISHED)).order_by(record.position)
        with explained(self.path):
            return [job_of(row) for row in query.dicts()]

    def queue_page(self, limit: int, offset: int = 0, wanted: JobFilter = _UNFINISHED) -> list[Job]:
        """A page of the unfinished jobs that `wanted` lets through, in the order of `queue_order`."""
        record = self._records.job
        # Sorted by their ids alone: thousands of whole rows take long to be put in order.
        page = self._filtered(record.select(record.job_id), wanted).order_by(*queue_terms(record))
        query = self._jobs().where(record.job_id.in_(page.limit(limit).offset(offset)))
        with explained(self.path):
            return as_shown(job_of(row) for row in query.dicts())

    def startable(self) -> list[Job]:
        """The paused jobs in their order, without those that wait for their turn in another process."""
        record = self._records.job
        with explained(self.path):
            query = self._jobs().where(self._is_startable()).order_by(record.position)
            return [job_of(row) for row in query.dicts()]

    def count_startable(self, *, fresh: bool = False) -> int:
        """How many those are; `fresh` counts only those that were added and never started, nor put on hold."""
        record = self._records.job
        with explained(self.path):
            query = record.select().where(self._is_startable())
            return int((query.where((record.attempts == 0) & (record.reason == "")) if fresh else query).count())

    def next_queued(self) -> Job | None:
        """The queued job that is to run next; None also where the queue is held, or all of them wait for a time.

        One that somebody is editing is passed over. A wait longer than any that is given out is over: the clock was
        set back.
        """
        record, moment = self._records.job, now()
        is_due = (
            record.not_before.is_null()
            | (record.not_before <= time_text(moment))
            | (record.not_before > time_text(moment + _LONGEST_WAIT))
        )
        with explained(self.path):
            hold, last = self._held()
            if hold is Hold.ALL:
                return None
            query = self._jobs().where((record.status == JobStatus.QUEUED) & record.owner.is_null() & is_due)
            if hold is Hold.AFTER_CURRENT:
                query = query.where(record.job_id.in_(last))
            row = query.order_by(record.position).limit(1).dicts().first()
            return job_of(row) if row else None

    def next_due(self) -> datetime | None:
        """When the first of the jobs that wait for a time is to be tried again."""
        record = self._records.job
        query = record.select(fn.MIN(record.not_before)).where(record.status == JobStatus.QUEUED)
        with explained(self.path):
            return aware_time_of(query.scalar())

    def hold(self) -> Hold:
        """Whether the queue starts jobs."""
        with explained(self.path):
            return self._held()[0]

    def history(
        self, wanted: JobFilter = _EVERYTHING, limit: int | None = None, offset: int = 0, order: Order = Order.NEWEST
    ) -> list[Job]:
        """A page of the jobs that `wanted` lets through, finished or not."""
        record = self._records.job
        query = self._filtered(self._jobs(), wanted).order_by(*terms(record, order))
        with explained(self.path):
            return [job_of(row) for row in query.limit(limit).offset(offset).dicts()]

    def count(self, wanted: JobFilter = _EVERYTHING) -> int:
        """How many jobs `wanted` lets through."""
        with explained(self.path):
            return int(self._filtered(self._records.job.select(), wanted).count())

    def counts(self, wanted: JobFilter = _EVERYTHING) -> dict[JobStatus, int]:
        """How many jobs in each state `wanted` lets through; every state is a key."""
        record = self._records.job
        query = record.select(record.status, fn.COUNT(SQL("*"))).group_by(record.status)
        query = self._filtered(query, wanted)
        with explained(self.path):
            found = dict(query.tuples())
        return {status: found.get(status.value, 0) for status in JobStatus}

    def events(self, job_id: str) -> list[JobEvent]:
        """The job's story, oldest first; without the lines of a sort that only a newer program knows."""
        event = self._records.event
        query = event.select().where(event.job == job_id).order_by(event.event_id)
        with explained(self.path):
            return [told for row in query.dicts() if (told := event_of(row)) is not None]

    def earlier_results(self, deck_path: str | Path) -> dict[str, CreatedFile]:
        """The files that jobs of this deck have made, by `path_key`, as they were when their jobs ended."""
        record = self._records.job
        query = record.select(record.created_files).where(
            (record.deck_path == absolute(deck_path)) & (record.status == JobStatus.DONE)
        )
        with explained(self.path):
            made = [created_files_of(files) for (files,) in query.order_by(record.completed_at).tuples()]
        return {path_key(file.path): file for files in made for file in files}

    def is_rendered_anew(self, job: Job) -> bool:
        """Whether the deck of an ended job was, or is to be, rendered by one that was added later."""
        record = self._records.job
        later = (record.deck_path == job.deck_path) & (record.created_at > time_text(job.created_at))
        counts = record.status.in_((*UNFINISHED, JobStatus.DONE))
        with explained(self.path):
            return bool(record.select().where(later & counts).exists())

    def is_output_taken(self, video_path: str | Path, besides: str = "") -> bool:
        """Whether an unfinished job other than `besides` has claimed this video file."""
        key = path_key(video_path)
        return any(path_key(path) == key for path in self._claimed_paths(besides))

    def news(self) -> News:
        """What other processes have changed since this was last asked. Costs one PRAGMA where there is nothing."""
        with explained(self.path):
            version = self._database.data_version
            if version == self._data_version:
                return News()
            self._data_version = version
            before_event, before_beats, before_count = self._last_event, self._beats, self._jobs_seen
            self._last_event, self._beats, self._jobs_seen = self._newest()
            event = self._records.event
            told = list(
                event.select(event.job, event.kind)
                .where((event.event_id > before_event) & (event.session != self._session))
                .tuples()
            )
            hold_before, self._hold_seen = self._hold_seen, self._held()[0]
        # Compared for being another, not for being later: a clock may be set back.
        beats = [job_id for job_id, beat in self._beats.items() if before_beats.get(job_id) != beat]
        added = dict.fromkeys(job_id for job_id, kind in told if kind == EventKind.CREATED)
        changed = dict.fromkeys([job_id for job_id, _ in told] + beats)
        return News(
            added=tuple(added),
            changed=tuple(job_id for job_id in changed if job_id not in added),
            removed=self._jobs_seen < before_count + len(added),
            hold_changed=hold_before is not self._hold_seen,
        )

    def _newest(self) -> tuple[int, dict[str, str], int]:
        """The last event's number, the heartbeats of the running jobs, and how many jobs there are."""
        event, record = self._records.event, self._records.job
        running = record.select(record.job_id, record.last_heartbeat).where(record.status == JobStatus.RUNNING)
        with explained(self.path):
            last = event.select(fn.MAX(event.event_id)).scalar() or 0
            return last, dict(running.tuples()), record.select().count()

    def _is_startable(self) -> Any:  # noqa: ANN401 - a Peewee expression
        record = self._records.job
        is_paused = record.status == JobStatus.PAUSED
        # Once for each owner: a terminal may have been given hundreds of decks.
        owners = record.select(record.owner).where(is_paused & record.owner.is_null(False)).distinct().tuples()
        others = [text for (text,) in owners if _is_of_another(text)]
        return is_paused & (record.owner.is_null() | record.owner.not_in(others))

    def _held(self) -> tuple[Hold, list[str]]:
        """Whether the queue is held, and the jobs it is to pause after."""
        return hold_of(self._records.queue_state.select().dicts().first())

    def _claimed_paths(self, besides: str) -> list[str]:
        record = self._records.job
        query = record.select(record.video_path).where(
            record.status.in_(UNFINISHED) & (record.video_path != "") & (record.job_id != besides)
        )
        with explained(self.path):
            return [path for (path,) in query.tuples()]

    def _filtered(self, query: Any, wanted: JobFilter) -> Any:  # noqa: ANN401 - a Peewee query
        record = self._records.job
        if wanted.statuses:
            # The sign keeps SQLite from looking states up and sorting all it finds, where the order has an index.
            query = query.where(Expression(NodeList((SQL("+"), record.status)), OP.IN, [*map(str, wanted.statuses)]))
        if wanted.since:
            query = query.where(moment_of(record) >= time_text(wanted.since))
        if wanted.until:
            query = query.where(moment_of(record) < time_text(wanted.until))
        if wanted.text.strip():
            searched = record.deck_path
            for more in (record.deck_title, record.error, record.video_path):
                searched = searched.concat("\n").concat(more)
            query = query.where(fn.has_text(searched.cast("BLOB"), wanted.text.strip()) == 1)
        return query


def _is_of_another(text: str) -> bool:
    """Whether the owner in a column is another process. Raises UnreadableRow."""
    try:
        owner = owner_of(text)
    except (TypeError, ValueError) as error:
        raise UnreadableRow(f"owner: {error}") from error
    return owner is not None and is_another(owner)
