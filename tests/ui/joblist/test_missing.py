"""A video that was moved or deleted outside of Slidecast is marked, and can be found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.job_model import Role

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]


@pytest.fixture
def rendered(qtbot: QtBot, open_window: OpenWindow, deck_at: Callable[[str], Path]) -> tuple[MainWindow, Job, JobStore]:
    window, store, queue = open_window()
    queue.add([deck_at("one.pptx")], RenderSettings(), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    job = store.history()[0]
    window.jobs_page.list.choose(job.job_id)
    return window, job, store


def is_marked(window: MainWindow) -> bool:
    return bool(window.model.index(0).data(Role.STANDING).missing)


def come_back(window: MainWindow) -> None:
    """What Qt tells when the presenter returns from another program."""
    window.model.missing._come_back(Qt.ApplicationState.ApplicationActive)


def test_moved_video_is_marked_and_located(
    qtbot: QtBot, rendered: tuple[MainWindow, Job, JobStore], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, job, store = rendered
    moved = Path(job.video_path).rename(tmp_path / "moved.mp4")
    come_back(window)
    qtbot.waitUntil(lambda: is_marked(window))
    assert "Missing" in window.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    locate = window.menus.action(JobAction.LOCATE)
    qtbot.waitUntil(locate.isEnabled)
    assert not window.menus.action(JobAction.OPEN).isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(moved), ""))
    locate.trigger()
    assert store.get(job.job_id).video_path == str(moved)
    qtbot.waitUntil(lambda: not is_marked(window) and window.menus.action(JobAction.OPEN).isEnabled())


def test_another_video_is_refused_by_a_sentence(
    qtbot: QtBot, rendered: tuple[MainWindow, Job, JobStore], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, job, store = rendered
    Path(job.video_path).unlink()
    other = tmp_path / "other.mp4"
    other.write_bytes(b"another one")
    come_back(window)
    qtbot.waitUntil(lambda: is_marked(window))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(other), ""))
    window.commands.run(JobAction.LOCATE, [job])
    assert "other.mp4" in window.banner.text
    assert store.get(job.job_id).video_path == job.video_path
