"""What the columns of a row can hold: Python, which has to read them, is the judge.

A value that is damaged is replaced by the least that is true, so that the row stays: what only adorns a job is emptied,
its state is what its story says. Values that only a newer program knows are no damage.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from peewee import Field, FloatField, ForeignKeyField, IntegerField, JSONField

from slidecast_gui.jobs.errors import UnreadableRow
from slidecast_gui.jobs.model import Job, JobStatus, now, time_text
from slidecast_gui.jobs.records import TIMES, aware_time_of, created_files_of, event_of, hold_of, job_of, owner_of
from slidecast_gui.settings import RenderSettings, SettingsError

DAMAGED_HERE = "This entry was damaged in the list of jobs; look at its settings before you start it."

_STEP = 1024  # As the store puts new jobs: a job's row tells about where it stood.
_MOST_WHOLE = 2**31
_MOST_PLACE = 2**53
_MOST_NUMBER = 1e9
_YEARS = range(1970, 2200)
"""From where computers begin to count that have lost the time."""
_NEEDED = ("job_id", "deck_path")

Row = dict[str, Any]
"""A row as SQLite gives it, by column names."""


def mended_job(row: Row, rowid: int, fields: list[Any], last_status: str | None) -> Row | None:
    """What has to be written into a row of the job table, empty where all is well; None where it cannot be a job.

    `last_status` is the last line of the job's story: its state after it.
    """
    if not all(isinstance(row[name], str) and row[name] for name in _NEEDED):
        return None
    changes = {}
    for field in fields:
        value = row[field.column_name]
        mended = _mended_value(field, value)
        # Compared as well by type: a damaged 1.0 equals the 1 that it should be.
        if mended != value or type(mended) is not type(value):
            changes[field.column_name] = mended
    if "position" in changes:
        changes["position"] = rowid * _STEP
    if "created_at" in changes:
        changes["created_at"] = time_text(now())
    status = changes.get("status", row["status"])
    if status not in tuple(JobStatus):
        guessed = JobStatus.PAUSED if row["completed_at"] is None else JobStatus.CANCELLED
        status = changes["status"] = last_status if last_status in tuple(JobStatus) else guessed.value
    if changes.keys() & {"status", "settings", "owner"} and not JobStatus(status).ended:
        # Nothing starts by itself of which it is not known what was asked for, or whether it was done.
        changes |= {"status": JobStatus.PAUSED.value, "reason": DAMAGED_HERE, "owner": None}
    try:
        _readable_job({**row, **changes}, fields)
    except UnreadableRow:
        return None
    return changes


def is_sound_job(row: Row, fields: list[Any]) -> bool:
    """Whether there is nothing to be mended in a row of the job table."""
    return mended_job(row, 1, fields, None) == {}


def is_sound_event(row: Row) -> bool:
    """Whether a row of the event table can be read, or passed over as one of a newer program."""
    texts = ("job_id", "at", "kind", "status", "text", "session")
    if not all(isinstance(row[name], str) for name in texts) or not _is_time(row["at"]):
        return False
    if not _is_whole(row["attempt"]) or not (row["slide"] is None or _is_whole(row["slide"])):
        return False
    return 0 < row["event_id"] < _MOST_PLACE and _is_read(event_of, row)


def is_sound_edit(row: Row) -> bool:
    """Whether a row of the table of edits holds one."""
    named = isinstance(row["job_id"], str) and isinstance(row["slide_id"], str)
    return named and isinstance(_json(row["edit"]), dict)


def is_sound_hold(row: Row) -> bool:
    """Whether the queue's row says what it is to do."""
    return row["state_id"] is not None and _is_read(hold_of, {**row, "last": _json(row["last"])})


def _readable_job(row: Row, fields: list[Any]) -> Job:
    """Raises UnreadableRow."""
    names = {field.column_name: field for field in fields}
    return job_of({name: _json(value) if isinstance(names[name], JSONField) else value for name, value in row.items()})


def _mended_value(field: Field, value: Any) -> Any:  # noqa: ANN401 - a value of a row
    """The value of one column, or what takes its place."""
    if value is None and field.null:
        return None
    name = field.column_name
    if name in TIMES:
        return value if _is_time(value) else None
    if name == "owner":
        return value if _is_read(owner_of, value) else None
    if isinstance(field, JSONField):
        return (
            value if isinstance(value, str) and _is_data(name, value) else json.dumps({} if name == "settings" else [])
        )
    if isinstance(field, IntegerField):
        most = {"progress": 101, "position": _MOST_PLACE}.get(name, _MOST_WHOLE)
        least = -_MOST_PLACE if name == "position" else 0
        return value if type(value) is int and least <= value < most else _nothing(field, 0)
    if isinstance(field, FloatField):
        return value if isinstance(value, int | float) and 0 <= value < _MOST_NUMBER else _nothing(field, 0.0)
    if not isinstance(value, str):
        return None if field.null or isinstance(field, ForeignKeyField) else ""
    # A blank of which one bit has fallen over; no system opens a file of such a name.
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _nothing(field: Field, zero: float) -> float | None:
    return None if field.null else zero


@lru_cache(maxsize=1000)
def _is_data(name: str, text: str) -> bool:
    """Whether a column of JSON holds what it is to hold. Remembered: most jobs have the settings of another one."""
    stored = _json(text)
    if name == "settings":
        return isinstance(stored, dict) and _is_read(_settings_of, stored)
    if name == "created_files":
        return isinstance(stored, list) and _is_read(created_files_of, stored)
    if name == "captions":
        return isinstance(stored, list) and all(isinstance(one, str) for one in stored)
    return stored is not None


def _settings_of(stored: Row) -> None:
    """Raises TypeError for values of a type that no version has."""
    try:
        settings = RenderSettings.from_dict(stored)
    except SettingsError:
        return  # Of another version, which the job says when it is started.
    if not isinstance(settings.output, str) or not isinstance(settings.voice, str):
        raise TypeError(f"{settings.output!r} or {settings.voice!r} is no text")


def _is_time(value: Any) -> bool:  # noqa: ANN401 - a value of a row
    try:
        moment = aware_time_of(value)
        return moment is not None and moment.year in _YEARS
    except (TypeError, ValueError):
        return False


def _is_whole(value: Any) -> bool:  # noqa: ANN401 - a value of a row
    return type(value) is int and 0 <= value < _MOST_WHOLE


def _json(value: Any) -> Any:  # noqa: ANN401 - a value of a row
    """What JSON text holds; None, which no column holds, where it is none."""
    try:
        stored = json.loads(value)
    except (TypeError, ValueError, RecursionError):
        return None
    return stored


def _is_read(read: Callable[[Any], object], value: Any) -> bool:  # noqa: ANN401 - a value of a row
    try:
        read(value)
    except (UnreadableRow, TypeError, ValueError, OverflowError, AttributeError):
        return False
    return True
