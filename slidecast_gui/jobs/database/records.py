"""The tables as Peewee models. Private to `jobs/`: everybody else sees the frozen data of `model`.

A change here needs a migration with a frozen copy of the changed model (`migrations/`); a test compares the two.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from math import isfinite
from typing import Any

from peewee import (
    SQL,
    CompositeKey,
    Field,
    FloatField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
    fn,
)
from playhouse.sqlite_ext import AutoIncrementField

from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Stage
from slidecast_gui.jobs.errors import UnreadableRow
from slidecast_gui.jobs.model import CreatedFile, EventKind, Hold, Job, JobEvent, JobStatus, Owner, Wish, time_of
from slidecast_gui.settings import RenderSettings

_readable_json = partial(json.dumps, ensure_ascii=False)
TIMES = ("created_at", "started_at", "completed_at", "last_heartbeat", "not_before")
"""The columns of a job that hold a time."""
_MOST_PID = 2**31
_EVENT_KINDS, _STATUSES, _STAGES, _HOLDS, _WISHES = (
    frozenset(member.value for member in words) for words in (EventKind, JobStatus, Stage, Hold, Wish)
)


@dataclass(frozen=True, slots=True)
class Records:
    """The models of one open database."""

    job: Any
    event: Any
    queue_state: Any
    slide_edit: Any
    removed_job: Any


class _CheckedField(Field):
    """A column whose damaged values are said to be so: what Peewee makes of them raises whatever Python finds first."""

    def python_value(self, value: Any) -> Any:  # noqa: ANN401 - as Peewee's
        """The value in Python. Raises UnreadableRow."""
        try:
            return super().python_value(value)  # type: ignore[no-untyped-call]
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            raise UnreadableRow(f"{self.name}: {error}") from error


class WholeField(_CheckedField, IntegerField):
    """A whole number."""

    def python_value(self, value: Any) -> Any:  # noqa: ANN401 - as Peewee's
        """As above, at once for what needs no conversion: a page of jobs is thousands of values."""
        return value if type(value) is int else super().python_value(value)


class NumberField(_CheckedField, FloatField):
    """Any number."""

    def python_value(self, value: Any) -> Any:  # noqa: ANN401 - as Peewee's
        """As above, at once for what needs no conversion."""
        return value if type(value) is float else super().python_value(value)


class DataField(_CheckedField, JSONField):
    """What JSON can hold."""

    def python_value(self, value: Any) -> Any:  # noqa: ANN401 - as Peewee's
        """As above, at once for the empty list, which most columns of it hold."""
        return [] if value == "[]" else super().python_value(value)


def records_of(database: SqliteDatabase) -> Records:
    """The models, bound to `database`.

    Made per database because Peewee binds a class to one database for the whole process: two stores open at once
    (a test, an import of a queue) would write into each other.
    """

    class JobRecord(Model):
        job_id = TextField(primary_key=True)
        status = TextField()
        stage = TextField(default="")
        progress = WholeField(default=0)
        slide = WholeField(null=True)
        reason = TextField(default="")
        error = TextField(default="")
        error_kind = TextField(default="")
        error_detail = TextField(default="")
        deck_path = TextField(index=True)
        deck_sha256 = TextField(default="")
        deck_title = TextField(default="")
        slide_count = WholeField(default=0)
        settings = DataField(dumps=_readable_json)
        video_path = TextField(default="")
        thumbnail_path = TextField(default="")
        slide_image_path = TextField(default="")
        captions = DataField(dumps=_readable_json)
        created_files = DataField(dumps=_readable_json)
        duration_s = NumberField(default=0.0)
        warnings = WholeField(default=0)
        pieces_made = WholeField(default=0)
        pieces_reused = WholeField(default=0)
        created_at = TextField()
        started_at = TextField(null=True)
        completed_at = TextField(null=True)
        last_heartbeat = TextField(null=True)
        owner = TextField(null=True)
        attempts = WholeField(default=0)
        unclean_ends = WholeField(default=0)
        position = WholeField()
        retry_of = ForeignKeyField("self", column_name="retry_of", null=True, on_delete="SET NULL")
        not_before = TextField(null=True)
        tries = WholeField(default=0)
        # The `path_key` of the file the job wants to make, by which two that want the same one are found.
        target = TextField(default="", index=True)
        wish = TextField(default="")
        deaths = WholeField(default=0)
        died_at = TextField(default="")

        class Meta:
            table_name = "job"
            legacy_table_names = False
            # Status comes first in this index, so it serves "all that failed" as well as "the queue in its order".
            indexes = ((("status", "position"), False),)

    class EventRecord(Model):
        # Numbers are never used again, even after rows were removed: `news` asks for what is newer than the last seen.
        event_id = AutoIncrementField()
        job = ForeignKeyField(JobRecord, column_name="job_id", on_delete="CASCADE")
        at = TextField()
        kind = TextField()
        status = TextField()
        attempt = WholeField()
        text = TextField(default="")
        slide = WholeField(null=True)
        # Which open store wrote the line, so that a window can tell its own changes from another process's.
        session = TextField()

        class Meta:
            table_name = "job_event"
            legacy_table_names = False

    class QueueStateRecord(Model):
        # One row, or none as long as nobody has held the queue.
        state_id = WholeField(primary_key=True)
        hold = TextField()
        last = DataField(dumps=_readable_json)

        class Meta:
            table_name = "queue_state"
            legacy_table_names = False

    class SlideEditRecord(Model):
        job = ForeignKeyField(JobRecord, column_name="job_id", on_delete="CASCADE")
        slide_id = TextField()
        edit = DataField(dumps=_readable_json)

        class Meta:
            table_name = "slide_edit"
            legacy_table_names = False
            primary_key = CompositeKey("job", "slide_id")

    class RemovedJobRecord(Model):
        # Raw rows of the other tables, as JSON: whatever columns they have, they are put back by the same program.
        job_id = TextField(primary_key=True)
        removed_at = TextField()
        kept = DataField(dumps=_readable_json)

        class Meta:
            table_name = "removed_job"
            legacy_table_names = False

    # The same expression as `moment_of`, or SQLite does not see that the index serves it.
    JobRecord.add_index(JobRecord.index(moment_of(JobRecord).desc(), JobRecord.job_id, name="job_moment"))

    models = (JobRecord, EventRecord, QueueStateRecord, SlideEditRecord, RemovedJobRecord)
    database.bind(models, bind_refs=False, bind_backrefs=False)
    return Records(*models)


def row_of(record: Any) -> SQL:  # noqa: ANN401 - Peewee ships no types
    """All columns of a table, to be selected; written out once, as to do that for a query takes longer than a row."""
    return SQL(", ".join(f'"{field.column_name}"' for field in record._meta.sorted_fields))


def moment_of(record: Any) -> Any:  # noqa: ANN401 - Peewee ships no types
    """`Job.moment` as the table can be asked for it."""
    return fn.COALESCE(record.completed_at, record.created_at)


def job_of(row: dict[str, Any]) -> Job:
    """The job of a row of the job table, as Peewee's `dicts()` gives it. Raises UnreadableRow for a damaged one."""
    try:
        return _job_of(dict(row))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise UnreadableRow(f"job {row.get('job_id')}: {error}") from error


def event_of(row: dict[str, Any]) -> JobEvent | None:
    """The line of a job's story in a row of the event table; None for one of a sort that only another program knows.

    Raises UnreadableRow for a damaged one.
    """
    if row["kind"] not in _EVENT_KINDS or row["status"] not in _STATUSES:
        return None
    try:
        at = aware_time_of(row["at"])
    except (TypeError, ValueError) as error:
        raise UnreadableRow(f"event {row.get('event_id')}: {error}") from error
    if at is None:
        raise UnreadableRow(f"event {row.get('event_id')} has no time")
    return JobEvent(at, EventKind(row["kind"]), JobStatus(row["status"]), row["attempt"], row["text"], row["slide"])


def created_files_of(stored: Any) -> tuple[CreatedFile, ...]:  # noqa: ANN401 - what JSON held
    """The files in the column of a job. Raises UnreadableRow."""
    try:
        files = tuple(CreatedFile(made["path"], made["size"]) for made in stored)
    except (KeyError, TypeError) as error:
        raise UnreadableRow(f"created_files: {error!r}") from error
    if not all(isinstance(made.path, str) and type(made.size) is int for made in files):
        raise UnreadableRow("created_files: a path or a size of another type")
    return files


def hold_of(row: dict[str, Any] | None) -> tuple[Hold, list[str]]:
    """Whether the queue is held, and the jobs it is to pause after, by its row, if any. Raises UnreadableRow."""
    if row is None:
        return Hold.OFF, []
    last = row["last"]
    if row["hold"] not in _HOLDS or not isinstance(last, list) or not all(isinstance(job_id, str) for job_id in last):
        raise UnreadableRow(f"queue_state: {row}")
    return Hold(row["hold"]), last


def owner_of(text: str | None) -> Owner | None:
    """The owner in the column of a job. Raises ValueError, and TypeError, for what is none."""
    if not text:
        return None
    owner = Owner.from_text(text)
    if not 0 < owner.pid < _MOST_PID or not isfinite(owner.started):
        raise ValueError(f"no process is {text!r}")
    return owner


def aware_time_of(text: str | None) -> datetime | None:
    """The moment that `time_text` wrote. Raises ValueError, and TypeError, for what it cannot have written."""
    moment = time_of(text)
    if moment is not None and moment.tzinfo is None:
        raise ValueError(f"{text!r} is of no time zone")
    return moment


def _job_of(values: dict[str, Any]) -> Job:
    values["status"] = JobStatus(values["status"])
    # What only shows where a render is, or is to become of it, must not cost the job where another program knows it.
    values["wish"] = Wish(values["wish"]) if values["wish"] in _WISHES else Wish.NONE
    values["stage"] = Stage(values["stage"]) if values["stage"] in _STAGES else None
    values["captions"] = tuple(values["captions"])
    values["created_files"] = created_files_of(values["created_files"])
    values["owner"] = owner_of(values["owner"])
    for name in TIMES:
        values[name] = aware_time_of(values[name])
    try:
        values["settings"] = RenderSettings.from_dict(values["settings"])
    except SlidecastError as error:
        # One row of another version must not hide the whole list; the job says so when it is started.
        values["settings"] = RenderSettings()
        values["settings_error"] = error.sentence
    return Job(**values)
