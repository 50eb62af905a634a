"""The menu at a card has what can be done with the chosen jobs, and nothing that cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow

Opened = tuple[MainWindow, JobStore, JobQueue]


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[..., Opened], deck_at: Callable[[str], Path]) -> MainWindow:
    """With a deck that waits, and a video."""
    window, store, queue = open_window()
    queue.add([deck_at("video.pptx")], RenderSettings(), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    queue.add([deck_at("waits.pptx")], RenderSettings())
    return window


def entries(window: MainWindow, *rows: int) -> list[str]:
    """The words in the menu for some rows; bars for what sets them apart."""
    jobs = window.jobs_page.list
    jobs.clearSelection()
    for row in rows:
        jobs.selectionModel().select(window.model.index(row), jobs.selectionModel().SelectionFlag.Select)
    menu = window.choosing.card_menu
    menu.fill(jobs.chosen, window.model.standing)
    texts = ["|" if entry.isSeparator() else entry.text().replace("&", "") for entry in menu.actions()]
    assert all(entry.isEnabled() for entry in menu.actions())
    return texts


def test_a_video_is_played_first_and_removed_last(window: MainWindow) -> None:
    texts = entries(window, 1)
    assert texts[0] == "Play video"
    assert texts[-3:] == ["|", "Remove", "Remove and delete files…"]
    assert "Start" not in texts
    assert window.choosing.card_menu.defaultAction().text().replace("&", "") == "Play video"


def test_a_deck_that_waits_is_started_first(window: MainWindow) -> None:
    texts = entries(window, 0)
    assert texts[0] == "Start"
    assert not {"Play video", "Render again", "Locate…"} & set(texts)


def test_for_several_jobs_there_is_what_one_of_them_can(window: MainWindow) -> None:
    assert {"Start", "Play video", "Copy path", "Move up"} <= set(entries(window, 0, 1))
