"""What to do next with a job is offered in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from details_parts import Shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import desktop
from slidecast_gui.ui.details.next_steps import NextSteps
from slidecast_gui.ui.joblist.job_actions import JobAction


def steps_of(shown: Shown) -> NextSteps:
    found = shown.pane.findChild(NextSteps)
    assert found is not None
    return found


def words(shown: Shown) -> list[str]:
    return [button.text() for button in steps_of(shown).buttons.values() if button.isVisibleTo(shown.pane)]


def test_finished_video_is_watched_and_shown_by_buttons_with_words(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(desktop, "show_in_folder", lambda path: not asked.append(path))
    job = shown.done(shown.claimed())
    assert words(shown) == ["Watch", "Show in folder", "Slides and script"]
    buttons = steps_of(shown).buttons
    buttons[JobAction.SHOW].click()
    assert asked == [Path(job.video_path)]
    buttons[JobAction.PLAY].setFocus()
    qtbot.keyClick(buttons[JobAction.PLAY], Qt.Key.Key_Space)
    assert shown.window.pages.currentWidget() is shown.window.theatre.player


def test_one_button_stands_out_and_that_is_render_where_a_deck_is_ready(qtbot: QtBot, shown: Shown) -> None:
    def main_ones() -> list[str]:
        buttons = shown.window.findChildren(QPushButton)
        return [
            button.text()
            for button in buttons
            if button.property("look") == "primary" and button.isVisibleTo(shown.window) and button.isEnabled()
        ]

    shown.done(shown.claimed())
    qtbot.waitUntil(lambda: main_ones() == ["Watch"])
    shown.failed(shown.claimed("budget.pptx"), "damaged", "The deck is damaged.")
    qtbot.waitUntil(lambda: main_ones() == ["Render again"])
    shown.queue.add([shown.deck_at("new.pptx")], RenderSettings())
    qtbot.waitUntil(lambda: main_ones() == ["Render 1 deck"], timeout=10_000)


def test_slides_of_every_job_are_a_button_away(shown: Shown) -> None:
    for status in (JobStatus.PAUSED, JobStatus.QUEUED):
        shown.queue.pause_all()
        job = shown.store.create(shown.deck_at("talk.pptx"), RenderSettings(), status)
        shown.show(job.job_id)
        assert words(shown) == ["Slides and script"]
    mine = shown.claimed()
    shown.show(mine.job_id)
    assert words(shown) == ["Slides and script"]
    shown.failed(mine, "damaged")
    assert words(shown) == ["Slides and script"]
    steps_of(shown).buttons[JobAction.SLIDES].click()
    assert shown.window.storyboard.page.job_id == mine.job_id


def test_video_that_has_gone_is_located(qtbot: QtBot, shown: Shown) -> None:
    job = shown.done(shown.claimed())
    Path(job.video_path).unlink()
    shown.window.model.missing.forget(job.video_path)
    shown.window.model.missing.is_missing(job)
    qtbot.waitUntil(lambda: words(shown) == ["Locate", "Slides and script"], timeout=10_000)
