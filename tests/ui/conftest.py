"""The real window over a real store, with a real process that stands for the renderer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from every_page import Pages
from pptx import Presentation
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences
from slidecast_gui.ui import MainWindow, Theme
from slidecast_gui.ui.settings.voice_listing import ListedVoice

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

STAND_IN = Path(__file__).parents[1] / "jobs" / "stand_in.py"
HERE = Path(__file__).parent

# What Qt says of a machine: the offscreen platform has no window manager to give a minimum size to or to ask for the
# top; there may be no sound server, no PipeWire, no graphics card; and what is no video is no video.
_MACHINE = (
    r"This plugin does not support (propagateSizeHints|raise)",
    r"PulseAudioService|No audio device|Couldn't (load|resolve)|No HW decoder|No RHI backend",
    r"Using Qt multimedia|Could not open media",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*_MACHINE, extend=True))


@pytest.fixture(scope="session")
def real_deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A presentation that can be rendered."""
    path = tmp_path_factory.mktemp("real") / "deck.pptx"
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = "Hello"
    presentation.save(str(path))
    return path


@pytest.fixture
def deck_at(tmp_path: Path, real_deck: Path) -> Callable[[str], Path]:
    """A real deck under any name; the stand-in renderer behaves as its name says ("hang.pptx", "fail.pptx")."""

    def make(name: str) -> Path:
        path = tmp_path / "decks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(real_deck.read_bytes())
        return path

    return make


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()


def voices() -> tuple[ListedVoice, ...]:
    return (
        ListedVoice("espeak:en-gb", "English (Great Britain)", "en-GB"),
        ListedVoice("espeak:de", "German", "de"),
    )


@pytest.fixture
def open_window(
    qtbot: QtBot, paths: DataPaths, theme: Theme
) -> Iterator[Callable[..., tuple[MainWindow, JobStore, JobQueue]]]:
    """Opens the window as a launch does; each one is closed, and its renders ended, with the test."""
    opened: list[tuple[MainWindow, JobStore, JobQueue]] = []

    def open_one(preferences: Preferences | None = None) -> tuple[MainWindow, JobStore, JobQueue]:
        store = JobStore(paths.database)
        queue = JobQueue(store, paths, child=RenderChild([sys.executable, str(STAND_IN)]))
        state = QSettings(str(paths.window_state), QSettings.Format.IniFormat)
        with theme.undressed():
            window = MainWindow(store, queue, theme, preferences or Preferences(), voices, state, paths)
        opened.append((window, store, queue))
        window.show()
        queue.recover()
        return window, store, queue

    yield open_one
    for window, store, queue in opened:
        if not window.closing.stopped:
            with qtbot.waitSignal(window.closing.done, timeout=10_000):
                window.closing.stop()
        window.close()
        window.deleteLater()
        queue.deleteLater()
        store.close()


@pytest.fixture
def window(open_window: Callable[..., tuple[MainWindow, JobStore, JobQueue]]) -> MainWindow:
    return open_window()[0]


@pytest.fixture
def pages(
    qtbot: QtBot,
    open_window: Callable[..., tuple[MainWindow, JobStore, JobQueue]],
    theme: Theme,
    make_deck: Callable[..., Path],
) -> Pages:
    window, store, _ = open_window()
    window.resize(1280, 900)
    return Pages(qtbot, window, store, theme, make_deck([("One", "First words."), ("Two", "")]))
