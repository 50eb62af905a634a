"""The tables of the file: brought up to date, and found damaged where they are not what the program made."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from peewee import OperationalError
from playhouse.migrations import Runner

from slidecast_gui.jobs.database.backups import back_up
from slidecast_gui.jobs.database.faults import is_said_of_statement, store_error
from slidecast_gui.jobs.database.records import records_of
from slidecast_gui.jobs.errors import StoreErrorKind

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Any, path: Path, *, keep_before: bool = True) -> None:  # noqa: ANN401 - Peewee's
    """Runs the migrations that are missing, with a backup of the file as it was before. Raises StoreError."""
    if pending(database, path):
        # Rebuilding a table drops it, which would delete the rows that refer to it; set outside a transaction only.
        database.foreign_keys = 0
        try:
            with database.atomic("IMMEDIATE"):
                _migrate(database, path, keep_before=keep_before)
        finally:
            database.foreign_keys = 1
    check_schema(database, path)


def pending(database: Any, path: Path) -> list[str]:  # noqa: ANN401 - Peewee ships no types
    """The names of migrations to run. Raises StoreError for a schema that has migrations this program has not."""
    runner = _runner(database)
    with _read_as_ours(path):
        status = runner.status()
    unknown = sorted(migration.name for migration in status if migration.path is None)
    missing = [migration.name for migration in status if not migration.applied]
    if not unknown:
        return missing
    newest = max(migration.name for migration in status if migration.path is not None)
    if len(unknown) > len(missing) and unknown[-1] > newest:
        raise store_error(StoreErrorKind.NEWER, path, f"has migration {unknown[-1]}")
    # As many as are missing, or fewer: their names have been damaged.
    check_schema(database, path)
    _name_again(runner, unknown, missing)
    return []


def check_schema(database: Any, path: Path) -> None:  # noqa: ANN401 - Peewee ships no types
    """Raises StoreError where a table, a column or a key is missing: the schema is text, and can be damaged as such."""
    records = records_of(database)
    with _read_as_ours(path):
        for field in fields(records):
            model = getattr(records, field.name)
            there = {column.name for column in database.get_columns(model._meta.table_name)}
            if missing := {column.column_name for column in model._meta.sorted_fields} - there:
                detail = f"{model._meta.table_name} is without {sorted(missing)}"
                raise store_error(StoreErrorKind.DAMAGED, path, detail)
        # Not run, only prepared, with all that refers to a job.
        database.execute_sql("EXPLAIN DELETE FROM job").fetchall()


def _migrate(database: Any, path: Path, *, keep_before: bool) -> None:  # noqa: ANN401 - Peewee ships no types
    """Asked again under the lock: another process may have migrated while this one waited for it."""
    runner, to_run = _runner(database), pending(database, path)
    if not to_run:
        return
    if not runner.applied() and database.table_exists("job"):
        raise store_error(StoreErrorKind.DAMAGED, path, "it has jobs and does not know of which schema")
    if runner.applied() and keep_before:
        back_up(path, f"before-{to_run[0]}")
    runner.up()


def _name_again(runner: Any, unknown: list[str], missing: list[str]) -> None:  # noqa: ANN401 - Peewee ships no types
    """All tables are there, so all migrations were run: only what is noted of them has been damaged."""
    history = runner.History
    with runner.database.atomic("IMMEDIATE"):
        history.delete().where(history.name.in_(unknown)).execute()
        for name in missing:
            history.insert(name=name).execute()


@contextmanager
def _read_as_ours(path: Path) -> Iterator[None]:
    """What we made is not understood any more: a name in the schema, or a value of a migration, has been damaged."""
    try:
        yield
    except OperationalError as error:
        if not is_said_of_statement(error):
            raise
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error
    except (ValueError, TypeError) as error:
        raise store_error(StoreErrorKind.DAMAGED, path, str(error)) from error


def _runner(database: Any) -> Any:  # noqa: ANN401 - Peewee ships no types
    # `Runner` globs this folder: escaped, an installation under a folder called "[x]" finds its migrations too.
    return Runner(database, glob.escape(str(MIGRATIONS)))
