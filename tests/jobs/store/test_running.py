"""Who runs a job: claims, fences, and what is taken back from the dead."""

from __future__ import annotations

import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import (
    EventKind,
    Job,
    JobBusy,
    JobStatus,
    JobStore,
    OutputTaken,
    Owner,
    is_alive,
    is_held_by_another,
    this_owner,
)
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

ME = this_owner()
SOMEBODY = Owner(1, 1.0, "another boot")

CLAIM = textwrap.dedent("""
    import sys
    from pathlib import Path
    from slidecast_gui.jobs import JobStore, this_owner
    with JobStore(Path(sys.argv[1])) as store:
        print("ready", flush=True)
        sys.stdin.readline()
        for job_id in sys.argv[2:]:
            job = store.claim(job_id, this_owner())
            print(job.attempts if job else 0, flush=True)
        sys.stdin.readline()
""")

OPEN = textwrap.dedent("""
    import sys
    from pathlib import Path
    from slidecast_gui.jobs import JobStore, this_owner
    sys.stdin.readline()
    with JobStore(Path(sys.argv[1])) as store:
        print(len(store.queue()), flush=True)
""")


@pytest.fixture
def queued(store: JobStore) -> Job:
    return store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED)


def test_an_attempt_is_counted_and_in_the_file_before_the_work_starts(
    store: JobStore, paths: DataPaths, queued: Job
) -> None:
    store.claim(queued.job_id, ME, "/videos/talk.mp4")
    with JobStore(paths.database) as other:
        job = other.get(queued.job_id)
    assert (job.status, job.attempts, job.owner, job.video_path) == (JobStatus.RUNNING, 1, ME, "/videos/talk.mp4")
    assert job.started_at is not None


def test_a_job_is_claimed_once(store: JobStore, queued: Job) -> None:
    assert store.claim(queued.job_id, ME)
    assert store.claim(queued.job_id, SOMEBODY) is None
    assert store.get(queued.job_id).owner == ME


def test_a_paused_job_is_not_claimed(store: JobStore) -> None:
    job = store.create("talk.pptx", RenderSettings())
    assert store.claim(job.job_id, ME) is None


def test_two_processes_never_get_the_same_job(
    store: JobStore, paths: DataPaths, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    jobs = [
        job.job_id for job in store.create_many([f"{n}.pptx" for n in range(20)], RenderSettings(), JobStatus.QUEUED)
    ]
    racers = [other_process(CLAIM, paths.database, *jobs) for _ in range(2)]
    for racer in racers:
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    claims = [[int(racer.stdout.readline()) for _ in jobs] for racer in racers]
    assert [sum(both) for both in zip(*claims, strict=True)] == [1] * len(jobs)
    assert {job.attempts for job in store.queue()} == {1}


def test_two_jobs_cannot_write_one_file(store: JobStore, queued: Job) -> None:
    other = store.create("other.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(queued.job_id, ME, "/videos/talk.mp4")
    with pytest.raises(OutputTaken):
        store.claim(other.job_id, ME, "/videos/talk.mp4")
    assert store.get(other.job_id).attempts == 0


def test_the_owner_writes_how_far_it_is(store: JobStore, queued: Job) -> None:
    job = store.claim(queued.job_id, ME)
    assert store.beat(job, Stage.SLIDES, 42, slide=7)
    assert store.deck_read(job, "A title", 12, "ab")
    assert store.warned(job, "A font was replaced.", slide=2)
    row = store.get(job.job_id)
    assert (row.stage, row.progress, row.slide) == (Stage.SLIDES, 42, 7)
    assert (row.title, row.slide_count, row.deck_sha256, row.warnings) == ("A title", 12, "ab", 1)
    assert (store.events(job.job_id)[-1].kind, store.events(job.job_id)[-1].slide) == (EventKind.WARNING, 2)


def test_a_result_is_in_the_row_with_the_sizes_of_its_files(store: JobStore, queued: Job, tmp_path: Path) -> None:
    video = tmp_path / "talk.mp4"
    video.write_bytes(b"12345")
    job = store.claim(queued.job_id, ME, str(video))
    captions = (str(tmp_path / "talk.srt"),)
    end = Finished(Outcome.DONE, str(video), captions, created_files=(str(video), *captions), duration_s=61.5, slides=9)
    assert store.finish(job, end)
    row = store.get(job.job_id)
    assert (row.status, row.progress, row.owner, row.completed_at is None) == (JobStatus.DONE, 100, None, False)
    assert [(made.path, made.size) for made in row.created_files] == [(str(video), 5)]
    assert (row.captions, row.duration_s, row.slide_count) == (captions, 61.5, 9)


def test_a_failed_job_does_not_point_at_an_earlier_result(store: JobStore, queued: Job) -> None:
    job = store.claim(queued.job_id, ME, "/videos/talk.mp4")
    store.finish(job, Finished(Outcome.FAILED, error="The deck is damaged.", error_kind="damaged", error_detail="zip"))
    row = store.get(job.job_id)
    assert (row.video_path, row.error, row.error_kind, row.error_detail) == (
        "",
        "The deck is damaged.",
        "damaged",
        "zip",
    )


def test_warnings_are_counted_for_the_last_attempt_and_all_told_in_the_story(store: JobStore, queued: Job) -> None:
    for _ in range(2):
        job = store.claim(queued.job_id, ME)
        store.warned(job, "A font was replaced.")
        store.release(job, JobStatus.QUEUED)
    assert store.get(queued.job_id).warnings == 1
    assert [event.attempt for event in store.events(queued.job_id) if event.kind is EventKind.WARNING] == [1, 2]


@pytest.mark.parametrize("to", [JobStatus.QUEUED, JobStatus.PAUSED])
def test_a_job_given_back_says_why_and_is_not_counted_as_a_crash(store: JobStore, queued: Job, to: JobStatus) -> None:
    for _ in range(4):
        job = store.claim(queued.job_id, ME)
        assert store.release(job, to, "Slidecast was closed.")
        row = store.get(job.job_id)
        assert (row.status, row.reason, row.owner, row.unclean_ends) == (to, "Slidecast was closed.", None, 0)
        if to is JobStatus.PAUSED:
            store.move(job.job_id, JobStatus.QUEUED)


def test_who_lost_the_job_changes_nothing(store: JobStore, queued: Job) -> None:
    lost = store.claim(queued.job_id, ME)
    store.release(lost, JobStatus.QUEUED)
    mine = store.claim(queued.job_id, ME)
    before, story = store.get(mine.job_id), store.events(mine.job_id)
    assert not store.beat(lost, Stage.VIDEO, 99)
    assert not store.deck_read(lost, "x", 1, "x")
    assert not store.warned(lost, "x")
    assert not store.thumbnail_made(lost, "x")
    assert not store.release(lost, JobStatus.PAUSED)
    assert not store.finish(lost, Finished(Outcome.DONE))
    assert store.crashed(lost, Finished(Outcome.FAILED)) is None
    assert (store.get(mine.job_id), store.events(mine.job_id)) == (before, story)
    assert store.finish(mine, Finished(Outcome.DONE))
    assert not store.finish(mine, Finished(Outcome.FAILED))


def test_the_job_of_a_killed_process_is_queued_again(
    store: JobStore, paths: DataPaths, queued: Job, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    owner = other_process(CLAIM, paths.database, queued.job_id)
    owner.stdin.write("go\n")
    owner.stdin.flush()
    assert [owner.stdout.readline(), owner.stdout.readline()] == ["ready\n", "1\n"]
    assert store.recover(is_alive) == []
    owner.kill()
    owner.wait()
    assert [job.job_id for job in store.recover(is_alive)] == [queued.job_id]
    row = store.get(queued.job_id)
    assert (row.status, row.owner, row.unclean_ends, row.attempts) == (JobStatus.QUEUED, None, 0, 1)
    assert row.reason


@pytest.mark.parametrize("heartbeat", ["1999-01-01T00:00:00.000000Z", "2999-01-01T00:00:00.000000Z"])
def test_no_clock_takes_a_job_from_a_living_owner(store: JobStore, queued: Job, heartbeat: str) -> None:
    store.claim(queued.job_id, ME)
    store._update(queued.job_id, last_heartbeat=heartbeat, started_at=heartbeat)
    assert store.recover(is_alive) == []
    assert store.get(queued.job_id).status is JobStatus.RUNNING


def test_a_job_that_ends_its_owner_three_times_on_one_slide_fails_and_names_the_slide(
    store: JobStore, queued: Job
) -> None:
    for _ in range(3):
        job = store.claim(queued.job_id, SOMEBODY)
        store.beat(job, Stage.SLIDES, 50, slide=7)
        assert [job.job_id for job in store.recover(is_alive)] == [queued.job_id]
    row = store.get(queued.job_id)
    assert (row.status, row.unclean_ends, row.attempts) == (JobStatus.FAILED, 3, 3)
    assert "slide 7" in row.error
    assert [event.kind for event in store.events(queued.job_id)].count(EventKind.CRASHED) == 3


def test_a_renderer_that_crashes_is_tried_three_times(store: JobStore, queued: Job) -> None:
    crash = Finished(Outcome.FAILED, error="It stopped.", error_kind="renderer-crashed", error_detail="SIGSEGV in font")
    states = [store.crashed(store.claim(queued.job_id, ME), crash) for _ in range(3)]
    assert states == [JobStatus.QUEUED, JobStatus.QUEUED, JobStatus.FAILED]
    assert store.get(queued.job_id).error_detail == "SIGSEGV in font"


def test_queued_and_paused_jobs_are_left_alone_by_recovery(store: JobStore) -> None:
    store.create_many(["a", "b"], RenderSettings(), JobStatus.QUEUED)
    store.create("c", RenderSettings())
    before = store.queue()
    assert store.recover(lambda _owner: False) == []
    assert store.queue() == before


def test_changes_of_another_process_are_news_and_our_own_are_not(store: JobStore, paths: DataPaths) -> None:
    mine = store.create("mine.pptx", RenderSettings(), JobStatus.QUEUED)
    assert store.news() == store.news()
    with JobStore(paths.database) as other:
        theirs = other.create("theirs.pptx", RenderSettings())
        claimed = other.claim(mine.job_id, ME)
        news = store.news()
        assert (news.added, news.changed, news.removed) == ((theirs.job_id,), (mine.job_id,), False)
        other.beat(claimed, Stage.SLIDES, 10)
        assert store.news().changed == (mine.job_id,)
        assert not store.news().changed
        other.remove([theirs.job_id])
        assert store.news().removed


def test_what_another_process_removes_is_news_also_where_we_have_added_as_much(
    store: JobStore, paths: DataPaths
) -> None:
    gone, kept = store.create_many(["a.pptx", "b.pptx"], RenderSettings())
    with JobStore(paths.database) as other:
        store.news()
        store.create("c.pptx", RenderSettings())
        other.remove([gone.job_id])
        assert store.news().removed
        other.create("d.pptx", RenderSettings())
        store.set_aside([kept.job_id])
        assert not store.news().removed
        store.put_back([kept.job_id])
        other.remove([kept.job_id])
        assert store.news().removed


def test_ten_processes_may_open_a_new_file_at_once(
    paths: DataPaths, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    openers = [other_process(OPEN, paths.database) for _ in range(10)]
    for opener in openers:
        opener.stdin.write("go\n")
        opener.stdin.flush()
    assert [opener.stdout.readline() for opener in openers] == ["0\n"] * 10


def test_what_waits_in_a_terminal_is_not_startable_by_others(
    store: JobStore, terminal: tuple[Owner, subprocess.Popen[str]]
) -> None:
    held = store.create_many(["a", "b"], RenderSettings(), reason="Waits.", owner=terminal[0])
    mine = store.create("mine", RenderSettings(), owner=ME)
    free = store.create("free", RenderSettings())
    again = store.claim(store.start(store.create("again", RenderSettings()).job_id).job_id, ME)
    assert again is not None
    store.release(again, JobStatus.PAUSED, "Paused.")
    assert [job.job_id for job in store.startable()] == [mine.job_id, free.job_id, again.job_id]
    assert (store.count_startable(), store.count_startable(fresh=True)) == (3, 2)
    assert [is_held_by_another(job) for job in store.queue()] == [True, True, False, False, False]
    for start in (store.start, store.start_next):
        with pytest.raises(JobBusy, match="terminal"):
            start(held[0].job_id)
    assert store.get(held[0].job_id) == held[0]
    assert store.start(mine.job_id).owner is None


def test_what_waited_in_a_terminal_that_died_can_be_started(
    store: JobStore, terminal: tuple[Owner, subprocess.Popen[str]]
) -> None:
    held = store.create("talk.pptx", RenderSettings(), reason="Waits.", owner=terminal[0])
    assert store.recover(is_alive) == []
    terminal[1].kill()
    terminal[1].wait()
    assert [job.job_id for job in store.recover(is_alive)] == [held.job_id]
    row = store.get(held.job_id)
    assert (row.status, row.owner, row.reason, row.unclean_ends) == (JobStatus.PAUSED, None, "", 0)
    assert store.events(held.job_id)[-1].kind is EventKind.CHANGED
    assert store.recover(is_alive) == []
    assert [job.job_id for job in store.startable()] == [held.job_id]


def test_what_waits_in_a_terminal_can_be_cancelled_by_others(
    store: JobStore, terminal: tuple[Owner, subprocess.Popen[str]]
) -> None:
    held = store.create("talk.pptx", RenderSettings(), owner=terminal[0])
    assert store.move(held.job_id, JobStatus.CANCELLED).owner is None


def test_only_paused_jobs_wait_for_their_turn_in_a_process(store: JobStore) -> None:
    with pytest.raises(ValueError, match="paused"):
        store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED, owner=ME)


def test_retries_wait_for_their_turn_in_a_terminal_too(store: JobStore, queued: Job) -> None:
    store.finish(store.claim(queued.job_id, ME), Finished(Outcome.FAILED))
    (again,) = store.retry_failed(JobStatus.PAUSED, owner=ME)
    store.move(again.job_id, JobStatus.CANCELLED)
    once_more = store.retry(again.job_id, status=JobStatus.PAUSED, owner=ME)
    assert [store.get(job.job_id).owner for job in (queued, again, once_more)] == [None, None, ME]
    assert again.owner == ME


def test_kills_that_come_anywhere_never_fail_a_job(store: JobStore, queued: Job) -> None:
    """Log-outs, power cuts and an impatient presenter: no proof against the deck."""
    for progress, slide in enumerate((1, 3, None, 3, 7, None, None, None, 9), 50):
        job = store.claim(queued.job_id, SOMEBODY)
        store.beat(job, Stage.SLIDES, progress, slide=slide)
        store.recover(is_alive)
    row = store.get(queued.job_id)
    assert (row.status, row.attempts) == (JobStatus.QUEUED, 9)
    assert row.reason == "Slidecast ended while this job was running. It goes on from what was finished."
