"""The tables as Peewee models. Private to `jobs/`: everybody else sees the frozen data of `model`.

A change here needs a migration with a frozen copy of the changed model (`migrations/`); a test compares the two.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

from peewee import (
    CompositeKey,
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
from slidecast_gui.jobs.model import CreatedFile, EventKind, Job, JobEvent, JobStatus, Owner, Wish, time_of
from slidecast_gui.settings import RenderSettings

_readable_json = partial(json.dumps, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Records:
    """The models of one open database."""

    job: Any
    event: Any
    queue_state: Any
    slide_edit: Any
    removed_job: Any


def records_of(database: SqliteDatabase) -> Records:
    """The models, bound to `database`.

    Made per database because Peewee binds a class to one database for the whole process: two stores open at once
    (a test, an import of a queue) would write into each other.
    """

    class JobRecord(Model):
        job_id = TextField(primary_key=True)
        status = TextField()
        stage = TextField(default="")
        progress = IntegerField(default=0)
        slide = IntegerField(null=True)
        reason = TextField(default="")
        error = TextField(default="")
        error_kind = TextField(default="")
        error_detail = TextField(default="")
        deck_path = TextField(index=True)
        deck_sha256 = TextField(default="")
        deck_title = TextField(default="")
        slide_count = IntegerField(default=0)
        settings = JSONField(dumps=_readable_json)
        video_path = TextField(default="")
        thumbnail_path = TextField(default="")
        slide_image_path = TextField(default="")
        captions = JSONField(dumps=_readable_json)
        created_files = JSONField(dumps=_readable_json)
        duration_s = FloatField(default=0.0)
        warnings = IntegerField(default=0)
        pieces_made = IntegerField(default=0)
        pieces_reused = IntegerField(default=0)
        created_at = TextField()
        started_at = TextField(null=True)
        completed_at = TextField(null=True)
        last_heartbeat = TextField(null=True)
        owner = TextField(null=True)
        attempts = IntegerField(default=0)
        unclean_ends = IntegerField(default=0)
        position = IntegerField()
        retry_of = ForeignKeyField("self", column_name="retry_of", null=True, on_delete="SET NULL")
        not_before = TextField(null=True)
        tries = IntegerField(default=0)
        # The `path_key` of the file the job wants to make, by which two that want the same one are found.
        target = TextField(default="", index=True)
        wish = TextField(default="")
        deaths = IntegerField(default=0)
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
        attempt = IntegerField()
        text = TextField(default="")
        slide = IntegerField(null=True)
        # Which open store wrote the line, so that a window can tell its own changes from another process's.
        session = TextField()

        class Meta:
            table_name = "job_event"
            legacy_table_names = False

    class QueueStateRecord(Model):
        # One row, or none as long as nobody has held the queue.
        state_id = IntegerField(primary_key=True)
        hold = TextField()
        last = JSONField(dumps=_readable_json)

        class Meta:
            table_name = "queue_state"
            legacy_table_names = False

    class SlideEditRecord(Model):
        job = ForeignKeyField(JobRecord, column_name="job_id", on_delete="CASCADE")
        slide_id = TextField()
        edit = JSONField(dumps=_readable_json)

        class Meta:
            table_name = "slide_edit"
            legacy_table_names = False
            primary_key = CompositeKey("job", "slide_id")

    class RemovedJobRecord(Model):
        # Raw rows of the other tables, as JSON: whatever columns they have, they are put back by the same program.
        job_id = TextField(primary_key=True)
        removed_at = TextField()
        kept = JSONField(dumps=_readable_json)

        class Meta:
            table_name = "removed_job"
            legacy_table_names = False

    # The same expression as `moment_of`, or SQLite does not see that the index serves it.
    JobRecord.add_index(JobRecord.index(moment_of(JobRecord).desc(), JobRecord.job_id, name="job_moment"))

    models = (JobRecord, EventRecord, QueueStateRecord, SlideEditRecord, RemovedJobRecord)
    database.bind(models, bind_refs=False, bind_backrefs=False)
    return Records(*models)


def moment_of(record: Any) -> Any:  # noqa: ANN401 - Peewee ships no types
    """`Job.moment` as the table can be asked for it."""
    return fn.COALESCE(record.completed_at, record.created_at)


def job_of(row: dict[str, Any]) -> Job:
    """The job of a row of the job table, as Peewee's `dicts()` gives it. Raises UnreadableRow for a damaged one."""
    try:
        return _job_of(dict(row))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableRow(f"job {row.get('job_id')}: {error}") from error


def _job_of(values: dict[str, Any]) -> Job:
    values["status"] = JobStatus(values["status"])
    values["wish"] = Wish(values["wish"])
    values["stage"] = Stage(values["stage"]) if values["stage"] else None
    values["captions"] = tuple(values["captions"])
    values["created_files"] = tuple(CreatedFile(made["path"], made["size"]) for made in values["created_files"])
    values["owner"] = Owner.from_text(values["owner"]) if values["owner"] else None
    for name in ("created_at", "started_at", "completed_at", "last_heartbeat", "not_before"):
        values[name] = time_of(values[name])
    try:
        values["settings"] = RenderSettings.from_dict(values["settings"])
    except SlidecastError as error:
        # One row of another version must not hide the whole list; the job says so when it is started.
        values["settings"] = RenderSettings()
        values["settings_error"] = error.sentence
    return Job(**values)


def event_of(row: dict[str, Any]) -> JobEvent:
    """The line of a job's story in a row of the event table."""
    at = time_of(row["at"])
    assert at is not None, "the column is not null"
    return JobEvent(at, EventKind(row["kind"]), JobStatus(row["status"]), row["attempt"], row["text"], row["slide"])
