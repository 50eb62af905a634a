"""What jobs have made or will make: two never write one file, and what was moved is found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import EventKind, Job, JobStatus, JobStore, NotThatVideo, missing_files, this_owner
from slidecast_gui.settings import RenderSettings


@pytest.fixture
def done(store: JobStore, tmp_path: Path) -> Job:
    """A finished job with a video and captions on the disk."""
    job = store.create(tmp_path / "talk.pptx", RenderSettings(), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner(), str(tmp_path / "talk.mp4"))
    assert claimed is not None
    video, captions = tmp_path / "talk.mp4", tmp_path / "talk.srt"
    video.write_bytes(b"video" * 100)
    captions.write_bytes(b"captions")
    made = (str(video), str(captions))
    store.finish(claimed, Finished(Outcome.DONE, video=made[0], captions=made[1:], created_files=made))
    return store.get(job.job_id)


def test_what_was_moved_away_is_missing(done: Job) -> None:
    assert missing_files(done) == ()
    Path(done.video_path).rename(Path(done.video_path).with_name("elsewhere.mp4"))
    assert missing_files(done) == (done.video_path,)


def test_a_moved_video_is_found_again_with_its_captions(store: JobStore, done: Job, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    Path(done.video_path).rename(folder / "renamed.mp4")
    Path(done.captions[0]).rename(folder / "renamed.srt")
    found = store.locate(done.job_id, folder / "renamed.mp4")
    assert missing_files(found) == ()
    assert (found.video_path, found.captions) == (str(folder / "renamed.mp4"), (str(folder / "renamed.srt"),))
    removal = store.remove([done.job_id], with_files=True)
    assert set(removal.deleted_files) == {str(folder / "renamed.mp4"), str(folder / "renamed.srt")}


def test_another_file_is_not_taken_for_the_video(store: JobStore, done: Job, tmp_path: Path) -> None:
    (tmp_path / "other.mp4").write_bytes(b"another video")
    for wrong in ("other.mp4", "none.mp4"):
        with pytest.raises(NotThatVideo):
            store.locate(done.job_id, tmp_path / wrong)
    assert store.get(done.job_id) == done


def test_two_jobs_that_want_one_file_get_two_and_it_is_said(store: JobStore, tmp_path: Path) -> None:
    (tmp_path / "out (2).mp4").write_bytes(b"the presenter's own")
    settings = RenderSettings(output=str(tmp_path / "out.mp4"))
    first, second, third = store.create_many(["/decks/a.pptx", "/decks/b.pptx", "/decks/c.pptx"], settings)
    assert first.settings.output == str(tmp_path / "out.mp4")
    assert first.renamed == ""
    assert second.settings.output == str(tmp_path / "out (3).mp4")
    assert third.settings.output == str(tmp_path / "out (4).mp4")
    assert "out (3).mp4" in second.renamed
    assert [event.text for event in store.events(second.job_id) if event.kind is EventKind.WARNING] == [second.renamed]


def test_the_same_deck_added_twice_makes_two_videos(store: JobStore, tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    store.create(deck, RenderSettings(size="720p"))
    assert store.create(deck, RenderSettings()).settings.output == str(tmp_path / "talk (2).mp4")


def test_a_job_that_has_ended_keeps_no_name_from_others(store: JobStore, done: Job) -> None:
    assert store.retry(done.job_id).settings.output == ""


def test_changing_settings_to_a_wanted_file_gives_another_name(store: JobStore, tmp_path: Path) -> None:
    wanted = RenderSettings(output=str(tmp_path / "out.mp4"))
    store.create("/decks/a.pptx", wanted)
    other = store.create("/decks/b.pptx", RenderSettings())
    changed = store.update_settings(other.job_id, wanted)
    assert changed.settings.output == str(tmp_path / "out (2).mp4")
    assert changed.renamed
    assert store.update_settings(other.job_id, changed.settings).renamed == ""


def test_a_video_on_a_drive_that_does_not_answer_is_not_that_video(store: JobStore, done: Job, tmp_path: Path) -> None:
    with pytest.raises(NotThatVideo):
        store.locate(done.job_id, tmp_path / ("a" * 300))


def test_a_video_is_found_again_where_the_drive_it_was_on_does_not_answer(
    store: JobStore, done: Job, tmp_path: Path
) -> None:
    away = tmp_path / ("a" * 300)
    was = [{"path": str(away / Path(made.path).name), "size": made.size} for made in done.created_files]
    paths = {"video_path": was[0]["path"], "captions": [was[1]["path"]], "created_files": was}
    with store.transaction():
        store._update(done.job_id, **paths)
    assert missing_files(store.get(done.job_id)) == (was[0]["path"], was[1]["path"])
    found = store.locate(done.job_id, done.video_path)
    assert (found.video_path, found.captions) == (done.video_path, done.captions)


@pytest.mark.parametrize("renamed", [True, False])
def test_a_moved_video_is_found_again_with_its_slide_pictures(store: JobStore, tmp_path: Path, renamed: bool) -> None:
    job = store.create(tmp_path / "talk.pptx", RenderSettings(), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner(), str(tmp_path / "talk.mp4"))
    assert claimed is not None
    video, pictures = tmp_path / "talk.mp4", tmp_path / "talk slides"
    pictures.mkdir()
    made = [video, pictures / "slide-001.png", pictures / "slide-002.png"]
    for number, path in enumerate(made, 1):
        path.write_bytes(b"x" * number)
    files = tuple(map(str, made))
    end = Finished(Outcome.DONE, video=files[0], slide_images=str(pictures), created_files=files)
    store.finish(claimed, end)
    archive = tmp_path / "archive"
    archive.mkdir()
    there = archive / ("renamed slides" if renamed else "talk slides")
    pictures.rename(there)
    (there / "slide-002.png").write_bytes(b"another picture by now")
    found = store.locate(job.job_id, video.rename(archive / "renamed.mp4"))
    assert found.slide_image_path == str(there)
    assert missing_files(found) == (files[2],)
    removal = store.remove([job.job_id], with_files=True)
    assert set(removal.deleted_files) == {str(archive / "renamed.mp4"), str(there / "slide-001.png")}
    assert [path.name for path in there.iterdir()] == ["slide-002.png"]
