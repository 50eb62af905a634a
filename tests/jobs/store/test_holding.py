"""The queue as a whole is paused and goes on: in the table, so that a restart keeps to it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Hold, Job, JobBusy, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.ledger import Ledger
from slidecast_gui.jobs.model import now
from slidecast_gui.jobs.store import reading
from slidecast_gui.jobs.store.retrying import WAITS, wait_of
from slidecast_gui.settings import RenderSettings

ME = this_owner()
IN_USE = Finished(Outcome.FAILED, error="“talk.mp4” could not be replaced.", error_kind="output-in-use")


@pytest.fixture
def queued(store: JobStore) -> list[Job]:
    return store.create_many([f"/decks/{n}.pptx" for n in range(3)], RenderSettings(), JobStatus.QUEUED)


def claim(store: JobStore, job: Job) -> Job:
    claimed = store.claim(job.job_id, ME)
    assert claimed is not None
    return claimed


def test_a_paused_queue_starts_nothing_and_is_paused_after_a_restart(store: JobStore, queued: list[Job]) -> None:
    store.pause_queue()
    assert store.next_queued() is None
    with JobStore(store.path) as restarted:
        assert restarted.hold() is Hold.ALL
        assert restarted.next_queued() is None
        restarted.resume_queue()
    assert store.next_queued() == queued[0]


def test_a_job_paused_by_itself_stays_paused_when_the_queue_goes_on(store: JobStore, queued: list[Job]) -> None:
    store.move(queued[0].job_id, JobStatus.PAUSED)
    store.pause_queue()
    store.resume_queue()
    assert store.get(queued[0].job_id).status is JobStatus.PAUSED
    assert store.next_queued() == queued[1]


def test_pausing_after_the_current_job_lets_it_end_even_when_it_crashes(store: JobStore, queued: list[Job]) -> None:
    current = claim(store, queued[1])
    store.pause_after([current.job_id])
    assert store.hold() is Hold.AFTER_CURRENT
    assert store.next_queued() is None
    store.crashed(current, Finished(Outcome.FAILED, error="It stopped.", error_kind="renderer-crashed"))
    again = store.next_queued()
    assert again is not None
    assert again.job_id == current.job_id
    assert not store.settle_hold()
    store.finish(claim(store, again), Finished(Outcome.DONE))
    assert store.settle_hold()
    assert store.hold() is Hold.ALL


def test_pausing_after_the_current_job_pauses_at_once_where_there_is_none(store: JobStore, queued: list[Job]) -> None:
    store.pause_after([])
    assert store.hold() is Hold.ALL
    assert store.next_queued() is None


def test_another_store_learns_that_the_queue_was_paused(store: JobStore) -> None:
    with JobStore(store.path) as other:
        assert not other.news().hold_changed
        store.pause_queue()
        assert other.news().hold_changed
        assert not other.news().hold_changed


def test_the_next_job_is_the_one_that_was_put_first(store: JobStore, queued: list[Job]) -> None:
    store.move(queued[2].job_id, JobStatus.PAUSED, "Paused.")
    store.start_next(queued[2].job_id)
    assert [job.name for job in store.queue()] == ["2", "0", "1"]
    following = store.next_queued()
    assert following is not None
    assert (following.job_id, following.reason) == (queued[2].job_id, "")


def test_what_runs_or_has_ended_cannot_be_put_first(store: JobStore, queued: list[Job]) -> None:
    claim(store, queued[0])
    store.move(queued[1].job_id, JobStatus.CANCELLED)
    for job in queued[:2]:
        with pytest.raises(JobBusy):
            store.start_next(job.job_id)


def test_a_cause_that_passes_is_waited_for_longer_and_longer_and_then_given_up(
    store: JobStore, queued: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, moment = queued[0], now()
    for number, wait in enumerate(WAITS, 1):
        assert Ledger(store, claim(store, job), patient=True).end(IN_USE) is JobStatus.QUEUED
        waiting = store.get(job.job_id)
        assert waiting.tries == number
        assert IN_USE.error in waiting.reason
        assert waiting.not_before is not None
        assert wait <= waiting.not_before - moment < wait + timedelta(minutes=5)
        following = store.next_queued()
        assert following is not None
        assert following.job_id != job.job_id
        assert store.next_due() == waiting.not_before
    later = now() + WAITS[-1] - timedelta(seconds=1)
    monkeypatch.setattr(reading, "now", lambda: later + timedelta(seconds=30))
    assert store.next_queued() == store.get(job.job_id)
    assert Ledger(store, claim(store, job), patient=True).end(IN_USE) is JobStatus.FAILED
    ended = store.get(job.job_id)
    assert (ended.error_kind, ended.reason, ended.not_before) == ("output-in-use", "", None)


def test_a_cause_that_stays_is_not_tried_again(queued: list[Job]) -> None:
    assert wait_of(queued[0], Finished(Outcome.FAILED, error="Damaged.", error_kind="damaged")) is None
    assert wait_of(queued[0], Finished(Outcome.CANCELLED, error_kind="output-in-use")) is None


def test_a_terminal_does_not_wait_for_causes_to_pass(store: JobStore, queued: list[Job]) -> None:
    assert Ledger(store, claim(store, queued[0])).end(IN_USE) is JobStatus.FAILED


def test_a_clock_set_back_does_not_make_a_job_wait_for_days(
    store: JobStore, queued: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    Ledger(store, claim(store, queued[0]), patient=True).end(IN_USE)
    monkeypatch.setattr(reading, "now", lambda: now() - timedelta(days=3))
    assert store.next_queued() == store.get(queued[0].job_id)


def test_all_that_failed_and_was_not_tried_again_is_tried_again(store: JobStore, queued: list[Job]) -> None:
    for job in queued:
        store.finish(claim(store, job), Finished(Outcome.FAILED, error="No.", error_kind="damaged"))
    store.retry(queued[1].job_id)
    again = store.retry_failed()
    assert [job.retry_of for job in again] == [queued[0].job_id, queued[2].job_id]
    assert store.retry_failed() == []


def test_the_deck_is_noted_as_it_was_added_and_a_retry_takes_it_as_it_is(store: JobStore, queued: list[Job]) -> None:
    job = queued[0]
    assert store.note_deck(job.job_id, "ab" * 32)
    assert not store.note_deck(job.job_id, "cd" * 32)
    assert store.get(job.job_id).deck_sha256 == "ab" * 32
    store.move(job.job_id, JobStatus.CANCELLED)
    assert store.retry(job.job_id).deck_sha256 == ""


def test_a_deck_is_not_noted_for_a_job_that_has_started(store: JobStore, queued: list[Job]) -> None:
    claim(store, queued[0])
    assert not store.note_deck(queued[0].job_id, "ab" * 32)


def test_a_deck_corrected_while_its_job_was_ready_is_rendered_as_it_is(store: JobStore) -> None:
    job = store.create("/decks/ready.pptx", RenderSettings())
    store.note_deck(job.job_id, "ab" * 32)
    assert store.start(job.job_id).deck_sha256 == ""


def test_a_job_that_goes_on_keeps_to_the_deck_it_began_with(store: JobStore, queued: list[Job]) -> None:
    claimed = claim(store, queued[0])
    store.deck_read(claimed, "A talk", 3, "ab" * 32)
    store.release(claimed, JobStatus.PAUSED)
    assert store.start(claimed.job_id).deck_sha256 == "ab" * 32
