"""What the columns of a row can hold: Python, which has to read them, is the judge.

A value that is damaged is replaced by the least that is true, so that the row stays: what only adorns a job is emptied,
its state is what its story says. Values that only a newer program knows are no damage.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

from peewee import Field, FloatField, IntegerField, JSONField

from slidecast_gui.jobs.database.records import TIMES, aware_time_of, created_files_of, hold_of, job_of, owner_of
from slidecast_gui.jobs.errors import UnreadableRow
from slidecast_gui.jobs.model import JobStatus, now, time_text
from slidecast_gui.settings import RenderSettings, SettingsError

DAMAGED_HERE = "This entry was damaged in the list of jobs; look at its settings before you start it."

_STEP = 1024  # As the store puts new jobs: a job's row tells about where it stood.
_MOST_WHOLE = 2**31
_MOST_PLACE = 2**53
_MOST_NUMBER = 1e9
_YEARS = range(1970, 2200)
"""From where computers begin to count that have lost the time."""
_NEEDED = ("job_id", "deck_path")
_STATUSES = frozenset(JobStatus)

Row = dict[str, Any]
"""A row as SQLite gives it, by column names."""


class JobJudge:
    """Judges rows of the job table, column by column. Made once for many rows, as ten thousand are looked through."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = {field.column_name: field for field in fields}
        self._is_sound = [(name, _soundness_of(field)) for name, field in self._fields.items()]

    def is_sound(self, row: Row) -> bool:
        """Whether there is nothing to be mended in a row."""
        return self.mended(row, 1, None) == {}

    def mended(self, row: Row, rowid: int, last_status: str | None) -> Row | None:
        """What has to be written into a row, empty where all is well; None where it cannot be a job.

        `last_status` is the last line of the job's story: its state after it.
        """
        if not all(isinstance(row[name], str) and row[name] for name in _NEEDED):
            return None
        bad = [name for name, is_sound in self._is_sound if not is_sound(row[name])]
        if not bad and row["status"] in _STATUSES:
            return {}
        changes = {name: _replacement(self._fields[name], row[name]) for name in bad}
        if "position" in changes:
            changes["position"] = rowid * _STEP
        if "created_at" in changes:
            changes["created_at"] = time_text(now())
        status = changes.get("status", row["status"])
        if status not in _STATUSES:
            guessed = JobStatus.PAUSED if row["completed_at"] is None else JobStatus.CANCELLED
            status = changes["status"] = last_status if last_status in _STATUSES else guessed.value
        if changes.keys() & {"status", "settings", "owner"} and not JobStatus(status).ended:
            # Nothing starts by itself of which it is not known what was asked for, or whether it was done.
            changes |= {"status": JobStatus.PAUSED.value, "reason": DAMAGED_HERE, "owner": None}
        return changes if self._is_readable({**row, **changes}) else None

    def _is_readable(self, row: Row) -> bool:
        fields = self._fields
        return _is_read(
            job_of,
            {name: _json(value) if isinstance(fields[name], JSONField) else value for name, value in row.items()},
        )


def is_sound_event(row: Row) -> bool:
    """Whether a row of the event table can be read, or passed over as one of a newer program."""
    texts = ("job_id", "at", "kind", "status", "text", "session")
    if not all(isinstance(row[name], str) for name in texts) or not _is_time(row["at"]):
        return False
    if not _is_whole(row["attempt"]) or not (row["slide"] is None or _is_whole(row["slide"])):
        return False
    return bool(0 < row["event_id"] < _MOST_PLACE)


def is_sound_edit(row: Row) -> bool:
    """Whether a row of the table of edits holds one."""
    named = isinstance(row["job_id"], str) and isinstance(row["slide_id"], str)
    return named and isinstance(_json(row["edit"]), dict)


def is_sound_hold(row: Row) -> bool:
    """Whether the queue's row says what it is to do."""
    return row["state_id"] is not None and _is_read(hold_of, {**row, "last": _json(row["last"])})


def _soundness_of(field: Field) -> Callable[[Any], bool]:
    """What says whether a value of one column is one that Slidecast can have written."""
    judge = _judge_of(field)
    return (lambda value: value is None or judge(value)) if field.null else judge


def _judge_of(field: Field) -> Callable[[Any], bool]:
    name = field.column_name
    if name in TIMES:
        return _is_time
    if name == "owner":
        return partial(_is_read, owner_of)
    if isinstance(field, JSONField):
        return lambda value: isinstance(value, str) and _is_data(name, value)
    if isinstance(field, IntegerField):
        most = {"progress": 101, "position": _MOST_PLACE}.get(name, _MOST_WHOLE)
        least = -_MOST_PLACE if name == "position" else 0
        return lambda value: type(value) is int and least <= value < most
    if isinstance(field, FloatField):
        return lambda value: isinstance(value, int | float) and 0 <= value < _MOST_NUMBER
    return lambda value: isinstance(value, str) and "\0" not in value


def _replacement(field: Field, value: Any) -> Any:  # noqa: ANN401 - a value of a row
    """What takes the place of a value of one column that is not sound."""
    name = field.column_name
    if name in TIMES or field.null:
        return None
    if isinstance(field, JSONField):
        return json.dumps({} if name == "settings" else [])
    if isinstance(field, IntegerField):
        return 0
    if isinstance(field, FloatField):
        return 0.0
    # A blank of which one bit has fallen over; no system opens a file of such a name.
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else ""


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
