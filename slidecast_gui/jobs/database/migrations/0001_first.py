"""The job table and each job's story, as of Slidecast 0.1."""

from __future__ import annotations

from typing import Any

from peewee import FloatField, ForeignKeyField, IntegerField, JSONField, Model, TextField
from playhouse.sqlite_ext import AutoIncrementField


def up(migrator: Any, db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Make both tables. The models are a frozen copy: later changes belong in later migrations."""

    class Job(Model):
        job_id = TextField(primary_key=True)
        status = TextField()
        stage = TextField()
        progress = IntegerField()
        slide = IntegerField(null=True)
        reason = TextField()
        error = TextField()
        error_kind = TextField()
        error_detail = TextField()
        deck_path = TextField()
        deck_sha256 = TextField()
        deck_title = TextField()
        slide_count = IntegerField()
        settings = JSONField()
        video_path = TextField()
        thumbnail_path = TextField()
        slide_image_path = TextField()
        captions = JSONField()
        created_files = JSONField()
        duration_s = FloatField()
        warnings = IntegerField()
        pieces_made = IntegerField()
        pieces_reused = IntegerField()
        created_at = TextField(index=True)
        started_at = TextField(null=True)
        completed_at = TextField(null=True)
        last_heartbeat = TextField(null=True)
        owner = TextField(null=True)
        attempts = IntegerField()
        unclean_ends = IntegerField()
        position = IntegerField()
        retry_of = ForeignKeyField("self", column_name="retry_of", null=True, on_delete="SET NULL")

        class Meta:
            table_name = "job"
            legacy_table_names = False
            indexes = ((("status", "position"), False),)

    class JobEvent(Model):
        event_id = AutoIncrementField()
        job = ForeignKeyField(Job, column_name="job_id", on_delete="CASCADE")
        at = TextField()
        kind = TextField()
        status = TextField()
        attempt = IntegerField()
        text = TextField()
        slide = IntegerField(null=True)
        session = TextField()

        class Meta:
            table_name = "job_event"
            legacy_table_names = False

    with db.bind_ctx([Job, JobEvent], bind_refs=False, bind_backrefs=False):
        db.create_tables([Job, JobEvent], safe=False)
