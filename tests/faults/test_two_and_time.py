"""Several processes at once, kills near the end, and clocks that go back."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psutil
import pytest
from kill_test import digest, write_deck

from slidecast_gui.events import Stage
from slidecast_gui.jobs import JobStatus, JobStore, is_alive, model, this_owner
from slidecast_gui.jobs.store import running, tables
from slidecast_gui.paths import data_paths
from slidecast_gui.settings import RenderSettings

CHECKOUT = Path(__file__).parents[2]
PIECES_OF_THE_DECK = 4 * 12
"""A picture, a still, a clip and its sound for each slide."""


def terminal(deck: Path, data: Path, *more: str) -> subprocess.Popen[str]:
    """A render in a terminal."""
    words = [sys.executable, "-m", "slidecast_gui", "--data-dir", str(data), "render", str(deck), *more]
    words += ["--preset", "720p", "--fps", "24", "--renderer", "builtin", "--json"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment)


def last_event(process: subprocess.Popen[str]) -> dict[str, object]:
    said, _ = process.communicate()
    event: dict[str, object] = json.loads(said.splitlines()[-1])
    return event


@pytest.mark.parametrize("fraction", [0.4, 0.75])
def test_after_a_kill_only_what_was_missing_is_made(tmp_path: Path, fraction: float) -> None:
    """Pictures and sound take 85 of the 100 percent, so 75 is nine tenths of what there is to make."""
    deck, data = tmp_path / "talks" / "talk.pptx", tmp_path / "data"
    write_deck(deck)
    first = terminal(deck, data)
    assert first.stdout is not None
    reached = next(event for event in map(json.loads, first.stdout) if event.get("fraction", 0) >= fraction)
    assert reached["stage"] != "finishing"
    family = psutil.Process(first.pid).children(recursive=True)
    for process in (*family, first):
        process.kill()
    first.communicate()
    psutil.wait_procs(family, timeout=30)
    paths = data_paths(data)
    kept = len([path for path in paths.pieces.glob("??/*") if not path.name.endswith(".unfinished")])
    assert kept >= PIECES_OF_THE_DECK * fraction / 2

    with JobStore(paths.database) as store:
        (job,) = store.recover(is_alive)
    again = last_event(terminal(deck, data, "-o", str(tmp_path / "again.mp4")))
    assert job.attempts == 1
    assert (again["status"], again["pieces_made"]) == ("done", PIECES_OF_THE_DECK - kept)
    assert again["pieces_reused"] == kept
    assert list(paths.pieces.glob("??/*.unfinished")) == []


def test_two_processes_render_one_deck_into_one_store(tmp_path: Path) -> None:
    deck, data = tmp_path / "talks" / "talk.pptx", tmp_path / "data"
    write_deck(deck)
    both = [terminal(deck, data) for _ in range(2)]
    ends = [last_event(process) for process in both]
    assert [end["status"] for end in ends] == ["done", "done"]
    assert {Path(str(end["video"])).name for end in ends} == {"talk.mp4", "talk (2).mp4"}
    assert len({digest(Path(str(end["video"]))) for end in ends}) == 1
    with closing(sqlite3.connect(data_paths(data).database)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT status, owner FROM job").fetchall() == [("done", None)] * 2
    assert list(data_paths(data).scratch.iterdir()) == []


@pytest.mark.parametrize("hours", [-24 * 365, 24 * 365])
def test_a_clock_that_is_set_takes_no_job_from_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    with JobStore(tmp_path / "jobs.sqlite3") as store:
        job = store.create(tmp_path / "talk.pptx", RenderSettings(), JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner())
        assert claimed is not None
        moved = later(timedelta(hours=hours))
        monkeypatch.setattr(running, "now", moved)
        monkeypatch.setattr(tables, "now", moved)
        assert store.recover(is_alive) == []
        assert store.beat(claimed, Stage.SLIDES, 50)
        assert store.release(claimed, JobStatus.QUEUED)
        assert store.get(job.job_id).status is JobStatus.QUEUED
        assert [event.status for event in store.events(job.job_id)][-2:] == [JobStatus.RUNNING, JobStatus.QUEUED]


def later(by: timedelta) -> Callable[[], object]:
    """A clock that is set."""
    return lambda: model.now() + by
