"""What the window works out without showing anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Stage
from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.jobs.estimate import Estimate
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import wording
from slidecast_gui.ui.desktop import reveal_command
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.job_actions import JobAction, offered
from slidecast_gui.ui.outside.batch import Batch, ready_sentence
from slidecast_gui.ui.outside.taskbar import Work
from slidecast_gui.ui.settings.estimates import Expected
from slidecast_gui.ui.turns import Changes

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def job(status: JobStatus = JobStatus.PAUSED, job_id: str = "a", **values: object) -> Job:
    made = {"settings": RenderSettings(), "position": 1, "created_at": NOW} | values
    return Job(job_id=job_id, status=status, deck_path="/talks/Harbour.pptx", **made)  # type: ignore[arg-type]


def test_file_is_shown_selected_where_the_system_has_a_command_for_it() -> None:
    path = Path("/a b/film, 2.mp4")
    explorer = r'"D:\Win\explorer.exe" /select,"' + f'{path}"'
    assert reveal_command("win32", path, {"WINDIR": r"D:\Win"}) == explorer
    assert reveal_command("darwin", path, {}) == ("open", "-R", str(path))
    assert reveal_command("linux", path, {}) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds"),
        (24, "about 20 seconds"),
        (70, "about a minute"),
        (125, "about 2 minutes"),
        (33 * 60, "about 35 minutes"),
        (7300, "about 2 hours"),
        (12837, "about 3½ hours"),
    ],
)
def test_estimates_are_worded_as_coarsely_as_they_are(seconds: float, words: str) -> None:
    assert wording.about(seconds) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (345_300_000, "330 MB"),
        (11_400_000, "11 MB"),
        (2_700_000, "2.6 MB"),
        (1_500_000_000, "1.4 GB"),
        (300, "300 bytes"),
    ],
)
def test_sizes_that_are_estimated_have_two_digits(size: int, words: str) -> None:
    assert wording.rough_size(size) == words


def test_expectation_is_worded_no_finer_than_it_is_known() -> None:
    expected = Estimate(12837.0, 345_300_000, 174.0)
    assert wording.amounts(expected) == "about 3½ hours of video, 330 MB, about 3 minutes to render"


def test_lengths_are_exact() -> None:
    assert [wording.clock(seconds) for seconds in (0, 59.6, 247, 3735)] == ["0:00", "1:00", "4:07", "1:02:15"]


def test_past_jobs_are_grouped_by_day() -> None:
    local = NOW.astimezone()
    today = local.date()
    assert wording.day(local, today) == "Today"
    assert wording.day(local - timedelta(days=1), today) == "Yesterday"
    assert wording.day(local, date(today.year + 1, 6, 1)).endswith(str(today.year))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (job(), "Ready"),
        (job(reason="Paused."), "Paused"),
        (job(attempts=1), "Paused"),
        (job(JobStatus.QUEUED), "Waiting"),
        (job(JobStatus.RUNNING, stage=Stage.NARRATION), "Speaking"),
        (job(JobStatus.FAILED), "Failed"),
    ],
)
def test_states_in_words(made: Job, words: str) -> None:
    assert wording.state(made)[0] == words


def test_next_step_is_offered_first() -> None:
    first = {status: offered(job(status))[0] for status in JobStatus}
    assert first[JobStatus.PAUSED] is JobAction.START
    assert first[JobStatus.RUNNING] is JobAction.PAUSE
    assert first[JobStatus.DONE] is JobAction.PLAY
    assert first[JobStatus.FAILED] is JobAction.RETRY


def test_running_card_says_slide_elapsed_and_remaining() -> None:
    running = job(JobStatus.RUNNING, started_at=NOW, slide=7, slide_count=30, stage=Stage.SLIDES, progress=20)
    text = card_text.facts(running, 130.0, NOW + timedelta(seconds=33))
    assert text.split(card_text.DOT) == ["Slide 7 of 30", "0:33", "about 2 minutes left"]


def test_card_is_spoken_as_a_sentence() -> None:
    failed = job(JobStatus.FAILED, error="The deck is damaged; save it again.", slide_count=3)
    assert card_text.spoken(failed, None, NOW).startswith("Harbour. Failed. 3 slides")
    assert card_text.spoken(failed, None, NOW).endswith("The deck is damaged; save it again.")


def test_status_counts_the_decks_that_were_started_together() -> None:
    batch = Batch()
    for name in "abc":
        batch.note(job(JobStatus.QUEUED, name))
    batch.note(job(JobStatus.RUNNING, "a"))
    assert batch.sentence(None, None) == "Rendering 1 of 3"
    # Two of them are noted; of a long queue that is only the beginning.
    assert batch.sentence(None, None, 300) == "Rendering 1 of 301"
    batch.note(job(JobStatus.DONE, "a"))
    batch.note(job(JobStatus.RUNNING, "b"))
    assert batch.sentence(125, None) == "Rendering 2 of 3, about 2 minutes left for this one"
    batch.note(job(JobStatus.FAILED, "b"))
    batch.note(job(JobStatus.RUNNING, "c"))
    assert batch.sentence(125, 0) == "Rendering 3 of 3, about 2 minutes left"
    batch.note(job(JobStatus.DONE, "c"))
    assert batch.sentence(None, None) == "2 videos are done, 1 deck failed"
    batch.note(job(JobStatus.RUNNING, "d"))
    assert batch.sentence(None, None) == "Rendering 1 of 1"


def test_cancelled_decks_are_not_counted() -> None:
    batch = Batch()
    for name in "abc":
        batch.note(job(JobStatus.QUEUED, name))
    batch.note(job(JobStatus.CANCELLED, "a"))
    batch.note(job(JobStatus.RUNNING, "b"))
    assert batch.sentence(None, None) == "Rendering 1 of 2"
    assert batch.work(0.5) == Work(0.25, 2)
    batch.note(job(JobStatus.DONE, "b"))
    batch.note(job(JobStatus.CANCELLED, "c"))
    assert batch.sentence(None, None) == "1 video is done"


def test_many_changes_that_come_at_once_are_taken_a_few_in_a_turn_and_each_once(qtbot: QtBot) -> None:
    taken: list[str] = []
    parent = QObject()
    changes = Changes(taken.append, parent)
    many = [str(n) for n in range(3 * Changes.AT_ONCE)]
    for key in (*many, many[-1]):
        changes.take(key)
    assert taken == many[: Changes.AT_ONCE]
    qtbot.waitUntil(lambda: taken == many)
    for key in many:
        changes.take(key)
    changes.stop()
    QApplication.processEvents()
    assert len(taken) < 2 * len(many)


def test_status_without_work_says_what_is_ready() -> None:
    assert Batch().sentence(None, None) == ""
    assert ready_sentence(2, None) == "2 decks are ready"
    assert ready_sentence(0, None) == "Nothing is being rendered"


def test_decks_that_are_ready_say_what_they_will_become() -> None:
    expected = Estimate(351.0, 12_000_000, 62.0)
    words = ready_sentence(10, Expected(expected, 9, 10))
    assert words == "10 decks are ready, 9 of them: about 6 minutes of video, 11 MB, about a minute to render"
    assert ready_sentence(2, Expected(Estimate(0.0, 0, 0.0), 0, 2)) == "2 decks are ready"
    assert (
        ready_sentence(1, Expected(expected, 1, 1))
        == "1 deck is ready: about 6 minutes of video, 11 MB, about a minute to render"
    )


def test_remaining_time_is_that_of_the_whole_queue_where_all_of_it_is_known() -> None:
    batch = Batch()
    batch.note(job(JobStatus.RUNNING, "a"))
    batch.note(job(JobStatus.QUEUED, "b"))
    assert batch.sentence(60.0, None) == "Rendering 1 of 2, about a minute left for this one"
    assert batch.sentence(60.0, 180.0) == "Rendering 1 of 2, about 4 minutes left"
