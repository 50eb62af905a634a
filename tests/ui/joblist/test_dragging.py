"""Videos leave the list for other programs, as copies; jobs of the queue change their places in it, by keys as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.store.queue_order import moves
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.dragging import JOB_MIME
from slidecast_gui.ui.joblist.job_actions import JobAction

Opened = tuple[MainWindow, JobStore, JobQueue]
Dragged = list[tuple[list[str], list[str], Qt.DropAction]]
_COPY = Qt.DropAction.CopyAction


@pytest.fixture
def opened(qtbot: QtBot, open_window: Callable[..., Opened], deck_at: Callable[[str], Path]) -> Opened:
    """A window with two videos, and three decks that wait."""
    window, store, queue = open_window()
    queue.add([deck_at("one.pptx"), deck_at("two.pptx")], RenderSettings(), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 2, timeout=10_000)
    queue.add([deck_at(f"{name}.pptx") for name in "abc"], RenderSettings())
    return window, store, queue


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> Dragged:
    """What Qt was asked to drag: files, formats, and what may be done with them."""
    told: Dragged = []

    def take(drag: QDrag, actions: Qt.DropAction, *_default: object) -> Qt.DropAction:
        mime = drag.mimeData()
        told.append(([url.toLocalFile() for url in mime.urls()], mime.formats(), actions))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", take)
    return told


def job_of(store: JobStore, name: str) -> Job:
    return next(job for job in store.history() if job.name == name)


def names(window: MainWindow) -> list[str]:
    return [window.model.data(window.model.index(row)) for row in range(window.model.rowCount())]


def test_chosen_videos_are_dragged_out_as_copies(opened: Opened, dragged: Dragged) -> None:
    window, store, _ = opened
    jobs = window.jobs_page.list
    jobs.selectAll()
    jobs.setCurrentIndex(window.model.index(window.model.row_of(job_of(store, "one").job_id)))
    jobs.selectAll()
    jobs.startDrag(Qt.DropAction.MoveAction)
    assert dragged == [([job_of(store, name).video_path for name in ("two", "one")], ["text/uri-list"], _COPY)]


def test_a_video_that_has_gone_is_not_dragged(qtbot: QtBot, opened: Opened, dragged: Dragged) -> None:
    window, store, _ = opened
    job = job_of(store, "one")
    index = window.model.index(window.model.row_of(job.job_id))
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    Path(job.video_path).unlink()
    window.model.missing._come_back(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: window.model.standing(job).missing)
    assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    window.jobs_page.list.choose(job.job_id)
    window.jobs_page.list.startDrag(Qt.DropAction.CopyAction)
    assert dragged == []


def test_videos_can_be_dragged_where_the_list_can_only_be_read(opened: Opened) -> None:
    window, _, _ = opened
    window.jobs_page.forbid("The list of jobs can only be read.")
    can = [bool(window.model.index(row).flags() & Qt.ItemFlag.ItemIsDragEnabled) for row in range(5)]
    assert can == [False, False, False, True, True]


@pytest.mark.parametrize("row", [0, 3])
def test_the_window_takes_nothing_that_comes_from_its_own_list(opened: Opened, row: int) -> None:
    window, _, _ = opened
    mime = window.model.mimeData([window.model.index(row)])
    assert mime.hasFormat(JOB_MIME) == (row == 0)
    event = QDragEnterEvent(QPoint(300, 300), _COPY, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert not window.drop_target.veil.isVisible()


def test_paths_of_videos_are_copied_and_a_word_says_so(opened: Opened) -> None:
    window, store, _ = opened
    window.jobs_page.list.choose(job_of(store, "one").job_id)
    entry = window.menus.action(JobAction.COPY)
    assert entry.shortcut().toString() == "Ctrl+C"
    entry.trigger()
    assert QGuiApplication.clipboard().text() == job_of(store, "one").video_path
    assert window.statusBar().currentMessage() == "The path of “one.mp4” was copied."


def test_keys_move_a_waiting_job_as_the_mouse_does(qtbot: QtBot, opened: Opened) -> None:
    window, store, _ = opened
    window.jobs_page.list.choose(job_of(store, "c").job_id)
    window.menus.action(JobAction.EARLIER).trigger()
    qtbot.waitUntil(lambda: names(window)[:3] == ["a", "c", "b"])
    assert [job.name for job in window.jobs_page.list.chosen] == ["c"]
    for _ in range(2):
        window.menus.action(JobAction.LATER).trigger()
        qtbot.waitUntil(lambda: names(window)[:3] == ["a", "b", "c"])
    window.jobs_page.list.choose(job_of(store, "one").job_id)
    assert not window.menus.action(JobAction.EARLIER).isEnabled()


@pytest.mark.parametrize(
    ("chosen", "up", "order"),
    [("b", True, "bacd"), ("bc", True, "bcad"), ("a", True, "abcd"), ("ab", False, "cabd"), ("bd", False, "acbd")],
)
def test_several_jobs_move_together(store: JobStore, chosen: str, up: bool, order: str) -> None:
    jobs = store.create_many([f"/decks/{name}.pptx" for name in "abcd"], RenderSettings())
    ids = {job.job_id for job in jobs if job.name in chosen}
    for job_id, before in moves(store.queue(), ids, up=up):
        store.reorder(job_id, before)
    assert "".join(job.name for job in store.queue()) == order
