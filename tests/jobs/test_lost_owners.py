"""What becomes of a job whose process is gone: what was wished for it, another try, or a pause; or is out of sight."""

from __future__ import annotations

import pytest

from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import Job, JobBusy, JobStatus, JobStore, Owner, Wish, is_alive, this_owner
from slidecast_gui.settings import RenderSettings

ME = this_owner()
SOMEBODY = Owner(1, 1.0, "another boot")
ELSEWHERE = Owner(1, 1.0, "another boot", machine="another machine")
DONE = Finished(Outcome.DONE)


@pytest.fixture
def queued(store: JobStore) -> Job:
    return store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED)


@pytest.mark.parametrize("wish", [Wish.PAUSE, Wish.CANCEL, Wish.REMOVE, Wish.REMOVE_WITH_FILES])
def test_what_was_wished_for_a_job_is_done_when_its_process_is_gone(store: JobStore, queued: Job, wish: Wish) -> None:
    job = store.claim(queued.job_id, SOMEBODY)
    assert store.note_wish(job, wish)
    assert "Told to" in store.events(job.job_id)[-1].text
    store.recover(is_alive)
    row = store.get(job.job_id)
    assert row.status is (JobStatus.PAUSED if wish is Wish.PAUSE else JobStatus.CANCELLED)
    assert (row.owner, row.wish, row.reason, row.unclean_ends) == (None, Wish.NONE, wish.reason, 0)


def test_the_end_of_a_render_clears_what_was_wished_for_it(store: JobStore, queued: Job) -> None:
    for end in (lambda job: store.release(job, JobStatus.QUEUED), lambda job: store.finish(job, DONE)):
        job = store.claim(queued.job_id, ME)
        store.note_wish(job, Wish.CANCEL)
        assert store.get(job.job_id).wish is Wish.CANCEL
        assert end(job)
        assert store.get(job.job_id).wish is Wish.NONE


def test_a_wish_for_a_job_that_was_taken_away_changes_nothing(store: JobStore, queued: Job) -> None:
    job = store.claim(queued.job_id, ME)
    store.release(job, JobStatus.PAUSED)
    assert not store.note_wish(job, Wish.CANCEL)
    assert store.get(job.job_id).wish is Wish.NONE


def test_a_job_of_an_owner_that_is_out_of_sight_is_taken_back_by_hand_alone(store: JobStore, queued: Job) -> None:
    job = store.claim(queued.job_id, ELSEWHERE)
    assert store.recover(is_alive) == []
    with pytest.raises(JobBusy, match="take-back"):
        store.move(job.job_id, JobStatus.CANCELLED)
    row = store.take_back(job.job_id)
    assert (row.status, row.owner) == (JobStatus.PAUSED, None)
    assert store.events(job.job_id)[-1].text == row.reason
    assert not store.finish(job, DONE)


def test_what_waits_for_its_turn_out_of_sight_can_be_taken_back(store: JobStore) -> None:
    held = store.create("talk.pptx", RenderSettings(), owner=ELSEWHERE)
    assert store.startable() == []
    store.take_back(held.job_id)
    assert [job.job_id for job in store.startable()] == [held.job_id]


def test_a_job_whose_owner_is_known_is_not_taken_back(store: JobStore, queued: Job) -> None:
    store.claim(queued.job_id, ME)
    with pytest.raises(JobBusy):
        store.take_back(queued.job_id)
    assert store.get(queued.job_id).status is JobStatus.RUNNING


def die(store: JobStore, queued: Job, *place: object) -> Job:
    job = store.claim(queued.job_id, SOMEBODY)
    assert job is not None
    if place:
        store.beat(job, *place)
    store.recover(is_alive)
    return store.get(job.job_id)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ((), "while reading this deck"),
        ((Stage.READING, 3), "while reading this deck"),
        ((Stage.VIDEO, 80), "at the same place of this deck"),
    ],
)
def test_a_job_whose_owner_dies_three_times_and_nothing_more_is_finished_is_paused(
    store: JobStore, queued: Job, place: tuple[object, ...], where: str
) -> None:
    states = [die(store, queued, *place).status for _ in range(3)]
    assert states == [JobStatus.QUEUED, JobStatus.QUEUED, JobStatus.PAUSED]
    row = store.get(queued.job_id)
    assert row.reason == f"Slidecast ended 3 times {where}; start it to try once more."
    assert (row.owner, row.error) == (None, "")


def test_a_job_that_was_paused_for_the_deaths_of_its_owners_is_tried_once_more_when_started(
    store: JobStore, queued: Job
) -> None:
    for _ in range(3):
        die(store, queued)
    store.start(queued.job_id)
    assert die(store, queued).status is JobStatus.PAUSED
    store.start(queued.job_id)
    assert die(store, queued, Stage.SLIDES, 20).status is JobStatus.QUEUED


def test_a_render_that_ends_properly_is_no_death(store: JobStore, queued: Job) -> None:
    for _ in range(4):
        die(store, queued)
        job = store.claim(queued.job_id, ME)
        assert job is not None
        store.release(job, JobStatus.QUEUED, "Slidecast was closed.")
        assert store.get(queued.job_id).deaths == 0
