"""A small real video, and Qt's own player where this machine has the libraries for it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from slidecast_gui.clip import Clip, SpokenSentence
from slidecast_gui.ui import Theme
from slidecast_gui.ui.player import PlayerPage, backend
from slidecast_gui.video import Take, VideoFormat, build_timeline, encode_sound, encode_still, write_movie

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three chapters, at 0, 3 and 4.5 seconds of 6; something is said in the first."""
    size = VideoFormat(320, 180, 30)
    spoken = Clip(np.zeros(32_000, np.int16), 16_000, (SpokenSentence("Hello & welcome.", 0.0, 1.8),))
    takes = [Take(1, "Opening", spoken, 1), Take(2, "R&D", None, 1.5), Take(3, "The end", None, 1.5)]
    images = {take.number: Image.new("RGB", (320, 180), (60 * take.number, 90, 40)) for take in takes}
    timeline = build_timeline(takes, 30, 0.0)
    path = tmp_path_factory.mktemp("movie") / "talk.mp4"
    write_movie(
        timeline,
        size,
        lambda slide: encode_still(images[slide], size),
        lambda _fade: b"",
        lambda _slide: encode_sound(spoken),
        path,
        "A talk",
        lambda _fraction: None,
        lambda: False,
    )
    return path


@pytest.fixture
def multimedia() -> None:
    """Skips where this machine has not what QtMultimedia is linked to."""
    missing = backend.missing_packages("linux") if importlib.util.find_spec("PySide6.QtMultimedia") else ("Addons",)
    if missing:
        pytest.skip(f"no QtMultimedia here: {', '.join(missing)}")


@pytest.fixture
def state(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, state: QSettings) -> Iterator[PlayerPage]:
    made = PlayerPage(theme, state)
    made.resize(900, 600)
    made.show()
    yield made
    made.stop()
    made.close()
    made.deleteLater()
