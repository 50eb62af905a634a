"""The history in the order in which jobs ended, the jobs of one deck, and jobs that were removed and may come back."""

from __future__ import annotations

from typing import Any

from peewee import JSONField, Model, TextField


def up(migrator: Any, db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Change the indexes of the job table, and add a table. The model is a frozen copy."""

    class RemovedJob(Model):
        job_id = TextField(primary_key=True)
        removed_at = TextField()
        kept = JSONField()

        class Meta:
            table_name = "removed_job"
            legacy_table_names = False

    migrator.migrate(
        migrator.drop_index("job", "job_created_at"),
        migrator.add_index("job", ("deck_path",), False),
    )
    db.execute_sql('CREATE INDEX "job_moment" ON "job" (COALESCE("completed_at", "created_at") DESC, "job_id")')
    with db.bind_ctx([RemovedJob]):
        db.create_tables([RemovedJob], safe=False)
