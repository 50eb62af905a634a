"""What can still be read in a damaged list of jobs, taken over into the one that takes its place.

Row by row, as a damaged page hides the rows on it and no others. Only rows in which nothing has to be mended: a page
that was written over may hold anything.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from peewee import DatabaseError

from slidecast_gui.jobs.database import judging
from slidecast_gui.jobs.database.backups import reading_address
from slidecast_gui.jobs.database.judging import Row
from slidecast_gui.jobs.database.records import records_of
from slidecast_gui.jobs.database.rules import as_text
from slidecast_gui.jobs.database.soundness import rows_of
from slidecast_gui.jobs.model import EventKind, JobStatus, now, time_text

logger = logging.getLogger(__name__)

_RESTORED = "Restored from a backup; start it if it has not been rendered since."
_SESSION = "restored"
_MOST_ROWS = 1_000_000
# SQLite quotes what is damaged in its messages, and Python finds that it is no text.
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
_GAP = 1000
"""So many rows in a row that cannot be read are the end of a table whose end cannot be read."""


def take_over(database: Any, damaged: Path) -> int:  # noqa: ANN401 - Peewee ships no types
    """Adds the jobs of the file `damaged` that `database` lacks, or has in another state; how many there were.

    Their stories, the edits of their slides and whether the queue is held come as well. Nothing where it cannot be
    read at all.
    """
    # Rows come in the order of their tables; whether what they refer to has come is seen to at the end.
    database.foreign_keys = 0
    try:
        with closing(sqlite3.connect(reading_address(damaged), uri=True)) as source, database.atomic("IMMEDIATE"):
            source.text_factory = as_text
            # A damaged index, or another table, need not hide this one.
            source.execute("PRAGMA writable_schema = on")
            records = records_of(database)
            if not _is_understood(source, records.job):
                return 0
            taken = _take_jobs(database, source, records.job._meta.sorted_fields)
            _take(database, source, records.event, "event_id", judging.is_sound_event)
            _take(database, source, records.slide_edit, "job_id, slide_id", judging.is_sound_edit)
            _take(database, source, records.queue_state, "state_id", judging.is_sound_hold)
            # A line of a story, or an edit, of a job that is lost.
            for table in ("job_event", "slide_edit"):
                database.execute_sql(f"DELETE FROM {table} WHERE job_id NOT IN (SELECT job_id FROM job)")
            database.execute_sql("UPDATE job SET retry_of = NULL WHERE retry_of NOT IN (SELECT job_id FROM job)")
            return taken
    except (*_UNREADABLE, DatabaseError) as error:
        logger.warning("nothing was taken over from %s: %s", damaged, error)
        return 0
    finally:
        database.foreign_keys = 1


def hold_unfinished(database: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """What was unfinished in a restored list may have been rendered since: it waits for the presenter."""
    records = records_of(database)
    job, paused = records.job, JobStatus.PAUSED.value
    with database.atomic("IMMEDIATE"):
        waiting = job.select(job.job_id, job.attempts).where(job.status.in_((JobStatus.QUEUED, JobStatus.RUNNING)))
        for job_id, attempts in list(waiting.tuples()):
            job.update(status=paused, reason=_RESTORED, owner=None, last_heartbeat=None).where(
                job.job_id == job_id
            ).execute()
            records.event.insert(
                job=job_id, at=time_text(now()), kind=EventKind.MOVED.value, status=paused, attempt=attempts,
                text=_RESTORED, session=_SESSION,
            ).execute()  # fmt: skip


def _take_jobs(database: Any, source: sqlite3.Connection, fields: list[Any]) -> int:  # noqa: ANN401 - as above
    blank = {field.column_name: None if field.null else field.default for field in fields}
    ours = {row["job_id"]: row for _, row in rows_of(database, "job")}
    judge = judging.JobJudge(fields)
    taken = 0
    for read in _rows(source, "job"):
        row = {**blank, **read}  # One of an older schema lacks some columns.
        if row != ours.get(row["job_id"]) and judge.is_sound(row):
            _write(database, "job", "job_id", row)
            taken += 1
    return taken


def _take(
    database: Any,  # noqa: ANN401 - Peewee ships no types
    source: sqlite3.Connection,
    model: Any,  # noqa: ANN401 - a Peewee model
    keys: str,
    is_sound: Callable[[Row], bool],
) -> None:
    table = model._meta.table_name
    for row in _rows(source, table) if _is_understood(source, model) else ():
        if is_sound(row):
            _write(database, table, keys, row)


def _is_understood(source: sqlite3.Connection, model: Any) -> bool:  # noqa: ANN401 - a Peewee model
    """Whether the table is there, with columns that we know; a table of jobs may be of an older schema."""
    ours, theirs = {field.column_name for field in model._meta.sorted_fields}, set(_columns(source, model))
    return bool(theirs) and (theirs <= ours if model._meta.table_name == "job" else theirs == ours)


def _write(database: Any, table: str, keys: str, row: Row) -> None:  # noqa: ANN401 - Peewee ships no types
    """Adds a row or changes the one with the same keys, without taking it out before: what refers to it would go."""
    names = ", ".join(f'"{name}"' for name in row)
    values = ", ".join("?" * len(row))
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in row)
    database.execute_sql(
        f"INSERT INTO {table} ({names}) VALUES ({values}) ON CONFLICT ({keys}) DO UPDATE SET {changes}",
        tuple(row.values()),
    )


def _rows(source: sqlite3.Connection, table: str) -> Iterator[Row]:
    """The rows of a table that can be read, one by one."""
    last, failed = _last_row(source, table), 0
    for rowid in range(1, last + 1):
        try:
            found = source.execute(f"SELECT * FROM {table} WHERE rowid = ?", (rowid,))
            row = found.fetchone()
        except _UNREADABLE:
            failed += 1
            if failed > _GAP and last == _MOST_ROWS:
                return
            continue
        if row is not None:
            failed = 0
            yield dict(zip((column[0] for column in found.description), row, strict=True))


def _columns(source: sqlite3.Connection, model: Any) -> list[str]:  # noqa: ANN401 - a Peewee model
    return [column[1] for column in source.execute(f"PRAGMA table_info({model._meta.table_name})")]


def _last_row(source: sqlite3.Connection, table: str) -> int:
    try:
        last = source.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
        return min(int(last or 0), _MOST_ROWS)
    except _UNREADABLE:
        return _MOST_ROWS
