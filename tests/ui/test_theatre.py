"""Finished videos are watched inside the window, over the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.job_actions import JobAction


@pytest.fixture
def done(store: JobStore, window: MainWindow, tmp_path: Path) -> Job:
    """A job whose video has gone: the player says so, and what is looked at here is the window around it."""
    video = tmp_path / "talk.mp4"
    job = store.create(tmp_path / "talk.pptx", RenderSettings(), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner(), str(video))
    assert claimed is not None
    store.finish(claimed, Finished(Outcome.DONE, str(video), created_files=(str(video),)))
    window.model.reload()
    window.summarise()
    return store.get(job.job_id)


def test_a_video_is_played_over_the_list_and_escape_leads_back(qtbot: QtBot, window: MainWindow, done: Job) -> None:
    window.commands.run(JobAction.PLAY, [done])
    assert window.pages.currentWidget() is window.theatre.player
    assert window.theatre.player.path == Path(done.video_path)
    assert window.top_bar.isHidden()
    QTest.keyClick(window.theatre.player, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.jobs_page
    assert not window.top_bar.isHidden()


def test_what_happens_to_jobs_meanwhile_does_not_take_the_video_away(window: MainWindow, done: Job) -> None:
    window.commands.run(JobAction.PLAY, [done])
    window.summarise()
    assert window.pages.currentWidget() is window.theatre.player


def test_decks_that_are_dropped_on_the_player_are_shown_in_the_list(
    qtbot: QtBot, window: MainWindow, done: Job, deck_at: Callable[[str], Path]
) -> None:
    window.commands.run(JobAction.PLAY, [done])
    with qtbot.waitSignal(window.commands.added):
        window.add_paths([deck_at("other.pptx")])
    assert window.pages.currentWidget() is window.jobs_page


def test_the_full_screen_is_the_video_alone(window: MainWindow, done: Job) -> None:
    window.commands.run(JobAction.PLAY, [done])
    window.theatre.player.full_screen_changed.emit(True)
    assert window.menuBar().isHidden()
    assert window.statusBar().isHidden()
    window.theatre.player.full_screen_changed.emit(False)
    assert not window.menuBar().isHidden()


def test_the_path_of_a_video_is_copied(window: MainWindow, done: Job) -> None:
    window.commands.run(JobAction.PLAY, [done])
    window.theatre.player.copy_wanted.emit(done.video_path)
    assert QGuiApplication.clipboard().text() == done.video_path
