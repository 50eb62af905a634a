"""Damage that costs little: the pages of the file fit together, but a value in them, or an index, has been damaged.

A row that nobody can have written must neither hide the others nor cost them a restored backup: it is taken out. An
index that does not fit its table, which would hide rows from some questions and not from others, is made again. The
file as it was is kept beside.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from peewee import DatabaseError, IntegrityError

from slidecast_gui.events import Stage
from slidecast_gui.jobs.backups import copy_database
from slidecast_gui.jobs.errors import StoreErrorKind
from slidecast_gui.jobs.faults import store_error
from slidecast_gui.jobs.model import EventKind, JobStatus
from slidecast_gui.jobs.recovery import Recovery, free_name


def _listed(values: Any) -> str:  # noqa: ANN401 - any enum of words
    return ", ".join(f"'{value}'" for value in values)


_A_JOB_IS_DAMAGED = f"""
    status NOT IN ({_listed(JobStatus)}) OR stage NOT IN ('', {_listed(Stage)})
    OR NOT json_valid(settings) OR json_type(settings) != 'object'
    OR NOT json_valid(captions) OR json_type(captions) != 'array'
    OR NOT json_valid(created_files) OR json_type(created_files) != 'array'
    OR julianday(created_at) IS NULL OR julianday(coalesce(started_at, 'now')) IS NULL
    OR julianday(coalesce(completed_at, 'now')) IS NULL OR julianday(coalesce(last_heartbeat, 'now')) IS NULL
    OR julianday(coalesce(not_before, 'now')) IS NULL OR owner NOT GLOB '[0-9]* [0-9]* *'
"""
_AN_EVENT_IS_DAMAGED = f"""
    kind NOT IN ({_listed(EventKind)}) OR status NOT IN ({_listed(JobStatus)}) OR julianday(at) IS NULL
"""
_AN_EDIT_IS_DAMAGED = "NOT json_valid(edit) OR json_type(edit) != 'object'"

_DAMAGED = {"job": _A_JOB_IS_DAMAGED, "job_event": _AN_EVENT_IS_DAMAGED, "slide_edit": _AN_EDIT_IS_DAMAGED}
"""What is damaged in each table."""


def mend(database: Any, path: Path) -> Recovery | None:  # noqa: ANN401 - Peewee ships no types
    """Makes indexes fit and takes damaged rows out, after the file was copied; None where all is well.

    Raises StoreError where that cannot be done.
    """
    fit = _indexes_fit(database)
    if fit and not any(_count_damaged(database, table) for table in _DAMAGED):
        return None
    kept = free_name(path)
    copy_database(path, kept)
    with database.atomic("IMMEDIATE"):
        if not fit:
            _index_again(database, path)
        jobs = _count_damaged(database, "job")
        for table, damaged in _DAMAGED.items():
            database.execute_sql(f"DELETE FROM {table} WHERE {damaged}")
    return Recovery(kept, jobs_lost=jobs)


def _indexes_fit(database: Any) -> bool:  # noqa: ANN401 - Peewee ships no types
    try:
        return bool(database.pragma("integrity_check(1)") == "ok")
    except DatabaseError:
        return False  # The tables were found whole before: it is an index that cannot even be read.


def _index_again(database: Any, path: Path) -> None:  # noqa: ANN401 - Peewee ships no types
    try:
        database.execute_sql("REINDEX")
    except IntegrityError as error:
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error


def _count_damaged(database: Any, table: str) -> int:  # noqa: ANN401 - Peewee ships no types
    return int(database.execute_sql(f"SELECT count(*) FROM {table} WHERE {_DAMAGED[table]}").fetchone()[0])
