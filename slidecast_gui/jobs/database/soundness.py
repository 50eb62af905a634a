"""Damage that costs little: the pages of the file fit together, but a value in them, or an index, has been damaged.

A value that nobody can have written must neither hide the other jobs nor cost them a restored backup: it is replaced by
the least that is true (`judging`), and a row with nothing to save is taken out. An index that does not fit its table,
which would hide rows from some questions and not from others, is made again. The file as it was is kept beside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import DatabaseError, IntegrityError

from slidecast_gui.jobs.database import judging
from slidecast_gui.jobs.database.backups import copy_database
from slidecast_gui.jobs.database.faults import store_error
from slidecast_gui.jobs.database.judging import Row
from slidecast_gui.jobs.database.records import records_of
from slidecast_gui.jobs.database.recovery import Recovery, forget_older_copies, free_name
from slidecast_gui.jobs.database.rules import EVENT_RULES, in_doubt, teach
from slidecast_gui.jobs.errors import StoreError, StoreErrorKind

_MOST_EVENTS = 2**53


@dataclass(frozen=True, slots=True)
class _Repair:
    """A statement that mends a row, or takes it out, and how many jobs are lost by it."""

    sql: str
    values: tuple[Any, ...]
    jobs_lost: int = 0


def mend(database: Any, path: Path) -> Recovery | None:  # noqa: ANN401 - Peewee ships no types
    """Looks through the whole file, and mends what can be, after the file was copied; None where all is well.

    Raises StoreError where that cannot be done.
    """
    teach(database)
    whole = _is_whole(database)
    if whole and not any(True for _ in _repairs(database)):
        return None
    kept = free_name(path)
    copy_database(path, kept)
    try:
        with database.atomic("IMMEDIATE"):
            if not whole:
                database.execute_sql("REINDEX")
            repairs = list(_repairs(database))
            for repair in repairs:
                database.execute_sql(repair.sql, repair.values)
            if not whole and not _is_whole(database):
                raise store_error(StoreErrorKind.DAMAGED, path, "its pages do not fit together")
    except (StoreError, DatabaseError) as error:
        # The file itself is put aside by what comes next.
        kept.unlink(missing_ok=True)
        if isinstance(error, IntegrityError):
            raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error
        raise
    forget_older_copies(path)
    return Recovery(kept, jobs_lost=sum(repair.jobs_lost for repair in repairs))


def mend_hold(database: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Takes out a row of the queue that does not say whether it is held: nothing could be asked of it."""
    for repair in list(_hold_repairs(database)):
        with database.atomic("IMMEDIATE"):
            database.execute_sql(repair.sql, repair.values)


def rows_of(database: Any, table: str, where: str = "TRUE") -> Iterator[tuple[int, Row]]:  # noqa: ANN401 - as above
    """Rows of a table by their row ids, as SQLite has them: Peewee would convert what is to be judged."""
    cursor = database.execute_sql(f"SELECT rowid, * FROM {table} WHERE {where}")
    names = [column[0] for column in cursor.description[1:]]
    for rowid, *values in cursor:
        yield rowid, dict(zip(names, values, strict=True))


def _is_whole(database: Any) -> bool:  # noqa: ANN401 - Peewee ships no types
    try:
        return bool(database.pragma("integrity_check(1)") == "ok")
    except DatabaseError:
        return False


def _repairs(database: Any) -> Iterator[_Repair]:  # noqa: ANN401 - Peewee ships no types
    yield from _job_repairs(database)
    for rowid, _ in rows_of(database, "job_event", in_doubt(EVENT_RULES)):
        yield _Repair("DELETE FROM job_event WHERE rowid = ?", (rowid,))
    for rowid, row in rows_of(database, "slide_edit"):
        if not judging.is_sound_edit(row):
            yield _Repair("DELETE FROM slide_edit WHERE rowid = ?", (rowid,))
    yield from _hold_repairs(database)
    yield from _number_repairs(database)


def _job_repairs(database: Any) -> Iterator[_Repair]:  # noqa: ANN401 - Peewee ships no types
    judge = judging.JobJudge(records_of(database).job._meta.sorted_fields)
    for rowid, row in rows_of(database, "job", in_doubt(judge.rules)):
        changes = judge.mended(row, rowid, None)
        if changes and "status" in changes:
            changes = judge.mended(row, rowid, _last_status(database, row["job_id"]))
        if changes is None:
            yield _Repair("DELETE FROM job WHERE rowid = ?", (rowid,), jobs_lost=1)
        elif changes:
            assignments = ", ".join(f'"{name}" = ?' for name in changes)
            yield _Repair(f"UPDATE job SET {assignments} WHERE rowid = ?", (*changes.values(), rowid))


def _last_status(database: Any, job_id: str) -> str | None:  # noqa: ANN401 - Peewee ships no types
    """The state of a job after the last line of its story."""
    query = "SELECT status FROM job_event WHERE job_id = ? ORDER BY event_id DESC LIMIT 1"
    row = database.execute_sql(query, (job_id,)).fetchone()
    return row[0] if row else None


def _hold_repairs(database: Any) -> Iterator[_Repair]:  # noqa: ANN401 - Peewee ships no types
    for rowid, row in rows_of(database, "queue_state"):
        if not judging.is_sound_hold(row):
            yield _Repair("DELETE FROM queue_state WHERE rowid = ?", (rowid,))


def _number_repairs(database: Any) -> Iterator[_Repair]:  # noqa: ANN401 - Peewee ships no types
    """The number that the next line of a story gets is kept by SQLite: after its largest there is none."""
    query = "SELECT count(*) FROM sqlite_sequence WHERE name = 'job_event' AND (typeof(seq) != 'integer' OR seq > ?)"
    if database.execute_sql(query, (_MOST_EVENTS,)).fetchone()[0]:
        sound = "SELECT coalesce(max(event_id), 0) FROM job_event WHERE event_id < ?"
        yield _Repair(f"UPDATE sqlite_sequence SET seq = ({sound}) WHERE name = 'job_event'", (_MOST_EVENTS,))
