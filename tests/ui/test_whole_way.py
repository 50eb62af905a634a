"""The window with the real renderer: from a dropped deck to a video that plays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, Theme
from slidecast_gui.video import probe

LONGEST_MS = 60_000
QUICK = Preferences(render=RenderSettings(preset="720p", fps=24, renderer="builtin", seconds_per_slide=0.5))


class Desk:
    """One launch of the program after another, over the same data."""

    def __init__(self, qtbot: QtBot, paths: DataPaths, theme: Theme) -> None:
        self._qtbot, self._paths, self._theme = qtbot, paths, theme
        self._open = False

    def launch(self) -> None:
        self.store = JobStore(self._paths.database)
        self.queue = JobQueue(self.store, self._paths)
        state = QSettings(str(self._paths.window_state), QSettings.Format.IniFormat)
        self.window = MainWindow(self.store, self.queue, self._theme, QUICK, tuple, state)
        self._open = True
        self.window.show()
        self.queue.recover()

    def close(self) -> None:
        if not self._open:
            return
        self._open = False
        self.window.commands.finish()
        if not self.window.closing.stopped:
            with self._qtbot.waitSignal(self.queue.stopped, timeout=LONGEST_MS):
                self.queue.stop()
        self.window.close()
        self.window.deleteLater()
        self.queue.deleteLater()
        self.store.close()


@pytest.fixture
def desk(qtbot: QtBot, paths: DataPaths, theme: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, paths, theme)
    yield desk
    desk.close()


def test_a_dropped_deck_becomes_a_video_beside_it(qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]) -> None:
    deck = make_deck([("One", "First words."), ("Two", "")])
    desk.launch()
    desk.window.add_paths([deck])
    qtbot.waitUntil(desk.window.top_bar.render_button.isEnabled)
    with qtbot.waitSignal(desk.queue.finished, timeout=LONGEST_MS):
        qtbot.mouseClick(desk.window.top_bar.render_button, Qt.MouseButton.LeftButton)

    (job,) = desk.store.history()
    assert (job.status, job.deck_title, job.slide_count) == (JobStatus.DONE, "One", 2)
    assert Path(job.video_path) == deck.with_suffix(".mp4")
    assert [chapter.title for chapter in probe(Path(job.video_path)).chapters] == ["One", "Two"]
    assert Path(job.thumbnail_path).is_file()


def test_a_render_interrupted_by_closing_goes_on_from_its_pieces_at_the_next_launch(
    qtbot: QtBot, desk: Desk, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck([(f"Slide {number}", f"These are the words of slide {number}. " * 5) for number in range(25)])
    desk.launch()
    desk.window.add_paths([deck], start=True)
    qtbot.waitUntil(lambda: bool(desk.store.queue() and desk.store.queue()[0].slide), timeout=LONGEST_MS)
    desk.close()
    assert not deck.with_suffix(".mp4").exists()

    desk.launch()
    (waiting,) = desk.store.history()
    qtbot.waitUntil(lambda: desk.store.get(waiting.job_id).status is JobStatus.DONE, timeout=LONGEST_MS)
    job = desk.store.get(waiting.job_id)
    assert job.attempts == 2
    assert job.pieces_reused > 0
    assert len(probe(Path(job.video_path)).chapters) == 25
    assert sorted(path.name for path in deck.parent.iterdir() if path.is_file()) == [
        "talk.mp4",
        "talk.pptx",
        "talk.srt",
        "talk.vtt",
    ]
