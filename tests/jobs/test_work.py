"""One job from its claim to its end, and what is written on the way."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.events import Event, Finished, Outcome, Progress, Stage, Warned
from slidecast_gui.jobs import EventKind, Job, JobStatus, JobStore, Owner, Wish, this_owner, work
from slidecast_gui.jobs.database.checked import distrust
from slidecast_gui.jobs.ledger import Ledger, Then
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.work import recover, run_job, spec_of, take
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

ME = this_owner()


@pytest.fixture
def start_job(store: JobStore, deck_at: Callable[[str], Path]) -> Callable[[str], Job]:
    """A job for a deck, claimed."""

    def start(name: str) -> Job:
        job = take(store, store.create(deck_at(name), RenderSettings()).job_id, ME)
        assert job is not None
        return job

    return start


def run(store: JobStore, paths: DataPaths, job: Job, command: list[str]) -> tuple[Finished, list[Event]]:
    told: list[Event] = []
    return run_job(store, paths, job, told.append, threading.Event(), RenderChild(command)), told


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_waiting_job_is_taken_with_a_place_for_its_video(
    start_job: Callable[[str], Job], deck_at: Callable[[str], Path]
) -> None:
    job = start_job("talk.pptx")
    assert (job.status, job.attempts) == (JobStatus.RUNNING, 1)
    assert job.video_path == str(deck_at("talk.mp4"))


def test_a_job_that_somebody_else_runs_is_not_taken(store: JobStore, start_job: Callable[[str], Job]) -> None:
    assert take(store, start_job("talk.pptx").job_id, ME) is None


def test_a_job_without_a_place_for_its_video_fails_with_a_sentence(
    store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    blocked = deck_at("a file, not a folder")
    job = take(store, store.create(deck_at("talk.pptx"), RenderSettings(output=f"{blocked}/deeper/")).job_id, ME)
    assert (job.status, job.error_kind) == (JobStatus.FAILED, "not-writable")
    assert "choose another place" in job.error


def test_a_job_with_settings_of_another_program_fails_with_a_sentence(
    store: JobStore, deck_at: Callable[[str], Path]
) -> None:
    job = store.create(deck_at("talk.pptx"), RenderSettings())
    store._update(job.job_id, settings={**RenderSettings().to_dict(), "size": "16k"})
    assert "16k" in take(store, job.job_id, ME).error


def test_a_render_is_in_the_table_when_it_has_ended(
    store: JobStore, paths: DataPaths, start_job: Callable[[str], Job], stand_in: list[str]
) -> None:
    job = start_job("good.pptx")
    finished, told = run(store, paths, job, stand_in)
    row = store.get(job.job_id)
    assert finished.status is Outcome.DONE
    assert (row.status, row.title, row.slide_count, row.pieces_made) == (JobStatus.DONE, "A title", 3, 3)
    assert Path(row.video_path).read_bytes() == b"video of " + job.job_id.encode()
    assert row.created_files[0].size == Path(row.video_path).stat().st_size
    assert len(told) == 2


def test_a_renderer_that_crashes_once_is_started_again(
    store: JobStore, paths: DataPaths, start_job: Callable[[str], Job], stand_in: list[str]
) -> None:
    job = start_job("crashonce.pptx")
    finished, _ = run(store, paths, job, stand_in)
    row = store.get(job.job_id)
    assert finished.status is Outcome.DONE
    assert (row.status, row.attempts, row.unclean_ends) == (JobStatus.DONE, 2, 1)


def test_a_deck_that_always_crashes_fails_and_names_the_slide(
    store: JobStore, paths: DataPaths, start_job: Callable[[str], Job], stand_in: list[str]
) -> None:
    job = start_job("crash.pptx")
    finished, _ = run(store, paths, job, stand_in)
    row = store.get(job.job_id)
    assert (row.status, row.attempts) == (JobStatus.FAILED, 3)
    assert finished.error == row.error
    assert "slide 7" in row.error
    assert "the codec gave up" in row.error_detail


def test_nothing_temporary_is_left_of_a_killed_render(
    store: JobStore, paths: DataPaths, start_job: Callable[[str], Job], stand_in: list[str]
) -> None:
    job = start_job("crash.pptx")
    part = spec_of(job, paths).part
    part.mkdir()
    (part / "talk.mp4").write_bytes(b"half a video")
    run(store, paths, job, stand_in)
    assert not part.exists()
    assert list(paths.scratch.iterdir()) == []


def test_what_dead_processes_left_is_cleared_and_what_running_jobs_use_is_kept(
    store: JobStore, paths: DataPaths, start_job: Callable[[str], Job], deck_at: Callable[[str], Path]
) -> None:
    running, lost = (spec_of(start_job(name), paths) for name in ("running.pptx", "lost.pptx"))
    store._update(lost.job_id, owner=Owner(1, 1.0, "another boot").to_text())
    for spec in (running, lost):
        Path(spec.scratch).mkdir(parents=True)
        spec.part.mkdir()
        (spec.part / "talk.mp4").write_bytes(b"half a video")
    assert recover(store, paths) == [lost.job_id]
    assert list(paths.scratch.iterdir()) == [Path(running.scratch)]
    assert (running.part.exists(), lost.part.exists()) == (True, False)


def test_progress_is_written_once_a_second(store: JobStore, start_job: Callable[[str], Job]) -> None:
    job, clock = start_job("talk.pptx"), Clock()
    ledger = Ledger(store, job, clock)
    written = []
    for step in range(40):
        written.append(ledger.write(Progress(Stage.SLIDES, step / 100, step)))
        clock.now += 0.125
    assert sum(written) == 5
    assert store.get(job.job_id).progress == 32


def test_the_same_progress_is_not_written_twice(store: JobStore, start_job: Callable[[str], Job]) -> None:
    clock = Clock()
    ledger = Ledger(store, start_job("talk.pptx"), clock)
    assert ledger.write(Progress(Stage.SLIDES, 0.421, 7))
    clock.now += 5
    assert not ledger.write(Progress(Stage.SLIDES, 0.429, 7))


def test_the_last_progress_is_in_the_row_of_a_failed_job(store: JobStore, start_job: Callable[[str], Job]) -> None:
    job = start_job("talk.pptx")
    ledger = Ledger(store, job, Clock())
    ledger.write(Progress(Stage.SLIDES, 0.1, 1))
    ledger.write(Progress(Stage.SLIDES, 0.9, 9))
    assert ledger.end(Finished(Outcome.FAILED, error="The disk is full.")) is JobStatus.FAILED
    row = store.get(job.job_id)
    assert (row.progress, row.slide, row.stage) == (90, 9, Stage.SLIDES)


def test_a_note_is_in_the_jobs_story_and_counted_nowhere(store: JobStore, start_job: Callable[[str], Job]) -> None:
    job = start_job("talk.pptx")
    assert Ledger(store, job).write(Warned("font-alike", "A font with the same widths is used."))
    assert store.get(job.job_id).warnings == 0
    (told,) = [event for event in store.events(job.job_id) if event.kind is EventKind.NOTE]
    assert told.text == "A font with the same widths is used."


def test_warnings_are_in_the_jobs_story(store: JobStore, start_job: Callable[[str], Job]) -> None:
    job = start_job("talk.pptx")
    assert Ledger(store, job).write(Warned("font", "A font was replaced.", 2))
    assert store.get(job.job_id).warnings == 1
    assert store.events(job.job_id)[-1].text == "A font was replaced."


@pytest.mark.parametrize("then", [Then(JobStatus.PAUSED, "Paused."), Then(JobStatus.QUEUED, "Closed."), Then()])
def test_a_stopped_render_becomes_what_it_was_stopped_for(
    store: JobStore, start_job: Callable[[str], Job], then: Then
) -> None:
    job = start_job("talk.pptx")
    assert Ledger(store, job).end(Finished(Outcome.CANCELLED), then) is then.status
    assert store.get(job.job_id).status is then.status
    assert store.get(job.job_id).reason == then.reason


def test_a_render_that_ended_before_it_could_be_paused_is_done(
    store: JobStore, start_job: Callable[[str], Job]
) -> None:
    job = start_job("talk.pptx")
    assert Ledger(store, job).end(Finished(Outcome.DONE), Then(JobStatus.PAUSED)) is JobStatus.DONE


def test_the_end_of_a_job_that_was_taken_away_is_not_written(store: JobStore, start_job: Callable[[str], Job]) -> None:
    job = start_job("talk.pptx")
    store.release(job, JobStatus.PAUSED)
    assert Ledger(store, job).end(Finished(Outcome.DONE)) is None
    assert store.get(job.job_id).status is JobStatus.PAUSED


def test_a_job_that_waits_in_a_terminal_is_taken_by_it_alone(
    store: JobStore, deck_at: Callable[[str], Path], terminal: tuple[Owner, subprocess.Popen[str]]
) -> None:
    theirs = store.create(deck_at("theirs.pptx"), RenderSettings(), owner=terminal[0])
    mine = store.create(deck_at("mine.pptx"), RenderSettings(), owner=ME)
    assert take(store, theirs.job_id, ME) is None
    assert store.get(theirs.job_id) == theirs
    taken = take(store, mine.job_id, ME)
    assert taken is not None
    assert (taken.status, taken.owner) == (JobStatus.RUNNING, ME)


def test_a_crash_of_native_code_fails_the_third_time_with_its_slide_and_last_words(
    store: JobStore, paths: DataPaths, stand_in: list[str], start_job: Callable[[str], Job]
) -> None:
    job = start_job("segfault.pptx")
    finished, _ = run(store, paths, job, stand_in)
    row = store.get(job.job_id)
    assert (row.status, row.attempts, row.unclean_ends) == (JobStatus.FAILED, 3, 3)
    assert "slide 7" in row.error
    assert "Segmentation fault" in row.error_detail
    assert finished.error_detail == row.error_detail


def test_last_words_that_are_no_text_are_not_taken_for_damage_of_the_list(
    store: JobStore, paths: DataPaths, stand_in: list[str], start_job: Callable[[str], Job]
) -> None:
    job = start_job("crashzero.pptx")
    run(store, paths, job, stand_in)
    assert "the codec gave up" in store.get(job.job_id).error_detail
    store.close()
    distrust(store.path)
    with JobStore(paths.database) as looked_through:
        assert looked_through.recovery is None


def test_what_an_earlier_attempt_left_on_a_drive_that_was_away_goes_with_the_next(
    store: JobStore, paths: DataPaths, stand_in: list[str], start_job: Callable[[str], Job]
) -> None:
    job = start_job("talk.pptx")
    left = Path(job.video_path).with_name(f".{job.job_id}-0.part")
    left.mkdir()
    run(store, paths, job, stand_in)
    assert not left.exists()


def test_a_drive_that_has_gone_costs_neither_the_end_of_a_render_nor_taking_jobs_back(
    store: JobStore, paths: DataPaths, stand_in: list[str], deck_at: Callable[[str], Path], tmp_path: Path
) -> None:
    job = store.create(deck_at("fail.pptx"), RenderSettings(), JobStatus.QUEUED)
    gone = tmp_path / ("a" * 300) / "talk.mp4"
    claimed = store.claim(job.job_id, Owner(1, 1.0, "another boot"), str(gone))
    assert claimed is not None
    finished, _ = run(store, paths, claimed, stand_in)
    assert finished.error_kind == "damaged"

    job = store.create(deck_at("talk.pptx"), RenderSettings(), JobStatus.QUEUED)
    store.claim(job.job_id, Owner(1, 1.0, "another boot"), str(gone))
    assert recover(store, paths) == [job.job_id]


def test_a_removed_job_of_a_dead_process_is_gone_also_where_taking_it_back_is_cut_short(
    store: JobStore, paths: DataPaths, deck_at: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = store.create(deck_at("talk.pptx"), RenderSettings(), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, Owner(1, 1.0, "another boot"), str(deck_at("talk.mp4")))
    assert claimed is not None
    store.note_wish(claimed, Wish.REMOVE)

    def killed(_spec: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "clear_up", killed)
    with pytest.raises(KeyboardInterrupt):
        recover(store, paths)
    assert store.history() == []


def test_a_job_that_is_paused_while_a_place_for_its_video_is_looked_for_does_not_run(
    store: JobStore, deck_at: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = store.create(deck_at("talk.pptx"), RenderSettings(), JobStatus.QUEUED)

    def slow(of: Job, _store: object) -> Path:
        store.move(of.job_id, JobStatus.PAUSED, "Paused.")
        return Path(of.deck_path).with_suffix(".mp4")

    monkeypatch.setattr(work, "choose_destination", slow)
    assert take(store, job.job_id, ME) is None
    assert store.get(job.job_id).status is JobStatus.PAUSED


def test_a_job_that_starts_while_another_process_clears_up_keeps_its_folder(
    store: JobStore, paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.scratch.mkdir(parents=True)
    (paths.scratch / "long gone-1").mkdir()
    queue = store.queue

    def claimed_just_now() -> list[Job]:
        jobs = queue()
        (paths.scratch / "claimed-1").mkdir()
        return jobs

    monkeypatch.setattr(store, "queue", claimed_just_now)
    recover(store, paths)
    assert [folder.name for folder in paths.scratch.iterdir()] == ["claimed-1"]


def test_what_was_stopped_for_the_end_of_a_session_is_not_begun_again(
    store: JobStore, paths: DataPaths, stand_in: list[str], start_job: Callable[[str], Job]
) -> None:
    stopped = threading.Event()
    job = start_job("hang.pptx")
    then = Then(JobStatus.QUEUED, "The terminal was ended.")
    run_job(store, paths, job, lambda _event: stopped.set(), stopped, RenderChild(stand_in), lambda: then)
    row = store.get(job.job_id)
    assert (row.status, row.reason, row.attempts, row.unclean_ends) == (JobStatus.QUEUED, then.reason, 1, 0)


def test_a_render_whose_job_was_taken_over_meanwhile_is_no_success(
    store: JobStore, paths: DataPaths, stand_in: list[str], start_job: Callable[[str], Job]
) -> None:
    job = start_job("good.pptx")
    finished = run_job(
        store, paths, job, lambda _event: store.release(job, JobStatus.PAUSED), threading.Event(), RenderChild(stand_in)
    )
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, "taken-over")
    assert store.get(job.job_id).status is JobStatus.PAUSED
