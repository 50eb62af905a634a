"""What the presenter does with the list of jobs."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import (
    EventKind,
    IllegalMove,
    Job,
    JobBusy,
    JobFilter,
    JobNotFound,
    JobStatus,
    JobStore,
    this_owner,
)
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

SETTINGS = RenderSettings(size="720p", fps=25, transition="fade")


def names(jobs: list[Job]) -> list[str]:
    return [job.name for job in jobs]


def ended(
    store: JobStore, deck: str, *, video: str | None = None, status: JobStatus = Outcome.DONE, error: BaseException = ""
) -> Job:
    """A job that has ended, by the way every job takes."""
    job = store.create(deck, SETTINGS, JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner(), str(video or ""))
    files = (str(video),) if video else ()
    assert store.finish(claimed, Finished(status, video=str(video or ""), created_files=files, error=error))
    return store.get(job.job_id)


def test_a_hundred_jobs_are_there_after_reopening(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        made = store.create_many([f"/decks/talk {n}.pptx" for n in range(100)], SETTINGS)
    with JobStore(paths.database) as store:
        assert store.queue() == made
        assert {job.settings for job in store.queue()} == {SETTINGS}


def test_a_dropped_deck_waits_until_it_is_started(store: JobStore) -> None:
    job = store.create("talk.pptx", SETTINGS)
    assert job.status is JobStatus.PAUSED
    assert job.deck_path == str(Path.cwd() / "talk.pptx")
    assert store.next_queued() is None


def test_a_relative_destination_is_meant_from_where_the_job_was_made(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings(output="out/"))
    assert Path(job.settings.output) == Path.cwd() / "out"
    assert job.settings.output.endswith(("/", "\\"))


def test_either_all_decks_of_a_drop_become_jobs_or_none(store: JobStore) -> None:
    with pytest.raises(TypeError):
        store.create_many(["a.pptx", None], SETTINGS)
    assert store.count() == 0


def test_a_job_is_found_by_the_beginning_of_its_id(store: JobStore) -> None:
    job = store.create("talk.pptx", SETTINGS)
    assert store.get(job.job_id[:6]) == job


@pytest.mark.parametrize("job_id", ["", "zzz", "%", "*"])
def test_an_unknown_id_is_answered_by_a_sentence(store: JobStore, job_id: str) -> None:
    store.create("talk.pptx", SETTINGS)
    with pytest.raises(JobNotFound, match="There is no job"):
        store.get(job_id)


def test_an_id_that_fits_two_jobs_is_refused(store: JobStore) -> None:
    made = store.create_many([f"{n}.pptx" for n in range(17)], SETTINGS)
    twice = next(digit for digit in "0123456789abcdef" if sum(job.job_id[0] == digit for job in made) > 1)
    with pytest.raises(JobNotFound, match="More than one"):
        store.get(twice)


def test_history_is_newest_first_and_paged(store: JobStore) -> None:
    store.create_many([f"{n}.pptx" for n in range(7)], SETTINGS)
    assert names(store.history(limit=3)) == ["6", "5", "4"]
    assert names(store.history(limit=3, offset=3)) == ["3", "2", "1"]


def test_history_is_in_the_order_in_which_jobs_ended_and_filtered_by_it(store: JobStore) -> None:
    old, new = store.create("old.pptx", SETTINGS, JobStatus.QUEUED), store.create("new.pptx", SETTINGS)
    store.move(new.job_id, JobStatus.CANCELLED)
    between = datetime.now(UTC)
    claimed = store.claim(old.job_id, this_owner())
    assert claimed is not None
    store.finish(claimed, Finished(Outcome.DONE))
    assert names(store.history()) == ["old", "new"]
    assert names(store.history(JobFilter(since=between))) == ["old"]
    assert names(store.history(JobFilter(until=between))) == ["new"]


def test_history_is_filtered_by_state_and_day(store: JobStore) -> None:
    ended(store, "done.pptx")
    ended(store, "failed.pptx", status=Outcome.FAILED)
    store.create("waiting.pptx", SETTINGS)
    now = datetime.now(UTC)
    assert names(store.history(JobFilter(statuses=(JobStatus.FAILED, JobStatus.DONE)))) == ["failed", "done"]
    assert store.count(JobFilter(since=now + timedelta(hours=1))) == 0
    assert store.count(JobFilter(since=now - timedelta(hours=1), until=now + timedelta(hours=1))) == 3


@pytest.mark.parametrize("sought", ["ÜBERSICHT", "übersicht", unicodedata.normalize("NFD", "Übersicht"), " sicht "])
def test_search_knows_case_and_accents_of_every_alphabet(store: JobStore, sought: str) -> None:
    store.create_many(["/decks/Übersicht 2026.pptx", "/decks/other.pptx"], SETTINGS)
    assert names(store.history(JobFilter(text=sought))) == ["Übersicht 2026"]


@pytest.mark.parametrize("sought", ["100%", "_", "*", "'"])
def test_search_takes_every_sign_for_itself(store: JobStore, sought: str) -> None:
    store.create_many([f"/decks/a {sought} b.pptx", "/decks/a 100x b.pptx"], SETTINGS)
    assert store.count(JobFilter(text=sought)) == 1


def test_search_finds_errors_and_titles(store: JobStore) -> None:
    ended(store, "a.pptx", status=Outcome.FAILED, error="The disk is full.")
    job = store.claim(store.create("b.pptx", SETTINGS, JobStatus.QUEUED).job_id, this_owner())
    store.deck_read(job, "Quarterly numbers", 3, "ab")
    assert names(store.history(JobFilter(text="DISK"))) == ["a"]
    assert names(store.history(JobFilter(text="quarterly"))) == ["b"]


def test_counts_have_every_state(store: JobStore) -> None:
    ended(store, "a.pptx")
    store.create("b.pptx", SETTINGS)
    counts = store.counts()
    assert set(counts) == set(JobStatus)
    assert (counts[JobStatus.DONE], counts[JobStatus.PAUSED], counts[JobStatus.FAILED]) == (1, 1, 0)


def test_every_move_is_in_the_jobs_story(store: JobStore) -> None:
    job = store.create("talk.pptx", SETTINGS, reason="Ready.")
    store.move(job.job_id, JobStatus.QUEUED)
    store.move(job.job_id, JobStatus.PAUSED, "Paused: the disk is nearly full.")
    story = store.events(job.job_id)
    assert [event.status.value for event in story] == ["paused", "queued", "paused"]
    assert [event.kind for event in story] == [EventKind.CREATED, EventKind.MOVED, EventKind.MOVED]
    assert story[-1].text == store.get(job.job_id).reason == "Paused: the disk is nearly full."
    assert all(event.at.tzinfo is UTC for event in story)


def test_an_illegal_move_changes_nothing(store: JobStore) -> None:
    job = ended(store, "talk.pptx")
    story = store.events(job.job_id)
    with pytest.raises(IllegalMove):
        store.move(job.job_id, JobStatus.QUEUED)
    assert store.get(job.job_id) == job
    assert store.events(job.job_id) == story


def test_a_running_job_is_moved_by_its_owner_only(store: JobStore) -> None:
    job = store.create("talk.pptx", SETTINGS, JobStatus.QUEUED)
    store.claim(job.job_id, this_owner())
    with pytest.raises(JobBusy, match="another process"):
        store.move(job.job_id, JobStatus.CANCELLED)


def test_a_cancelled_job_knows_when(store: JobStore) -> None:
    job = store.create("talk.pptx", SETTINGS)
    assert store.move(job.job_id, JobStatus.CANCELLED).completed_at is not None


def test_settings_change_while_a_job_waits_and_not_after(store: JobStore) -> None:
    job = store.create("talk.pptx", SETTINGS)
    assert store.update_settings(job.job_id, RenderSettings()).settings == RenderSettings()
    with pytest.raises(JobBusy):
        store.update_settings(ended(store, "old.pptx").job_id, RenderSettings())


def test_a_retry_is_a_new_row_and_the_old_one_stays(store: JobStore) -> None:
    failed = ended(store, "talk.pptx", status=Outcome.FAILED, error="The disk is full.")
    again = store.retry(failed.job_id)
    assert (again.status, again.deck_path, again.settings) == (JobStatus.QUEUED, failed.deck_path, failed.settings)
    assert again.retry_of == failed.job_id
    assert store.get(failed.job_id) == failed
    store.remove([failed.job_id])
    assert store.get(again.job_id).retry_of is None


def test_what_has_not_ended_is_not_retried(store: JobStore) -> None:
    with pytest.raises(JobBusy):
        store.retry(store.create("talk.pptx", SETTINGS).job_id)


def test_the_queue_is_put_in_another_order_and_keeps_it(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        a, b, c, d = (job.job_id for job in store.create_many(["a", "b", "c", "d"], SETTINGS, JobStatus.QUEUED))
        store.reorder(d, b)
        store.reorder(a, None)
        store.reorder(c, c)
        assert names(store.queue()) == ["d", "b", "c", "a"]
        assert store.next_queued().job_id == d
    with JobStore(paths.database) as store:
        assert names(store.queue()) == ["d", "b", "c", "a"]


def test_a_new_job_comes_last_even_after_reordering(store: JobStore) -> None:
    first, _ = store.create_many(["a", "b"], SETTINGS)
    store.reorder(first.job_id, None)
    store.create("c", SETTINGS)
    assert names(store.queue()) == ["b", "a", "c"]


def test_an_ended_job_has_no_place_in_the_queue(store: JobStore) -> None:
    done, waiting = ended(store, "a"), store.create("b", SETTINGS)
    with pytest.raises(JobBusy):
        store.reorder(waiting.job_id, done.job_id)


def test_an_unfinished_job_holds_its_output(store: JobStore, tmp_path: Path) -> None:
    job = store.create("a", SETTINGS, JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner(), str(tmp_path / "a.mp4"))
    assert store.is_output_taken(tmp_path / "b" / ".." / "a.mp4")
    assert not store.is_output_taken(tmp_path / "a.mp4", besides=job.job_id)
    store.finish(claimed, Finished(Outcome.CANCELLED))
    assert not store.is_output_taken(tmp_path / "a.mp4")


def test_settings_of_another_version_do_not_hide_the_list(store: JobStore) -> None:
    job = store.create("a", SETTINGS)
    store._update(job.job_id, settings={**SETTINGS.to_dict(), "size": "16k", "hologram": True})
    read = store.get(job.job_id)
    assert "16k" in read.settings_error
    assert store.count() == 1


def test_a_row_is_json_with_the_columns_as_keys(store: JobStore) -> None:
    import json

    job = ended(store, "talk.pptx")
    row = json.loads(json.dumps(job.to_dict()))
    assert row["status"] == "done"
    assert row["settings"]["size"] == "720p"
    assert datetime.fromisoformat(row["created_at"]) == job.created_at
    columns = {column.name for column in store._database.get_columns("job")}
    assert set(row) == columns


def test_a_job_can_be_put_between_the_same_two_any_number_of_times(store: JobStore) -> None:
    jobs = store.create_many([f"/decks/{name}.pptx" for name in "abcd"], RenderSettings())
    last = jobs[-1].job_id
    for turn in range(60):
        moved = jobs[1 + turn % 2].job_id
        store.reorder(moved, last)
        assert [job.job_id for job in store.queue()] == [jobs[0].job_id, jobs[2 - turn % 2].job_id, moved, last]
