"""What decks will become is told before they are rendered, without ever reading one in the window's process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from slidecast_gui.edits import SlideEdit
from slidecast_gui.effort import Talk
from slidecast_gui.jobs import Job, JobStore
from slidecast_gui.jobs.processes.look_main import look
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.settings import estimates as estimates_module
from slidecast_gui.ui.settings.estimates import Estimates

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
SILENT = RenderSettings(voice="none", seconds_per_slide=5.0)


@pytest.fixture
def estimates(qtbot: QtBot, store: JobStore, paths: DataPaths) -> Estimates:
    owner = QObject()
    made = Estimates(store, paths.sounds, owner)
    made.owner = owner  # type: ignore[attr-defined] # Kept alive as long as the test.
    return made


def told(estimates: Estimates, jobs: Sequence[Job]) -> tuple[float, int, int]:
    """Seconds of video, and of how many of how many decks."""
    expected = estimates.of_all(jobs)
    assert expected is not None
    return expected.amounts.length_s, expected.known, expected.asked


def test_deck_is_looked_into_and_its_estimate_follows_the_settings(
    qtbot: QtBot, estimates: Estimates, store: JobStore, make_deck: Callable[..., Path]
) -> None:
    job = store.create(make_deck([("One", "Some words."), ("Two", ""), ("Three", "")], hidden=[3]), SILENT)
    assert told(estimates, [job]) == (0.0, 0, 1)
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider([job])
    assert told(estimates, [job]) == (10.0, 1, 1)
    assert told(estimates, [replace(job, settings=replace(SILENT, seconds_per_slide=8.0))]) == (16.0, 1, 1)


def test_deck_that_cannot_be_looked_into_is_left_out(
    qtbot: QtBot, estimates: Estimates, store: JobStore, make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"PK\x03\x04 no more of it")
    bad, good = store.create(broken, SILENT), store.create(make_deck(), SILENT)
    estimates.consider([bad, good])
    assert estimates.of_all([bad, good]) is None
    qtbot.waitUntil(lambda: estimates.of_all([bad, good]) is not None, timeout=20_000)
    assert told(estimates, [bad, good]) == (10.0, 1, 2)


def test_decks_beyond_the_most_are_left_out(
    qtbot: QtBot, estimates: Estimates, store: JobStore, make_deck: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estimates_module, "LOOKED_INTO", 1)
    deck = make_deck()
    jobs = [store.create(deck, SILENT) for _ in range(3)]
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider(jobs)
    assert told(estimates, jobs) == (10.0, 1, 3)
    # Those that have ended make room for others.
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider(jobs[1:])
    assert told(estimates, jobs) == (10.0, 1, 3)


def test_edited_deck_is_looked_into_again(
    qtbot: QtBot,
    estimates: Estimates,
    store: JobStore,
    paths: DataPaths,
    make_deck: Callable[..., Path],
    make_sound: Callable[..., Path],
) -> None:
    job = store.create(make_deck([("One", ""), ("Two", ""), ("Three", "")]), SILENT)
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider([job])
    paths.sounds.mkdir(parents=True)
    make_sound("mine.wav", 3.0).rename(paths.sounds / "mine.wav")
    for slide_id, edit in (
        ("256", SlideEdit(skipped=True)),
        ("257", SlideEdit(sound="mine.wav")),
        ("258", SlideEdit(seconds=20.0)),
    ):
        store.edit_slide(job.job_id, slide_id, edit)
    with qtbot.waitSignal(estimates.changed, timeout=20_000):
        estimates.consider([job])
    assert told(estimates, [job]) == (24.0, 1, 1)
    with qtbot.assertNotEmitted(estimates.changed, wait=50):
        estimates.consider([job])


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
    edited = look(make_deck([("One", "Some words."), ("Two", "***")]), {"257": SlideEdit(script="Other words.")})
    assert edited is not None
    assert (edited.spoken, edited.letters) == (2, 23)
    text = tmp_path / "talk.pptx"
    text.write_text("no deck", encoding="ascii")
    assert look(text) is None


def outlook_of(window: MainWindow) -> QLabel:
    """What stands beside the Render button."""
    return next(label for label in window.top_bar.findChildren(QLabel) if "\n" in label.text())


def test_status_bar_says_what_ready_decks_become(
    qtbot: QtBot, open_window: OpenWindow, make_deck: Callable[..., Path]
) -> None:
    window, store, queue = open_window()
    queue.add([make_deck([("One", ""), ("Two", "")])], SILENT)
    qtbot.waitUntil(lambda: "about 10 seconds of video" in window.status.text(), timeout=20_000)
    beside = outlook_of(window)
    assert beside.text().splitlines()[0].startswith("about 10 seconds of video, ")
    # It gives way before anything that can be clicked does.
    for width in (1400, 700):
        window.resize(width, 700)
        qtbot.waitUntil(lambda wide=width > 1000: beside.isHidden() is not wide)  # type: ignore[misc]
    queue.update_settings(store.queue()[0].job_id, replace(SILENT, seconds_per_slide=60.0))
    qtbot.waitUntil(lambda: "about 2 minutes of video" in window.status.text())
    # Edited on the storyboard, and left.
    store.edit_slide(store.queue()[0].job_id, "256", SlideEdit(seconds=540.0))
    window.pages.away_changed.emit(False)
    qtbot.waitUntil(lambda: "about 10 minutes of video" in window.status.text(), timeout=20_000)
