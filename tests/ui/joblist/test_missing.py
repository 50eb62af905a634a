"""A video that was moved or deleted outside of Slidecast is marked, and can be found again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.job_actions import JobAction, label
from slidecast_gui.ui.joblist.job_model import Role
from slidecast_gui.ui.joblist.standing import Standing

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


def test_one_located_video_finds_the_others_that_were_moved_along(
    qtbot: QtBot, open_window: OpenWindow, deck_at: Callable[[str], Path], tmp_path: Path
) -> None:
    window, store, queue = open_window()
    queue.add([deck_at(f"{name}.pptx") for name in ("one", "two", "three", "four")], RenderSettings(), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 4, timeout=10_000)
    jobs = {job.name: job for job in store.history()}
    (moved := tmp_path / "moved").mkdir()
    for name in ("one", "two", "three"):
        video = Path(jobs[name].video_path)
        video.rename(moved / video.name)
    (moved / "three.mp4").write_bytes(b"another video of that name")
    (moved / "four.mp4").write_bytes(Path(jobs["four"].video_path).read_bytes())
    with qtbot.waitSignal(window.commands.told) as told:
        window.commands.locate(jobs["one"], moved / "one.mp4")
    assert told.args == ["Another video that was missing was found there, too."]
    now = {job.name: Path(job.video_path) for job in store.history()}
    assert now["two"] == moved / "two.mp4"
    assert (now["three"], now["four"]) == (Path(jobs["three"].video_path), Path(jobs["four"].video_path))


def test_a_missing_video_has_a_button_with_words_for_what_helps() -> None:
    job = Job("1", JobStatus.DONE, "/decks/a.pptx", RenderSettings(), 1, datetime.now(UTC), video_path="/v.mp4")
    assert label(job, Standing(missing=True)) == "Locate"
