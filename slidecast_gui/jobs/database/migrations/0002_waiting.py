"""Waiting with a reason: until when a job waits, how often it was tried again, which file it wants, a held queue."""

from __future__ import annotations

from typing import Any

from peewee import IntegerField, JSONField, Model, TextField


def up(migrator: Any, db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Add three columns and a table. The model is a frozen copy: later changes belong in later migrations."""

    class QueueState(Model):
        state_id = IntegerField(primary_key=True)
        hold = TextField()
        last = JSONField()

        class Meta:
            table_name = "queue_state"
            legacy_table_names = False

    migrator.migrate(
        migrator.add_column("job", "not_before", TextField(null=True)),
        migrator.add_column("job", "tries", IntegerField(default=0)),
        migrator.add_column("job", "target", TextField(default="")),
        migrator.add_index("job", ("target",), False),
    )
    with db.bind_ctx([QueueState]):
        db.create_tables([QueueState], safe=False)
