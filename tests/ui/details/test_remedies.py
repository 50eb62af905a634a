"""A failure says what to do next, with the button for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from details_parts import Shown
from pytestqt.qtbot import QtBot

from slidecast_gui.edits import SlideEdit
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus
from slidecast_gui.jobs.processes.render_main import failure
from slidecast_gui.ui import questions
from slidecast_gui.ui.details.trouble import Trouble
from slidecast_gui.ui.settings.job_settings_dialog import JobSettingsDialog
from slidecast_gui.video import MovieError


def button_of(shown: Shown) -> Trouble:
    found = shown.pane.findChild(Trouble)
    assert found is not None
    assert found.isVisibleTo(shown.pane)
    return found


@pytest.mark.parametrize(
    ("kind", "slide", "words"),
    [
        ("missing", None, "Find the deck…"),
        ("not-writable", None, "Save elsewhere…"),
        ("disk-full", None, "Save elsewhere…"),
        ("renderer-crashed", 3, "Open slide 3"),
        ("renderer-crashed", None, "Render again"),
        ("sound-unreadable", 2, "Open slide 2"),
        ("all-hidden", None, "Slides and script"),
        ("encrypted", 2, "Render again"),
        ("deck-changed", None, "Render the new version"),
        ("internal", None, "Render again"),
    ],
)
def test_each_kind_of_failure_has_its_button(shown: Shown, kind: str, slide: int | None, words: str) -> None:
    shown.failed(shown.claimed(), kind, slide=slide)
    assert button_of(shown).button.text() == words


def test_vanished_deck_is_found_and_rendered_with_its_edits(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = shown.claimed()
    moved = shown.deck_at("moved.pptx")
    shown.store.release(mine, JobStatus.PAUSED)
    shown.store.edit_slide(mine.job_id, "256", SlideEdit(script="Otherwise."))
    shown.store.move(mine.job_id, JobStatus.QUEUED)
    mine = shown.store.claim(mine.job_id, mine.owner, mine.video_path)  # type: ignore[arg-type, assignment]
    Path(mine.deck_path).unlink()
    shown.failed(mine, "missing")
    monkeypatch.setattr(questions, "which_deck", lambda *_: moved)
    shown.queue.pause_all()
    button_of(shown).button.click()
    (again,) = shown.store.queue()
    assert (again.deck_path, again.retry_of) == (str(moved), mine.job_id)
    assert shown.store.edits(again.job_id) == {"256": SlideEdit(script="Otherwise.")}


def test_thinking_better_of_it_renders_nothing(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.failed(shown.claimed(), "missing")
    monkeypatch.setattr(questions, "which_deck", lambda *_: None)
    button_of(shown).button.click()
    assert shown.store.queue() == []


def test_full_disk_asks_for_another_place(shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.release(mine, JobStatus.PAUSED, "Paused: disk full.", "disk-full")
    shown.show(mine.job_id)
    button_of(shown).button.click()
    dialog = shown.window.findChild(JobSettingsDialog)
    assert dialog is not None
    assert dialog.done_button.text() == "Change settings"
    dialog.reject()


def test_slide_that_failed_is_opened(shown: Shown) -> None:
    job = shown.failed(shown.claimed(), "renderer-crashed", slide=1)
    button_of(shown).button.click()
    assert shown.window.pages.currentWidget() is shown.window.storyboard.page
    assert shown.window.storyboard.page.job_id == job.job_id


def test_failure_about_a_slide_is_told_with_its_number() -> None:
    error = MovieError("sound-unreadable", "No sound.")
    error.slide = 4
    assert failure(error) == Finished(Outcome.FAILED, error="No sound.", error_kind="sound-unreadable", slide=4)
