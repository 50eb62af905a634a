"""Rendering several decks in a terminal, while the list of jobs is held or changed by others."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from slidecast_gui.cli import render
from slidecast_gui.cli.terminal import ProgressBar
from slidecast_gui.events import Event, Finished, Outcome, Progress, Warned
from slidecast_gui.jobs import Job, JobStatus, JobStore, patience, this_owner
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

STAND_IN = Path(__file__).parents[1] / "jobs" / "stand_in.py"


class Teller:
    """What the terminal is told; something may happen when it is."""

    def __init__(self) -> None:
        self.told: list[Event] = []
        self.ends: list[Finished] = []
        self.then: Callable[[Event], None] = lambda _event: None

    def tell(self, event: Event) -> None:
        self.told.append(event)
        self.then(event)

    def finish(self, finished: Finished) -> None:
        self.ends.append(finished)

    @property
    def warnings(self) -> list[str]:
        return [event.kind for event in self.told if isinstance(event, Warned)]


@pytest.fixture
def teller(monkeypatch: pytest.MonkeyPatch) -> Teller:
    made = Teller()
    monkeypatch.setattr(render, "_teller", lambda _job, *, as_json: made)
    monkeypatch.setattr(render, "RenderChild", lambda limits: RenderChild([sys.executable, str(STAND_IN)]))
    monkeypatch.setattr(patience, "TRY_AGAIN_AFTER_S", 0.05)
    return made


@pytest.fixture
def store(store: JobStore) -> JobStore:
    store._database.execute_sql("PRAGMA busy_timeout = 10")
    return store


def waiting(store: JobStore, folder: Path, *names: str) -> list[Job]:
    for name in names:
        (folder / name).write_bytes(b"not read by the stand-in")
    decks = [folder / name for name in names]
    return store.create_many(decks, RenderSettings(), JobStatus.PAUSED, owner=this_owner())


def test_a_list_that_is_locked_during_a_render_loses_neither_its_end_nor_the_next_deck(
    store: JobStore, paths: DataPaths, teller: Teller, tmp_path: Path
) -> None:
    jobs = waiting(store, tmp_path, "b.pptx", "c.pptx")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as holder:

        def hold(event: Event) -> None:
            """From the first word of the render until its end has been written in vain."""
            if isinstance(event, Progress) and not teller.ends:
                holder.execute("BEGIN IMMEDIATE")
            if isinstance(event, Warned) and event.kind == "store":
                holder.execute("ROLLBACK")

        teller.then = hold
        assert render.render_jobs(store, jobs, paths, as_json=False) == 0
    assert [store.get(job.job_id).status for job in jobs] == [JobStatus.DONE] * 2
    assert teller.warnings == ["store"]


def test_a_list_that_is_locked_when_a_decks_turn_comes_is_waited_for(
    store: JobStore, paths: DataPaths, teller: Teller, tmp_path: Path
) -> None:
    jobs = waiting(store, tmp_path, "b.pptx")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        teller.then = lambda event: holder.execute("ROLLBACK") if isinstance(event, Warned) else None
        assert render.render_jobs(store, jobs, paths, as_json=False) == 0
    assert store.get(jobs[0].job_id).status is JobStatus.DONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to itself")
def test_an_interrupt_ends_the_wait_for_a_locked_list(
    store: JobStore, paths: DataPaths, teller: Teller, tmp_path: Path
) -> None:
    jobs = waiting(store, tmp_path, "b.pptx")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        teller.then = lambda _event: os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(render.StoreError):
            render.render_jobs(store, jobs, paths, as_json=False)


def test_a_deck_that_is_removed_before_its_turn_is_told_and_the_next_is_rendered(
    store: JobStore, paths: DataPaths, teller: Teller, tmp_path: Path
) -> None:
    first, removed, last = jobs = waiting(store, tmp_path, "a.pptx", "b.pptx", "c.pptx")
    with JobStore(paths.database) as other:
        teller.then = lambda _event: other.remove([removed.job_id])
        assert render.render_jobs(store, jobs, paths, as_json=False) == 1
    assert [end.status for end in teller.ends] == [Outcome.DONE, Outcome.FAILED, Outcome.DONE]
    assert teller.ends[1].error_kind == "job-not-found"
    assert [store.get(job.job_id).status for job in (first, last)] == [JobStatus.DONE] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to itself")
def test_an_interrupt_cancels_what_is_left_also_where_one_of_it_was_removed(
    store: JobStore, paths: DataPaths, teller: Teller, tmp_path: Path
) -> None:
    first, removed, last = jobs = waiting(store, tmp_path, "hang.pptx", "b.pptx", "c.pptx")
    with JobStore(paths.database) as other:

        def interrupt(_event: Event) -> None:
            other.remove([removed.job_id])
            os.kill(os.getpid(), signal.SIGINT)

        teller.then = interrupt
        assert render.render_jobs(store, jobs, paths, as_json=False) == 130
    assert [store.get(job.job_id).status for job in (first, last)] == [JobStatus.CANCELLED] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals of this kind")
def test_a_terminal_that_is_closed_leaves_all_its_decks_in_the_queue(
    store: JobStore, paths: DataPaths, teller: Teller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = waiting(store, tmp_path, "hang.pptx", "b.pptx")
    glass, line = os.openpty()
    screen = os.fdopen(line, "w", encoding="utf-8")
    bar = ProgressBar(jobs[0], screen)

    def close(event: Event) -> None:
        if isinstance(event, Progress):
            os.close(glass)
            os.kill(os.getpid(), signal.SIGHUP)
            bar.tell(event)

    teller.then = close
    monkeypatch.setattr(teller, "finish", bar.finish)
    try:
        assert render.render_jobs(store, jobs, paths, as_json=False) == 130
    finally:
        with suppress(OSError):  # What was not written cannot be written at the end either.
            screen.close()
    assert [store.get(job.job_id).status for job in jobs] == [JobStatus.QUEUED] * 2
