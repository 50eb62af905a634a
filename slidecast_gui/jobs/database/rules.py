"""What a value in a column is like that Slidecast can have written: said to SQLite, and said in Python.

SQLite goes through ten thousand rows by these rules while Python goes through one thousand. What has to be read to be
judged (a time, an owner, JSON) it asks of Python, value by value.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from peewee import Field, FloatField, IntegerField, JSONField

from slidecast_gui.jobs.database.records import TIMES, aware_time_of, created_files_of, owner_of
from slidecast_gui.jobs.errors import UnreadableRow
from slidecast_gui.jobs.model import JobStatus
from slidecast_gui.settings import RenderSettings, SettingsError

_MOST_WHOLE = 2**31
_MOST_PLACE = 2**53
_MOST_NUMBER = 1e9
_YEARS = range(1970, 2200)
"""From where computers begin to count that have lost the time."""

as_text = partial(str, encoding="utf-8", errors="replace")
"""What is made of the bytes of a text: one damaged byte in it must not make the whole list unreadable."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When a value is sound: `sql` is a condition on `{column}`, `holds` says the same in Python.

    The condition may come out as NULL for what it does not hold for.
    """

    sql: str
    holds: Callable[[Any], bool]


def job_rules(fields: Iterable[Field]) -> dict[str, Rule]:
    """A rule for each column of the job table."""
    return {field.column_name: _or_null(_job_rule(field)) if field.null else _job_rule(field) for field in fields}


def in_doubt(rules: Mapping[str, Rule]) -> str:
    """The condition in SQL on rows that not all rules hold for."""
    all_hold = " AND ".join(f"({rule.sql.format(column=column)})" for column, rule in rules.items())
    return f"({all_hold}) IS NOT TRUE"


def teach(database: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Has SQLite ask Python where the rules need it."""
    for name, holds in _ASKED.items():
        database.register_function(given_bytes(holds), name, 1, deterministic=True)


def given_bytes(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of a text as SQLite can call it: with the bytes, as these need not be UTF-8; with NULL as no text.

    What it is called with is to be cast to a BLOB. SQLite may call it also for what another condition rules out.
    """
    return lambda raw, *more: function(as_text(raw or b""), *more)


def is_read(read: Callable[[Any], object], value: Any) -> bool:  # noqa: ANN401 - a value of a row
    """Whether `read` can make something of a value."""
    try:
        read(value)
    except (UnreadableRow, TypeError, ValueError, OverflowError, AttributeError):
        return False
    return True


def json_of(value: Any) -> Any:  # noqa: ANN401 - a value of a row
    """What JSON text holds; None, which no column holds, where it is none."""
    try:
        stored = json.loads(value)
    except (TypeError, ValueError, RecursionError):
        return None
    return stored


def _job_rule(field: Field) -> Rule:
    name = field.column_name
    if name in TIMES:
        return _asked("is_time")
    if name in ("owner", "status") or isinstance(field, JSONField):
        return _asked(f"is_{name}")
    if isinstance(field, IntegerField):
        if name == "position":
            return _whole(-_MOST_PLACE, _MOST_PLACE)
        return _whole(0, 101 if name == "progress" else _MOST_WHOLE)
    if isinstance(field, FloatField):
        return _NUMBER
    return _FILLED if name in ("job_id", "deck_path") else _TEXT


def _or_null(rule: Rule) -> Rule:
    return Rule(f"{{column}} IS NULL OR ({rule.sql})", lambda value: value is None or rule.holds(value))


def _whole(least: int, most: int) -> Rule:
    sql = f"typeof({{column}}) = 'integer' AND {{column}} >= {least} AND {{column}} < {most}"
    return Rule(sql, lambda value: type(value) is int and least <= value < most)


def _asked(name: str) -> Rule:
    """A rule that Python judges for both."""
    holds = _ASKED[name]
    sql = f"typeof({{column}}) = 'text' AND {name}(CAST({{column}} AS BLOB))"
    return Rule(sql, lambda value: isinstance(value, str) and holds(value))


def _is_time(text: str) -> bool:
    try:
        moment = aware_time_of(text)
    except ValueError:
        return False
    return moment is not None and moment.year in _YEARS


# Remembered: most jobs have the settings of another one.
@lru_cache(maxsize=1000)
def _is_settings(text: str) -> bool:
    stored = json_of(text)
    return isinstance(stored, dict) and is_read(_settings_of, stored)


def _settings_of(stored: dict[str, Any]) -> None:
    """Raises TypeError for values of a type that no version has."""
    try:
        settings = RenderSettings.from_dict(stored)
    except SettingsError:
        return  # Of another version, which the job says when it is started.
    if not isinstance(settings.output, str) or not isinstance(settings.voice, str):
        raise TypeError(f"{settings.output!r} or {settings.voice!r} is no text")


def _is_captions(text: str) -> bool:
    stored = json_of(text)
    return isinstance(stored, list) and all(isinstance(one, str) for one in stored)


def _is_created_files(text: str) -> bool:
    stored = json_of(text)
    return isinstance(stored, list) and is_read(created_files_of, stored)


_ASKED: dict[str, Callable[[str], bool]] = {
    "is_time": _is_time,
    "is_owner": partial(is_read, owner_of),
    "is_status": frozenset(status.value for status in JobStatus).__contains__,
    "is_settings": _is_settings,
    "is_captions": _is_captions,
    "is_created_files": _is_created_files,
}
_ANY_TEXT = Rule("typeof({column}) = 'text'", lambda value: isinstance(value, str))
# In which no bit of a blank has fallen over; no system opens a file of such a name.
_TEXT = Rule(
    "typeof({column}) = 'text' AND NOT instr({column}, char(0))",
    lambda value: isinstance(value, str) and "\0" not in value,
)
_FILLED = Rule(f"{_TEXT.sql} AND {{column}} <> ''", lambda value: _TEXT.holds(value) and value != "")
_NUMBER = Rule(
    f"typeof({{column}}) IN ('integer', 'real') AND {{column}} >= 0 AND {{column}} < {_MOST_NUMBER}",
    lambda value: isinstance(value, int | float) and 0 <= value < _MOST_NUMBER,
)

EVENT_RULES = {
    **dict.fromkeys(("job_id", "kind", "status", "text", "session"), _ANY_TEXT),
    "event_id": _whole(1, _MOST_PLACE),
    "at": _asked("is_time"),
    "attempt": _whole(0, _MOST_WHOLE),
    "slide": _or_null(_whole(0, _MOST_WHOLE)),
}
"""A rule for each column of the event table; rows of a sort that only a newer program knows are none the worse."""
