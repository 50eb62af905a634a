"""What can be said behind `slidecast-gui jobs`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

_OF_ONE_JOB = (
    ("show", "everything about one job"),
    ("remove", "forget it"),
    ("next", "put it first in the queue"),
    ("take-back", "it was started on another computer or in a container, and runs there no more: let it wait here"),
    ("locate", "its video was moved: note where it is now"),
)
_OF_A_FILE = (
    ("backup", "copy the whole list of jobs to FILE"),
    ("export-queue", "write what waits to FILE, to be imported elsewhere"),
    ("import-queue", "add the jobs of FILE, paused"),
)


def add_actions(actions: Any, options: Callable[[], argparse.ArgumentParser]) -> None:  # noqa: ANN401 - argparse's own
    """Add them to a parser; `options` makes those that every action has."""

    def add(name: str, text: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = actions.add_parser(name, help=text, description=text, parents=[options()])
        return added

    for name, text in _OF_ONE_JOB:
        action = add(name, text)
        _add_id(action)
        if name == "remove":
            action.add_argument("--with-files", action="store_true", help="delete the files it made too")
        if name == "locate":
            action.add_argument("video", type=Path, metavar="FILE")
    _add_retry(add("retry", "render its deck again, here"))
    _add_pause(add("pause", "pause the queue, or one job"))
    _add_id(add("resume", "let the queue, or one job, go on"), "?")
    for name, text in _OF_A_FILE:
        add(name, text).add_argument("file", type=Path, metavar="FILE")
    _add_export(add("export", "write the history for spreadsheets and programs"))
    clean = add("clean", "forget jobs that ended long ago")
    clean.add_argument("--older-than", type=_age, required=True, metavar="90d", help="days (d), weeks (w) or hours (h)")


def _add_id(action: Any, count: str | None = None) -> None:  # noqa: ANN401 - argparse's own
    action.add_argument("job_id", metavar="ID", nargs=count, help="a job's id, or enough of its beginning")


def _add_retry(action: argparse.ArgumentParser) -> None:
    which = action.add_mutually_exclusive_group(required=True)
    _add_id(which, "?")
    which.add_argument("--failed", action="store_true", help="all that failed and were not tried again since")


def _add_pause(action: argparse.ArgumentParser) -> None:
    which = action.add_mutually_exclusive_group()
    _add_id(which, "?")
    which.add_argument("--after-current", action="store_true", help="let what runs end first")


def _add_export(action: argparse.ArgumentParser) -> None:
    action.add_argument("--csv", action="store_true", help="as CSV; otherwise as JSON")
    action.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")


def _age(text: str) -> timedelta:
    match = re.fullmatch(r"(\d{1,5})([hdw]?)", text.strip())
    if not match:
        raise argparse.ArgumentTypeError(f"“{text}” is no age; say 90d, 12w or 48h")
    unit = {"h": "hours", "d": "days", "w": "weeks", "": "days"}[match[2]]
    return timedelta(**{unit: int(match[1])})
