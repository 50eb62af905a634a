"""What is said to SQLite of a value is what is said of it in Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict

import pytest
from peewee import SqliteDatabase

from slidecast_gui.jobs import this_owner
from slidecast_gui.jobs.database.records import records_of
from slidecast_gui.jobs.database.rules import EVENT_RULES, Rule, as_text, in_doubt, job_rules, teach
from slidecast_gui.jobs.model import now, time_text
from slidecast_gui.settings import RenderSettings

VALUES = (
    None, "", "a talk", "a\0talk", "caf\u00e9", "queued", "running", "of a newer program", 0, 1, -1, 100, 101, 2**31,
    2**53, -(2**53), -(2**54), 0.0, 0.5, -0.5, 1e9, 7.0, b"", b"talk", b"\xff", time_text(now()),
    "2026-02-30T10:00:00+00:00", "2026-02-28T10:00:00", "1969-12-31T23:59:59+00:00", "2200-01-01T00:00:00+00:00",
    this_owner().to_text(), "[]", "[1]", '["a.srt"]', "{}", "[", "null",
    '[{"path": "/a.mp4", "size": 1}]', '[{"path": 1, "size": 1}]',
    json.dumps(asdict(RenderSettings())), '{"voice": 1}',
)  # fmt: skip
DAMAGED_TEXTS = (b"a\xfftalk", b"[\xff]", b"2026-\xff2-28T10:00:00+00:00")


@pytest.fixture(scope="module")
def database() -> Iterator[SqliteDatabase]:
    opened = SqliteDatabase(":memory:")
    opened.connect()
    opened.connection().text_factory = as_text
    teach(opened)
    with closing(opened):
        yield opened


def rules() -> dict[str, Rule]:
    of_jobs = job_rules(records_of(SqliteDatabase(":memory:")).job._meta.sorted_fields)
    return {f"job.{name}": rule for name, rule in of_jobs.items()} | {f"event.{n}": r for n, r in EVENT_RULES.items()}


@pytest.mark.parametrize("column", rules())
def test_sqlite_and_python_judge_every_value_alike(database: SqliteDatabase, column: str) -> None:
    rule = rules()[column]
    whole = [("?", value) for value in VALUES] + [("CAST(? AS TEXT)", value) for value in DAMAGED_TEXTS]
    verdicts = set()
    for place, value in whole:
        query = f"SELECT {in_doubt({'value': rule})}, value FROM (SELECT {place} AS value)"
        in_doubt_of_sqlite, read = database.execute_sql(query, (value,)).fetchone()
        assert bool(in_doubt_of_sqlite) is not rule.holds(read), value
        verdicts.add(rule.holds(read))
    assert verdicts == {True, False}
