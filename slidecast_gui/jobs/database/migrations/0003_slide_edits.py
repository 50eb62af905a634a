"""What presenters change about single slides, a row for each."""

from __future__ import annotations

from typing import Any

from peewee import CompositeKey, ForeignKeyField, JSONField, Model, TextField


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Add a table. The models are frozen copies: later changes belong in later migrations."""

    class Job(Model):
        job_id = TextField(primary_key=True)

        class Meta:
            table_name = "job"
            legacy_table_names = False

    class SlideEdit(Model):
        job = ForeignKeyField(Job, column_name="job_id", on_delete="CASCADE")
        slide_id = TextField()
        edit = JSONField()

        class Meta:
            table_name = "slide_edit"
            legacy_table_names = False
            primary_key = CompositeKey("job", "slide_id")

    with db.bind_ctx([Job, SlideEdit], bind_refs=False, bind_backrefs=False):
        db.create_tables([SlideEdit], safe=False)
