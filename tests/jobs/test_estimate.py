"""What is told of a job beforehand, and how it compares with what comes out."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from slidecast_gui import effort
from slidecast_gui.effort import Talk
from slidecast_gui.events import DeckRead, Finished, Outcome, Progress
from slidecast_gui.jobs import EventKind, Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.estimate import UNKNOWN_SPEED, estimate, estimate_told, in_words, speed_of
from slidecast_gui.jobs.ledger import Ledger
from slidecast_gui.jobs.model import now
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.work import run_job, take
from slidecast_gui.paths import DataPaths, resource
from slidecast_gui.settings import RenderSettings

SETTINGS = RenderSettings(size="720p", renderer="builtin", transition="none")


def past(took_of_cost: float, **fields: object) -> Job:
    """A finished job that took so many times its cost."""
    began = now()
    took = took_of_cost * effort.cost(10, 60.0, SETTINGS).whole
    job = Job(
        "a", JobStatus.DONE, "/talk.pptx", SETTINGS, 0, began, slide_count=10, duration_s=60.0, pieces_made=20,
        attempts=1, started_at=began, completed_at=began + timedelta(seconds=took),
    )  # fmt: skip
    return replace(job, **fields)


def test_past_jobs_say_how_fast_this_computer_is() -> None:
    assert speed_of([]) == UNKNOWN_SPEED
    assert speed_of([past(2.0), past(2.2), past(50.0)]) == pytest.approx(2.2)


@pytest.mark.parametrize(
    "fields", [{"attempts": 2}, {"pieces_reused": 5}, {"status": JobStatus.FAILED}, {"pieces_made": 0}]
)
def test_jobs_that_did_not_make_everything_at_once_say_nothing(fields: dict[str, object]) -> None:
    assert speed_of([past(9.0, **fields)]) == UNKNOWN_SPEED


def test_render_time_follows_the_speed() -> None:
    talk = Talk(10, 10, 1500)
    slow, fast = estimate(talk, SETTINGS, 2.0), estimate(talk, SETTINGS, 1.0)
    assert slow.render_s == pytest.approx(2 * fast.render_s)
    assert slow.length_s == fast.length_s


def test_story_keeps_what_was_expected(store: JobStore, deck_at: Callable[[str], Path]) -> None:
    job = take(store, store.create(deck_at("talk.pptx"), SETTINGS).job_id, this_owner())
    assert job is not None
    ledger = Ledger(store, job)
    assert ledger.write(DeckRead("Talk", 30, "", spoken=30, letters=5100))
    (told,) = [event for event in store.events(job.job_id) if event.kind is EventKind.ESTIMATED]
    assert in_words(told).startswith("Estimated: about 5:36 of video, 8 MB, ")
    assert estimate_told([told], job.attempts) == estimate(Talk(30, 30, 5100), SETTINGS, UNKNOWN_SPEED)
    assert estimate_told([told], job.attempts + 1) is None
    assert estimate_told([replace(told, text="Estimated: about 5:36 of video.")], job.attempts) is None
    ledger.end(Finished(Outcome.CANCELLED))
    assert not ledger.write(DeckRead("Talk", 30, "", spoken=30, letters=5100))


def test_sample_comes_out_as_expected(store: JobStore, paths: DataPaths, tmp_path: Path) -> None:
    settings = replace(SETTINGS, output=str(tmp_path / "sample.mp4"))
    created = store.create(resource("samples", "welcome-to-slidecast.pptx"), settings)
    job = take(store, created.job_id, this_owner())
    assert job is not None
    command = [sys.executable, "-m", "slidecast_gui", "render-child"]
    told: list[object] = []
    finished = run_job(store, paths, job, told.append, threading.Event(), RenderChild(command))
    assert finished.status is Outcome.DONE
    read = next(event for event in told if isinstance(event, DeckRead))
    expected = estimate(Talk(read.slides, read.spoken, read.letters), settings, UNKNOWN_SPEED)
    assert expected.length_s == pytest.approx(finished.duration_s, rel=0.1)
    assert expected.size == pytest.approx(Path(finished.video).stat().st_size, rel=0.33)
    fractions = [event.fraction for event in told if isinstance(event, Progress)]
    assert fractions == sorted(fractions)
