"""The table of moves."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from slidecast_gui.jobs import ENDED, EventKind, IllegalMove, JobStatus, JobStore
from slidecast_gui.jobs.store.moves import LEGAL, allowed, check
from slidecast_gui.settings import RenderSettings


def test_every_state_has_its_line_in_the_table() -> None:
    assert set(LEGAL) == set(JobStatus)


@pytest.mark.parametrize("ended", ENDED)
@pytest.mark.parametrize("to", list(JobStatus))
def test_nothing_follows_an_ended_job(ended: JobStatus, to: JobStatus) -> None:
    with pytest.raises(IllegalMove) as caught:
        check(ended, to)
    assert caught.value.kind == "illegal-move"
    assert "retry" in str(caught.value)


@pytest.mark.parametrize(
    ("status", "to"),
    [
        ("queued", "running"),
        ("queued", "paused"),
        ("queued", "cancelled"),
        ("paused", "queued"),
        ("paused", "cancelled"),
        ("running", "done"),
        ("running", "failed"),
        ("running", "cancelled"),
        ("running", "queued"),
        ("running", "paused"),
    ],
)
def test_a_legal_move_passes(status: JobStatus, to: JobStatus) -> None:
    check(JobStatus(status), JobStatus(to))


@pytest.mark.parametrize(("status", "to"), [("paused", "running"), ("queued", "done"), ("paused", "done")])
def test_a_job_cannot_skip_a_state(status: JobStatus, to: JobStatus) -> None:
    assert not allowed(JobStatus(status), JobStatus(to))


WALK = """
import random, sys
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus, JobStore, this_owner
from slidecast_gui.settings import RenderSettings
dice, me = random.Random(int(sys.argv[2])), this_owner()
with JobStore(sys.argv[1]) as store:
    ids = [job.job_id for job in store.history()]
    for _ in range(150):
        job_id = dice.choice(ids)
        try:
            match dice.randrange(7):
                case 0:
                    store.move(job_id, dice.choice(list(JobStatus)))
                case 1 | 2:
                    store.claim(job_id, me)
                case 3:
                    store.finish(store.get(job_id), Finished(dice.choice(list(Outcome))))
                case 4:
                    store.release(store.get(job_id), dice.choice((JobStatus.QUEUED, JobStatus.PAUSED)))
                case 5:
                    store.start(job_id)
                case 6:
                    store.crashed(store.get(job_id), Finished(Outcome.FAILED, error_kind="renderer-crashed"))
        except SlidecastError:
            pass
"""


def test_two_processes_that_do_anything_at_any_time_leave_no_illegal_move(
    store: JobStore, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    jobs = store.create_many([f"/decks/{number}.pptx" for number in range(40)], RenderSettings(), JobStatus.QUEUED)
    walkers = [other_process(WALK, store.path, seed) for seed in (1, 2)]
    assert [walker.wait(60) for walker in walkers] == [0, 0]
    moves = 0
    for job in jobs:
        status = JobStatus.QUEUED
        for event in store.events(job.job_id):
            if event.kind is EventKind.MOVED:
                assert event.status in LEGAL[status]
                status = event.status
                moves += 1
        assert store.get(job.job_id).status is status
    assert moves > 60
