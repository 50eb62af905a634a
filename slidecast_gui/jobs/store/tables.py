"""What every part of the store shares: the open database, its transactions, and the one way to change a state."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from slidecast_gui.jobs.database.backups import back_up_closing, back_up_daily, copy_database
from slidecast_gui.jobs.database.checked import note_closed
from slidecast_gui.jobs.database.faults import explained
from slidecast_gui.jobs.database.opening import Opened, open_database
from slidecast_gui.jobs.database.records import job_of, records_of, row_of
from slidecast_gui.jobs.database.recovery import Recovery
from slidecast_gui.jobs.errors import JobNotFound, StoreError
from slidecast_gui.jobs.model import EventKind, Job, JobStatus, now, time_text
from slidecast_gui.jobs.store import moves

logger = logging.getLogger(__name__)


class Tables:
    """An open database. Use it on the thread that opened it, and as a context manager or with `close`."""

    def __init__(self, database: Path) -> None:
        """Opens the file, made if it is not there, repaired if it is damaged, and brings it up to date.

        Raises StoreError; a file that can be read and not written is opened all the same, and says so in `unwritable`.
        """
        self.path = Path(database)
        self._session = secrets.token_hex(4)
        self._backs_up = False
        self._adopt(open_database(self.path))

    @property
    def recovery(self) -> Recovery | None:
        """What was done about a damaged file when the store was opened; the presenter is to be told."""
        return self._recovery

    @property
    def unwritable(self) -> StoreError | None:
        """Why nothing can be written (a read-only folder, a full disk), or None. Whatever writes raises it."""
        return self._unwritable

    def become_writable(self) -> bool:
        """Opens the file again where it could not be written; whether it can be now. Costs an opening."""
        if self._unwritable is None:
            return True
        try:
            opened = open_database(self.path)
        except StoreError as error:
            logger.info("the list of jobs still cannot be written: %s", error.detail)
            return False
        if opened.unwritable is not None:
            opened.database.close()
            return False
        self.close()
        self._adopt(opened)
        return True

    def back_up_daily(self) -> Path | None:
        """A backup beside the list of jobs where the newest is older than a day, and one at the end; its path.

        One that cannot be made is logged: that is no reason not to work.
        """
        self.back_up_at_end()
        return self._back_up(back_up_daily)

    def back_up_at_end(self) -> None:
        """When this is closed, make a backup, if anything was changed here."""
        self._backs_up = self._unwritable is None

    def back_up_to(self, target: Path) -> None:
        """Writes a copy of the whole list of jobs to `target`. Raises StoreError."""
        copy_database(self.path, target)

    def close(self) -> None:
        """Ends the connection; the store cannot be used afterwards. Closing twice does no harm."""
        if self._backs_up and self._changes() != self._changes_before:
            self._back_up(back_up_closing)
        self._backs_up = False
        with explained(self.path):
            was_open = self._database.close()
        if was_open and self._unwritable is None:
            note_closed(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything written inside is written whole or not at all, and no other process writes meanwhile.

        The lock is taken at the beginning (BEGIN IMMEDIATE), so that what was read inside is still true when it is
        written. May be nested. Raises StoreError.
        """
        if self._unwritable is not None:
            raise self._unwritable
        with explained(self.path), self._database.atomic("IMMEDIATE"):
            yield

    def _adopt(self, opened: Opened) -> None:
        self._database = opened.database
        self._recovery = opened.recovery
        self._unwritable = opened.unwritable
        self._records = records_of(self._database)
        self._job_row = row_of(self._records.job)
        self._changes_before = self._changes()

    def _back_up(self, make: Callable[[Path], Path | None]) -> Path | None:
        try:
            return None if self._unwritable else make(self.path)
        except StoreError as error:
            logger.warning("no backup was made: %s %s", error.sentence, error.detail)
            return None

    def _changes(self) -> int:
        """How many rows were written over this connection."""
        connection: Any = self._database.connection()  # type: ignore[no-untyped-call]
        return int(connection.total_changes)

    @contextmanager
    def _unflushed(self) -> Iterator[None]:
        """Transactions inside are safe from a crash of the program, not from a power cut; they cost no fsync."""
        if self._database.in_transaction() or self._unwritable is not None:
            yield  # SQLite changes this between transactions only.
            return
        with explained(self.path):
            self._database.synchronous = "normal"
        try:
            yield
        finally:
            with explained(self.path):
                self._database.synchronous = "full"

    def _jobs(self) -> Any:  # noqa: ANN401 - a Peewee query
        """Whole rows of the job table, whose `dicts()` are for `job_of`."""
        return self._records.job.select(self._job_row)

    def _job(self, job_id: str) -> Job:
        """The job with exactly this id. Raises JobNotFound. Call it inside a transaction or `explained`."""
        job = self._job_or_none(job_id)
        if job is None:
            raise JobNotFound(job_id)
        return job

    def _job_or_none(self, job_id: str) -> Job | None:
        record = self._records.job
        row = self._jobs().where(record.job_id == job_id).dicts().first()
        return job_of(row) if row else None

    def _change(self, job: Job, to: JobStatus, text: str = "", **values: Any) -> None:  # noqa: ANN401 - column values
        """The one place where a state changes: checked against the table of moves, with a line in the job's story.

        Call it inside a transaction in which `job` was read. Raises IllegalMove.
        """
        moves.check(job.status, to)
        self._update(job.job_id, status=to.value, **values)
        self._tell(job, EventKind.MOVED, text, status=to, attempt=values.get("attempts"))

    def _update(self, job_id: str, **values: Any) -> None:  # noqa: ANN401 - column values
        """Writes columns of one row, inside a transaction."""
        record = self._records.job
        record.update(**values).where(record.job_id == job_id).execute()

    def _tell(
        self,
        job: Job,
        kind: EventKind,
        text: str = "",
        *,
        slide: int | None = None,
        status: JobStatus | None = None,
        attempt: int | None = None,
    ) -> None:
        """Adds a line to the job's story, inside a transaction."""
        self._records.event.insert(
            job=job.job_id,
            at=time_text(now()),
            kind=kind.value,
            status=(status or job.status).value,
            attempt=job.attempts if attempt is None else attempt,
            text=text,
            slide=slide,
            session=self._session,
        ).execute()
