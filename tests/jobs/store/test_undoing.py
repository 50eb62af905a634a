"""Jobs that were removed come back as they were, or are forgotten; in between, nobody who reads jobs knows of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.edits import SlideEdit
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.work import recover
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

TABLES = ("job", "job_event", "slide_edit")


def rows(store: JobStore) -> dict[str, list[tuple[object, ...]]]:
    """The tables as SQLite has them."""
    return {
        table: sorted(store._database.execute_sql(f"SELECT * FROM {table}").fetchall(), key=str) for table in TABLES
    }


@pytest.fixture
def talk(store: JobStore, tmp_path: Path) -> Job:
    """A job with all there can be: a story with a warning, an edit, a thumbnail, and retries of it."""
    job = store.create(tmp_path / "talk “é”.pptx", RenderSettings(size="720p"))
    store.edit_slide(job.job_id, "256", SlideEdit("Said otherwise.", 4.5, skipped=False))
    store.start(job.job_id)
    claimed = store.claim(job.job_id, this_owner(), str(tmp_path / "talk.mp4"))
    assert claimed is not None
    thumbnail = tmp_path / f"{job.job_id}.png"
    thumbnail.touch()
    store.deck_read(claimed, "A talk", 3, "ab" * 32)
    store.thumbnail_made(claimed, str(thumbnail))
    store.warned(claimed, "The equation was left out.", 2)
    store.finish(claimed, Finished(Outcome.DONE, str(tmp_path / "talk.mp4"), duration_s=1 / 3))
    return store.get(job.job_id)


def test_what_is_put_back_is_as_it_was_to_the_byte(store: JobStore, talk: Job) -> None:
    again = store.retry(talk.job_id)
    third = store.retry(store.move(again.job_id, JobStatus.CANCELLED).job_id)
    before = rows(store)
    removal = store.set_aside([talk.job_id, third.job_id, "unknown"])
    assert removal.jobs == (talk.job_id, third.job_id)
    assert [job.job_id for job in store.history()] == [again.job_id]
    assert store.get(again.job_id).retry_of is None
    assert store.edits(talk.job_id) == {}
    assert store.put_back(removal.jobs) == [talk.job_id, third.job_id]
    assert rows(store) == before
    assert Path(talk.thumbnail_path).exists()
    assert store.put_back(removal.jobs) == []


def test_many_are_removed_and_put_back_at_once(store: JobStore) -> None:
    jobs = store.create_many([f"/decks/{n}.pptx" for n in range(1300)], RenderSettings())
    before = rows(store)
    removal = store.set_aside([job.job_id for job in jobs])
    assert store.count() == 0
    store.put_back(removal.jobs)
    assert rows(store) == before


def test_a_running_job_is_not_set_aside(store: JobStore) -> None:
    job = store.create("/decks/a.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(job.job_id, this_owner())
    removal = store.set_aside([job.job_id])
    assert (removal.jobs, removal.running, removal.can_be_undone) == ((), (job.job_id,), False)


def test_a_crash_in_between_leaves_jobs_removed_and_what_they_need_in_place(
    store: JobStore, paths: DataPaths, talk: Job
) -> None:
    paths.sounds.mkdir(parents=True)
    (sound := paths.sounds / "mine.wav").touch()
    os.utime(sound, (time.time() - 10 * 24 * 3600,) * 2)
    again = store.retry(talk.job_id, status=JobStatus.PAUSED)
    store.edit_slide(again.job_id, "257", SlideEdit(sound="mine.wav"))
    (recording := paths.recordings / again.job_id).mkdir(parents=True)
    store.set_aside([again.job_id])
    with JobStore(paths.database) as later:
        # As a terminal does, while the window may still bring them back.
        recover(later, paths)
        assert sound.exists()
        assert recording.exists()
        assert [job.job_id for job in later.history()] == [talk.job_id]
        later.forget_set_aside()
        recover(later, paths)
        assert not sound.exists()
        assert not recording.exists()
        assert later.put_back([again.job_id]) == []


def test_what_is_forgotten_takes_its_thumbnail_along(store: JobStore, talk: Job) -> None:
    store.set_aside([talk.job_id])
    assert Path(talk.thumbnail_path).exists()
    store.forget_set_aside()
    assert not Path(talk.thumbnail_path).exists()
    assert store.put_back([talk.job_id]) == []


def test_one_that_waits_gets_another_file_where_a_later_one_wants_the_same(
    store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    deck = deck_at("talk.pptx")
    waiting = store.create(deck, RenderSettings())
    store.set_aside([waiting.job_id])
    other = store.create(deck, RenderSettings())
    assert not other.renamed
    store.put_back([waiting.job_id])
    assert Path(store.get(waiting.job_id).settings.output).name == "talk (2).mp4"
    assert store.get(waiting.job_id).target != other.target


def test_a_retry_comes_back_without_the_job_it_repeated_where_that_is_gone(store: JobStore, talk: Job) -> None:
    again = store.retry(talk.job_id)
    store.set_aside([again.job_id])
    store.remove([talk.job_id])
    store.put_back([again.job_id])
    assert store.get(again.job_id).retry_of is None
