"""What decks will become is told before they are rendered, without ever reading one in the window's process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from slidecast_gui.effort import Talk
from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.look_main import look
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.settings.estimates import Estimates

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
SILENT = RenderSettings(voice="none", seconds_per_slide=5.0)


@pytest.fixture
def estimates(qtbot: QtBot, store: JobStore) -> Estimates:
    owner = QObject()
    made = Estimates(store, owner)
    made.owner = owner  # type: ignore[attr-defined] # Kept alive as long as the test.
    return made


def test_deck_is_looked_into_and_its_estimate_follows_the_settings(
    qtbot: QtBot, estimates: Estimates, store: JobStore, make_deck: Callable[..., Path]
) -> None:
    job = store.create(make_deck([("One", "Some words."), ("Two", ""), ("Three", "")], hidden=[3]), SILENT)
    assert estimates.of_all([job]) is None
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider([job])
    expected = estimates.of_all([job])
    assert expected is not None
    assert expected.length_s == 10.0
    slower = estimates.of_all([replace(job, settings=replace(SILENT, seconds_per_slide=8.0))])
    assert slower is not None
    assert slower.length_s == 16.0


def test_one_unknown_deck_makes_the_whole_unknown(
    qtbot: QtBot, estimates: Estimates, store: JobStore, make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"PK\x03\x04 no more of it")
    bad, good = store.create(broken, SILENT), store.create(make_deck(), SILENT)
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider([bad, good])
    assert estimates.of_all([good]) is not None
    assert estimates.of_all([bad, good]) is None


def test_stopping_leaves_no_process_behind(
    estimates: Estimates, store: JobStore, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck()
    estimates.consider([store.create(deck, SILENT) for _ in range(5)])
    estimates.stop()
    assert not [child for child in psutil.Process().children() if "look-child" in child.cmdline()]


def test_look_counts_what_is_said_and_refuses_what_must_be_converted(
    make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    read = look(make_deck([("One", "Some words."), ("Two", "***")]))
    assert read is not None
    assert Talk(read.slides, read.spoken, read.letters) == Talk(2, 1, 11)
    text = tmp_path / "talk.pptx"
    text.write_text("no deck", encoding="ascii")
    assert look(text) is None


def test_status_bar_says_what_ready_decks_become(
    qtbot: QtBot, open_window: OpenWindow, make_deck: Callable[..., Path]
) -> None:
    window, store, queue = open_window()
    queue.add([make_deck([("One", ""), ("Two", "")])], SILENT)
    qtbot.waitUntil(lambda: "about 10 seconds of video" in window.status.text(), timeout=20_000)
    queue.update_settings(store.queue()[0].job_id, replace(SILENT, seconds_per_slide=60.0))
    qtbot.waitUntil(lambda: "about 2 minutes of video" in window.status.text())
