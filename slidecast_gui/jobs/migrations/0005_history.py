"""The history in the order in which jobs ended, and the jobs of one deck."""

from __future__ import annotations

from typing import Any


def up(migrator: Any, db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Give the job table the indexes that serve both, in place of the one by when jobs were added."""
    migrator.migrate(
        migrator.drop_index("job", "job_created_at"),
        migrator.add_index("job", ("deck_path",), False),
    )
    db.execute_sql('CREATE INDEX "job_moment" ON "job" (COALESCE("completed_at", "created_at") DESC, "job_id")')
