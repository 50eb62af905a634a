"""What is said to who does not see the window change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Hold, JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.ui import MainWindow, Theme
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.joblist.filter_chips import Filter

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say."""
    texts: list[str] = []

    def note(event: QAccessibleAnnouncementEvent) -> None:
        texts.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return texts


def test_a_message_is_said_and_its_going_is_not(qtbot: QtBot, theme: Theme, said: list[str]) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say(["“notes.docx” is a Word document."])
    banner.say([])
    assert said == ["“notes.docx” is a Word document."]


def test_a_list_without_a_match_says_so_once(
    open_window: OpenWindow, deck_at: Callable[[str], Path], said: list[str]
) -> None:
    window, store, _ = open_window()
    store.create(deck_at("talk.pptx"), window.jobs_page.next_render.settings)
    window.model.reload()
    window.summarise()
    window.jobs_page.chips.choose(Filter.FAILED)
    window.model.reload()
    window.jobs_page.chips.choose(Filter.DONE)
    assert said == ["Nothing has failed.", "Nothing is done yet."]


def test_a_held_queue_is_said(open_window: OpenWindow, said: list[str]) -> None:
    window, _, _ = open_window()
    window.jobs_page.hold.show_hold(Hold.ALL)
    assert said == [window.jobs_page.hold.text]


def test_the_end_of_a_job_is_said_while_the_window_is_in_front(
    qtbot: QtBot,
    open_window: OpenWindow,
    deck_at: Callable[[str], Path],
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    active = Qt.ApplicationState.ApplicationActive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: active)
    window, store, _ = open_window()
    window.add_paths([deck_at("talk.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=15_000)
    qtbot.waitUntil(lambda: any("talk" in text for text in said))
