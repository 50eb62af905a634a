"""What becomes of a running job once it has stopped, and how often, and where, its process died in a row."""

from __future__ import annotations

from typing import Any

from peewee import IntegerField, TextField


def up(migrator: Any, _db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Add three columns."""
    migrator.migrate(
        migrator.add_column("job", "wish", TextField(default="")),
        migrator.add_column("job", "deaths", IntegerField(default=0)),
        migrator.add_column("job", "died_at", TextField(default="")),
    )
