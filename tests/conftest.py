"""What every test may ask for."""

from __future__ import annotations

import os
import wave
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from pptx import Presentation
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.app import Program
from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.ui import Theme

# Widgets are real; where they are drawn is nobody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real (`dev/`) and hostile (`bad/`) decks; tests that want it skip where it is not laid out."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of decks is not beside this checkout (../shared/corpus)")
    return folder


@pytest.fixture(scope="session")
def fidelity() -> Path:
    """The folder of decks with PowerPoint's own PDF of them."""
    folder = SHARED / "fidelity"
    if not folder.is_dir():
        pytest.skip("the fidelity pairs are not beside this checkout (../shared/fidelity)")
    return folder


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    """Where a Slidecast of this test keeps everything."""
    return DataPaths(tmp_path / "data", tmp_path / "data" / "cache")


@pytest.fixture
def make_program(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Program]]:
    """The program as `run_window` puts it together, over some data and with decks; left with the test."""
    made: list[Program] = []

    def make(paths: DataPaths, *decks: Path) -> Program:
        made.append(Program(qapp, paths, decks))
        return made[-1]

    yield make
    for program in made:
        if program.window is not None and not program.window.closing.stopped:
            with qtbot.waitSignal(program.window.gone, timeout=20_000):
                program.leave()
    qapp.setStyleSheet("")
    # All this goes with its process otherwise; here it would be styled again with every test that follows.
    windows = filter(None, (program.window or program.problem for program in made))
    for left in (*windows, *qapp.findChildren(Theme), *qapp.findChildren(JobQueue)):
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def store(paths: DataPaths) -> Iterator[JobStore]:
    """Its list of jobs."""
    with JobStore(paths.database) as opened:
        yield opened


@pytest.fixture
def make_deck(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small real deck: a slide for each (title, notes); empty notes make no notes page."""

    def make(
        slides: Sequence[tuple[str, str]] = (("One", "First words."), ("Two", "")),
        name: str = "talk.pptx",
        hidden: Sequence[int] = (),
    ) -> Path:
        presentation = Presentation()
        for number, (title, notes) in enumerate(slides, 1):
            slide = presentation.slides.add_slide(presentation.slide_layouts[0])
            slide.shapes.title.text = title
            if notes:
                slide.notes_slide.notes_text_frame.text = notes
            if number in hidden:
                slide._element.set("show", "0")
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        presentation.save(str(path))
        return path

    return make


@pytest.fixture
def make_sound(tmp_path: Path) -> Callable[..., Path]:
    """Writes a WAV file with a tone of so many seconds."""

    def make(name: str, seconds: float, rate: int = 22_050, channels: int = 2) -> Path:
        tone = (9000 * np.sin(np.arange(round(seconds * rate)) * 0.1)).astype("<i2")
        with wave.open(str(tmp_path / name), "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(np.repeat(tone, channels).tobytes())
        return tmp_path / name

    return make
