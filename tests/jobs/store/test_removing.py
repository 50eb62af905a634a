"""Jobs leave the list; files go only when asked for, and only those the jobs made."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobNotFound, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.model import now, time_text
from slidecast_gui.jobs.store import outcome
from slidecast_gui.settings import RenderSettings


@pytest.fixture
def finished_job(store: JobStore, tmp_path: Path) -> Callable[..., Job]:
    def make(deck: str = "talk.pptx", *files: str) -> Job:
        job = store.create(tmp_path / deck, RenderSettings(), JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner())
        for name in files:
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"made by the job")
        made = tuple(str(tmp_path / name) for name in files)
        video = made[0] if made else ""
        images = str(tmp_path / "talk slides") if any("slides/" in name for name in files) else ""
        store.finish(claimed, Finished(Outcome.DONE, video=video, created_files=made, slide_images=images))
        return store.get(job.job_id)

    return make


def test_an_age_beyond_all_memory_forgets_nothing(store: JobStore, finished_job: Callable[..., Job]) -> None:
    finished_job()
    assert store.remove_older_than(timedelta(weeks=60_000)).jobs == ()


def test_files_stay_unless_asked_for(store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]) -> None:
    job = finished_job("talk.pptx", "talk.mp4")
    removal = store.remove([job.job_id])
    assert removal.jobs == (job.job_id,)
    assert (tmp_path / "talk.mp4").exists()
    with pytest.raises(JobNotFound):
        store.get(job.job_id)
    assert store.events(job.job_id) == []


def test_files_the_job_made_go_with_it(store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]) -> None:
    job = finished_job("talk.pptx", "talk.mp4", "talk.srt", "talk slides/slide-001.png")
    removal = store.remove([job.job_id], with_files=True)
    assert len(removal.deleted_files) == 3
    assert not list(tmp_path.glob("talk*"))


def test_a_file_that_has_changed_since_is_kept(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    job = finished_job("talk.pptx", "talk.mp4")
    (tmp_path / "talk.mp4").write_bytes(b"edited by the presenter afterwards")
    removal = store.remove([job.job_id], with_files=True)
    assert removal.kept_files == (str(tmp_path / "talk.mp4"),)
    assert (tmp_path / "talk.mp4").exists()


def test_the_folder_a_video_was_in_stays_even_if_nothing_is_left_in_it(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    job = finished_job("talk.pptx", "videos/talk.mp4")
    store.remove([job.job_id], with_files=True)
    assert list((tmp_path / "videos").iterdir()) == []


def test_a_picture_the_presenter_put_beside_the_slides_keeps_their_folder(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    job = finished_job("talk.pptx", "talk slides/slide-001.png")
    (tmp_path / "talk slides" / "mine.png").write_bytes(b"")
    store.remove([job.job_id], with_files=True)
    assert [path.name for path in (tmp_path / "talk slides").iterdir()] == ["mine.png"]


def test_a_video_that_a_retry_has_made_again_is_kept(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    first, again = finished_job("talk.pptx", "talk.mp4"), finished_job("talk.pptx", "talk.mp4")
    assert store.remove([first.job_id], with_files=True).kept_files == (str(tmp_path / "talk.mp4"),)
    assert (tmp_path / "talk.mp4").exists()
    store.remove([again.job_id], with_files=True)
    assert not (tmp_path / "talk.mp4").exists()


def test_a_video_that_was_made_again_after_the_clock_was_set_back_is_kept(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as ahead:
        ahead.setattr(outcome, "now", lambda: now() + timedelta(hours=3))
        first = finished_job("talk.pptx", "talk.mp4")
    finished_job("talk.pptx", "talk.mp4")
    assert store.remove([first.job_id], with_files=True).deleted_files == ()
    assert (tmp_path / "talk.mp4").exists()


def test_the_thumbnail_leaves_with_its_job_and_no_other_picture_does(store: JobStore, tmp_path: Path) -> None:
    for own in (True, False):
        job = store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner())
        picture = tmp_path / (f"{job.job_id}.png" if own else "holiday.png")
        picture.write_bytes(b"")
        store.thumbnail_made(claimed, str(picture))
        store.finish(claimed, Finished(Outcome.CANCELLED))
        store.remove([job.job_id])
        assert picture.exists() is not own


def test_a_running_job_stays(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(job.job_id, this_owner())
    assert store.remove([job.job_id, "unknown"]).running == (job.job_id,)
    assert store.get(job.job_id).status is JobStatus.RUNNING


def test_only_what_ended_long_ago_is_cleaned(store: JobStore, finished_job: Callable[..., Job]) -> None:
    old, recent = finished_job("old.pptx"), finished_job("recent.pptx")
    waiting = store.create("waiting.pptx", RenderSettings())
    long_ago = time_text(now() - timedelta(days=100))
    for job in (old, waiting):
        store._update(job.job_id, created_at=long_ago)
    store._update(old.job_id, completed_at=long_ago)
    assert store.remove_older_than(timedelta(days=90)).jobs == (old.job_id,)
    assert {job.job_id for job in store.history()} == {recent.job_id, waiting.job_id}


def test_a_clock_that_is_wrongly_ahead_does_not_wipe_the_history(
    store: JobStore, finished_job: Callable[..., Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, recent = finished_job("old.pptx"), finished_job("recent.pptx")
    store._update(old.job_id, completed_at=time_text(now() - timedelta(days=100)))
    ahead = now() + timedelta(days=4000)
    monkeypatch.setattr("slidecast_gui.jobs.store.removing.now", lambda: ahead)
    assert store.forget_older_than(timedelta(days=90)).jobs == (old.job_id,)
    assert [job.job_id for job in store.history()] == [recent.job_id]
    assert store.forget_older_than(timedelta(days=90)).jobs == ()


def test_thousands_of_jobs_are_removed_in_one_go(store: JobStore) -> None:
    jobs = store.create_many([f"{n}.pptx" for n in range(1200)], RenderSettings())
    assert len(store.remove(job.job_id for job in jobs).jobs) == 1200
    assert store.count() == 0


def test_a_video_that_a_job_of_another_deck_has_made_again_is_kept(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    first = finished_job("talk.pptx", "result.mp4")
    last = finished_job("other.pptx", "result.mp4")
    assert store.remove([first.job_id], with_files=True).deleted_files == ()
    assert (tmp_path / "result.mp4").exists()
    assert store.remove([last.job_id], with_files=True).deleted_files == (str(tmp_path / "result.mp4"),)


def test_the_job_that_made_a_video_last_takes_it_along(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    finished_job("talk.pptx", "talk.mp4")
    last = finished_job("talk.pptx", "talk.mp4")
    assert store.remove([last.job_id], with_files=True).deleted_files == (str(tmp_path / "talk.mp4"),)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_what_a_link_in_place_of_the_video_leads_to_is_never_deleted(
    store: JobStore, tmp_path: Path, finished_job: Callable[..., Job]
) -> None:
    job = finished_job("talk.pptx", "talk.mp4")
    own = tmp_path / "own" / "film.mp4"
    own.parent.mkdir()
    (tmp_path / "talk.mp4").rename(own)
    (tmp_path / "talk.mp4").symlink_to(own)
    store.remove([job.job_id], with_files=True)
    assert own.exists()
