"""What presenters change about slides is kept with the job, and only while it waits."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from slidecast_gui.edits import SlideEdit
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobBusy, JobStatus, JobStore, Owner, is_alive, this_owner
from slidecast_gui.jobs.sounds import forget_unused_sounds, keep_sound
from slidecast_gui.jobs.work import recover, spec_of
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec

SAID = SlideEdit("Say this instead.")
SOMEBODY = Owner(1, 1.0, "another boot")


def ended(store: JobStore) -> str:
    """A job that is done, with one edit."""
    job = store.create("talk.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SAID)
    store.move(job.job_id, JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner())
    assert claimed is not None
    store.finish(claimed, Finished(Outcome.DONE))
    return job.job_id


def test_edits_are_there_again_after_a_restart(store: JobStore, paths: DataPaths) -> None:
    job = store.create("talk.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SAID)
    store.edit_slide(job.job_id, "257", SlideEdit(seconds=4.5, skipped=True, sound="ab.wav", sound_name="Take 3.wav"))
    with JobStore(paths.database) as again:
        assert again.edits(job.job_id) == {
            "256": SAID,
            "257": SlideEdit(seconds=4.5, skipped=True, sound="ab.wav", sound_name="Take 3.wav"),
        }


def test_the_last_edit_of_a_slide_counts_and_an_empty_one_takes_it_back(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SAID)
    store.edit_slide(job.job_id, "256", SlideEdit(seconds=2))
    assert store.edits(job.job_id) == {"256": SlideEdit(seconds=2)}
    store.edit_slide(job.job_id, "256", SlideEdit())
    assert store.edits(job.job_id) == {}


def test_an_empty_script_is_an_edit_that_makes_the_slide_silent(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SlideEdit(script=""))
    assert store.edits(job.job_id)["256"].script == ""


def test_a_job_that_runs_or_has_ended_keeps_what_it_was_rendered_with(store: JobStore) -> None:
    running = store.create("other.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(running.job_id, this_owner())
    for job_id in (running.job_id, ended(store)):
        with pytest.raises(JobBusy):
            store.edit_slide(job_id, "256", SlideEdit("Too late."))


def test_a_job_that_is_tried_again_has_the_same_edits(store: JobStore) -> None:
    again = store.retry(ended(store))
    assert store.edits(again.job_id) == {"256": SAID}


def test_the_next_version_of_a_talk_is_the_newest_of_its_repeats_that_can_be_changed(store: JobStore) -> None:
    job_id = ended(store)
    assert store.next_version(job_id) is None
    cancelled, older, newer = (store.retry(job_id, status=JobStatus.PAUSED) for _ in range(3))
    store.move(cancelled.job_id, JobStatus.CANCELLED)
    assert store.next_version(job_id) == store.get(newer.job_id)
    store.remove([newer.job_id])
    assert store.next_version(job_id) == store.get(older.job_id)


def test_edits_go_with_their_job(store: JobStore) -> None:
    job_id = ended(store)
    store.remove([job_id])
    assert store._records.slide_edit.select().count() == 0


def test_a_time_that_no_slide_can_be_shown_is_refused() -> None:
    for seconds in (0, -1, 4000, float("nan")):
        with pytest.raises(SlidecastError, match=r"0\.1 to 3600 seconds"):
            SlideEdit(seconds=seconds)


def test_the_child_is_told_the_edits_with_the_place_of_each_sound(store: JobStore, paths: DataPaths) -> None:
    job = store.create("talk.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SlideEdit(script="", seconds=3, skipped=False, sound="ab.wav"))
    spec = spec_of(job, paths, store.edits(job.job_id))
    told = RenderSpec.from_json(spec.to_json())
    assert told == spec
    assert told.edits["256"] == SlideEdit("", 3, skipped=False, sound=str(paths.sounds / "ab.wav"))


def test_a_sound_is_kept_once_whatever_it_is_called(tmp_path: Path) -> None:
    first, second = tmp_path / "mine.WAV", tmp_path / "copy.wav"
    for path in (first, second):
        path.write_bytes(b"the same sound")
    folder = tmp_path / "sounds"
    assert keep_sound(first, folder) == keep_sound(second, folder)
    (kept,) = folder.iterdir()
    assert kept.read_bytes() == b"the same sound"


def test_a_sound_that_was_kept_without_its_name_is_still_heard(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings())
    store._records.slide_edit.insert(job=job.job_id, slide_id="256", edit={"sound": "ab.wav"}).execute()
    assert store.edits(job.job_id) == {"256": SlideEdit(sound="ab.wav")}


def test_sounds_that_no_job_names_go_after_a_day(store: JobStore, paths: DataPaths, tmp_path: Path) -> None:
    names = []
    for content in (b"used", b"forgotten", b"just recorded"):
        (tmp_path / "sound.wav").write_bytes(content)
        names.append(keep_sound(tmp_path / "sound.wav", paths.sounds))
    used, forgotten, fresh = names
    for name in (used, forgotten):
        day_before = time.time() - 25 * 3600
        os.utime(paths.sounds / name, (day_before, day_before))
    job = store.create("talk.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SlideEdit(sound=used))
    recover(store, paths)
    assert {path.name for path in paths.sounds.iterdir()} == {used, fresh}


def test_nothing_is_forgotten_where_no_sound_was_ever_kept(tmp_path: Path) -> None:
    forget_unused_sounds(tmp_path / "sounds", ())
    assert not (tmp_path / "sounds").exists()


def test_an_edit_of_a_later_version_does_not_hide_the_others(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings())
    record = store._records.slide_edit
    record.insert(job=job.job_id, slide_id="256", edit={"seconds": "soon"}).execute()
    record.insert(job=job.job_id, slide_id="257", edit={"script": "Said.", "colour": "red"}).execute()
    assert store.edits(job.job_id) == {"257": SlideEdit("Said.")}


def test_a_queued_job_is_not_started_while_it_is_edited(store: JobStore) -> None:
    first, second = store.create_many(["a.pptx", "b.pptx"], RenderSettings(), JobStatus.QUEUED)
    assert store.hold_for_editing(first.job_id, this_owner())
    assert store.next_queued() == second
    store.edit_slide(first.job_id, "256", SAID)
    assert store.end_editing(this_owner()) == [first.job_id]
    assert store.next_queued() == store.get(first.job_id) == first


def test_only_what_waits_in_the_queue_is_held_for_editing(store: JobStore) -> None:
    ready = store.create("a.pptx", RenderSettings())
    running = store.create("b.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(running.job_id, SOMEBODY)
    assert not any(store.hold_for_editing(job.job_id, this_owner()) for job in (ready, running))
    assert store.get(running.job_id).owner == SOMEBODY


def test_a_job_goes_on_when_the_program_in_which_it_was_edited_is_gone(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED)
    store.hold_for_editing(job.job_id, SOMEBODY)
    store.recover(lambda owner: owner == SOMEBODY)
    assert store.next_queued() is None
    store.recover(is_alive)
    assert store.next_queued() == job
