"""The window over a data folder that cannot be written: it opens, says so, and shows what there is."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.app import Program
from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences, save_preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.system import space

# The offscreen platform has no window manager to give a minimum size to.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints", extend=True)

SMALL = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5)


@pytest.fixture
def open_program(make_program: Callable[..., Program]) -> Callable[..., Program]:
    def start(paths: DataPaths, *decks: Path) -> Program:
        made = make_program(paths, *decks)
        made.open()
        return made

    return start


@pytest.fixture
def filled(small_disk: Path, tmp_path: Path) -> DataPaths:
    """A data folder on a small disk, with three jobs; the cache lies elsewhere."""
    paths = DataPaths(small_disk / "data", tmp_path / "cache")
    with JobStore(paths.database) as store:
        store.create_many([f"/decks/{number}.pptx" for number in range(3)], SMALL)
    save_preferences(paths.preferences, Preferences(render=SMALL))
    return paths


def fill_up(folder: Path) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        for size in (1 << 20, 1 << 12):
            while space.free_in(folder) >= size:
                file.write(bytes(size))
                file.flush()
    return ballast


def test_a_data_folder_that_can_only_be_read_shows_its_jobs(
    open_program: Callable[..., Program],
    filled: DataPaths,
    small_disk: Path,
    make_deck: Callable[..., Path],
    qtbot: QtBot,
) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    window = open_program(filled, make_deck()).window
    assert window is not None
    qtbot.waitUntil(lambda: "make that folder writable" in window.banner.text)
    assert window.model.rowCount() == 3
    window.commands.render_ready()
    window.closing._queue.pause_all()
    assert "make that folder writable" in window.banner.text


def test_a_data_folder_that_fills_up_during_a_render_delays_only_the_writing(
    open_program: Callable[..., Program],
    filled: DataPaths,
    small_disk: Path,
    make_deck: Callable[..., Path],
    qtbot: QtBot,
) -> None:
    deck = make_deck([(f"Slide {number}", "Words.") for number in range(6)])
    window = open_program(filled, deck).window
    assert window is not None
    queue = window.closing._queue
    if queue.is_idle:
        with qtbot.waitSignal(queue.busy, timeout=20_000):
            pass
    ballast = fill_up(small_disk)
    with qtbot.waitSignal(queue.trouble, timeout=60_000, check_params_cb=lambda sentence: "is full" in sentence):
        pass
    with qtbot.waitSignal(queue.finished, timeout=60_000) as finished:
        ballast.unlink()
    with JobStore(filled.database) as store:
        job = store.get(str(finished.args[0]))
    assert (job.status, job.attempts) == (JobStatus.DONE, 1)
    assert deck.with_suffix(".mp4").is_file()
