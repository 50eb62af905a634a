"""Rows that nobody can have written: the pages of the file fit together, but a value in them has been damaged.

One such row must neither hide the others nor cost them a restored backup: it is taken out, and the file as it was is
kept beside.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from slidecast_gui.events import Stage
from slidecast_gui.jobs.backups import copy_database
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


def take_out_damaged_rows(database: Any, path: Path) -> Recovery | None:  # noqa: ANN401 - Peewee ships no types
    """Takes damaged rows out of the tables, after the file was copied; None where there are none. Raises StoreError."""
    if not _damaged(database, "job", _A_JOB_IS_DAMAGED) and not _damaged(database, "job_event", _AN_EVENT_IS_DAMAGED):
        return None
    kept = free_name(path)
    copy_database(path, kept)
    with database.atomic("IMMEDIATE"):
        jobs = _damaged(database, "job", _A_JOB_IS_DAMAGED)
        database.execute_sql(f"DELETE FROM job WHERE {_A_JOB_IS_DAMAGED}")
        database.execute_sql(f"DELETE FROM job_event WHERE {_AN_EVENT_IS_DAMAGED}")
    return Recovery(kept, jobs_lost=jobs)


def _damaged(database: Any, table: str, condition: str) -> int:  # noqa: ANN401 - Peewee ships no types
    return int(database.execute_sql(f"SELECT count(*) FROM {table} WHERE {condition}").fetchone()[0])
