"""What becomes of a row in which a value is damaged, by the `rules` of its columns.

A value that is damaged is replaced by the least that is true, so that the row stays: what only adorns a job is emptied,
its state is what its story says. Values that only a newer program knows are no damage.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from peewee import Field, FloatField, IntegerField, JSONField

from slidecast_gui.jobs.database.records import TIMES, hold_of, job_of
from slidecast_gui.jobs.database.rules import EVENT_RULES, is_read, job_rules, json_of
from slidecast_gui.jobs.model import JobStatus, now, time_text

DAMAGED_HERE = "This entry was damaged in the list of jobs; look at its settings before you start it."

_STEP = 1024  # As the store puts new jobs: a job's row tells about where it stood.
_NEEDED = ("job_id", "deck_path")
_STATUSES = frozenset(JobStatus)

Row = dict[str, Any]
"""A row as SQLite gives it, by column names."""


class JobJudge:
    """Judges rows of the job table, column by column; `rules` are those it goes by."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = {field.column_name: field for field in fields}
        self.rules = job_rules(self._fields.values())

    def is_sound(self, row: Row) -> bool:
        """Whether there is nothing to be mended in a row."""
        return self.mended(row, 1, None) == {}

    def mended(self, row: Row, rowid: int, last_status: str | None) -> Row | None:
        """What has to be written into a row, empty where all is well; None where it cannot be a job.

        `last_status` is the last line of the job's story: its state after it.
        """
        if not all(isinstance(row[name], str) and row[name] for name in _NEEDED):
            return None
        bad = [name for name, rule in self.rules.items() if not rule.holds(row[name])]
        if not bad:
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
        return is_read(
            job_of,
            {name: json_of(value) if isinstance(fields[name], JSONField) else value for name, value in row.items()},
        )


def is_sound_event(row: Row) -> bool:
    """Whether a row of the event table can be read, or passed over as one of a newer program."""
    return all(rule.holds(row[name]) for name, rule in EVENT_RULES.items())


def is_sound_edit(row: Row) -> bool:
    """Whether a row of the table of edits holds one."""
    named = isinstance(row["job_id"], str) and isinstance(row["slide_id"], str)
    return named and isinstance(json_of(row["edit"]), dict)


def is_sound_hold(row: Row) -> bool:
    """Whether the queue's row says what it is to do."""
    return row["state_id"] is not None and is_read(hold_of, {**row, "last": json_of(row["last"])})


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
