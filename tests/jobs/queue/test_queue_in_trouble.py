"""The window's queue where the list of jobs cannot be used for a while, or the program is ended in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus, JobStore, Owner, StoreError, StoreErrorKind
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.work import recover
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

SETTINGS = RenderSettings()
TIMEOUT_MS = 15_000


def test_a_job_whose_edits_cannot_be_read_for_a_while_is_rendered_afterwards(
    qtbot: QtBot,
    queue: JobQueue,
    store: JobStore,
    deck_at: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("slidecast_gui.jobs.queue.job_queue.TRY_AGAIN_AFTER_MS", 20)
    read = store.edits

    def locked_once(job_id: str) -> object:
        monkeypatch.setattr(store, "edits", read)
        raise StoreError(StoreErrorKind.LOCKED, "Another program is holding the list.")

    monkeypatch.setattr(store, "edits", locked_once)
    ids = queue.add([deck_at("good 1.pptx"), deck_at("good 2.pptx")], SETTINGS, start=True)
    assert [store.get(job_id).status for job_id in ids] == [JobStatus.QUEUED] * 2
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 2, timeout=TIMEOUT_MS)


@pytest.mark.parametrize(
    ("ask", "becomes"),
    [("pause", JobStatus.PAUSED), ("cancel", JobStatus.CANCELLED), ("remove", None)],
)
def test_what_was_asked_of_a_running_job_is_done_also_where_the_window_is_killed_first(
    qtbot: QtBot,
    make_queue: Callable[..., JobQueue],
    store: JobStore,
    paths: DataPaths,
    deck_at: Callable[[str], Path],
    ask: str,
    becomes: JobStatus | None,
) -> None:
    queue = make_queue()
    (job_id,) = queue.add([deck_at("hang.pptx")], SETTINGS, start=True)
    qtbot.waitUntil(lambda: store.get(job_id).progress > 0, timeout=TIMEOUT_MS)
    getattr(queue, ask)([job_id] if ask == "remove" else job_id)
    assert queue.is_ending(job_id)
    copied = paths.data / "as a killed window left it.sqlite3"
    store.back_up_to(copied)
    with JobStore(copied) as left:
        left._update(job_id, owner=Owner(1, 1.0, "another boot").to_text())
        recover(left, DataPaths(paths.data / "else", paths.data / "else"))
        found = {job.job_id: job.status for job in left.history()}
    assert found == ({job_id: becomes} if becomes else {})


def test_a_job_is_stopped_also_where_that_cannot_be_written(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> bool:
        raise StoreError(StoreErrorKind.DISK_FULL, "The disk is full.")

    (job_id,) = queue.add([deck_at("hang.pptx")], SETTINGS, start=True)
    qtbot.waitUntil(lambda: store.get(job_id).progress > 0, timeout=TIMEOUT_MS)
    monkeypatch.setattr(store, "note_wish", full)
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        queue.cancel(job_id)
    assert store.get(job_id).status is JobStatus.CANCELLED


@pytest.mark.parametrize(
    ("ask", "becomes"), [("pause", JobStatus.PAUSED), ("cancel", JobStatus.CANCELLED), ("remove", None)]
)
@pytest.mark.parametrize("kind", ["renderer-crashed", "file-access", "disk-full"])
def test_a_job_that_is_told_to_stop_when_its_render_has_just_failed_does_not_go_on(
    qtbot: QtBot, queue: JobQueue, store: JobStore, deck_at: Callable[[str], Path], kind: str, ask: str,
    becomes: JobStatus | None, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    class FailsAtOnce:
        def run(self, *_args: object) -> Finished:
            return Finished(Outcome.FAILED, error="It failed.", error_kind=kind)

    monkeypatch.setattr(queue, "_child", FailsAtOnce())
    (job_id,) = queue.add([deck_at("any.pptx")], SETTINGS)
    queue.start(job_id)
    # The end of the render waits to be read by this thread, as a click of the presenter's does before it.
    assert store.get(job_id).status is JobStatus.RUNNING
    with qtbot.waitSignal(queue.idle, timeout=TIMEOUT_MS):
        getattr(queue, ask)([job_id] if ask == "remove" else job_id)
    assert {job.job_id: job.status for job in store.history()} == ({job_id: becomes} if becomes else {})


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux mounts a small disk")
def test_a_queue_over_a_full_disk_goes_on_by_itself_when_there_is_space(
    qtbot: QtBot, tmp_path: Path, stand_in: list[str], deck_at: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slidecast_gui.jobs.queue.writing.LOOK_EVERY_MS", 50)
    small = tmp_path / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)], check=True)
    try:
        paths = DataPaths(small, tmp_path / "cache")
        with JobStore(paths.database) as store:
            job = store.create(deck_at("good.pptx"), SETTINGS, JobStatus.QUEUED)
        filler = small / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        with JobStore(paths.database) as store:
            assert store.unwritable is not None
            queue = JobQueue(store, paths, child=RenderChild(stand_in, patience_s=0.2))
            queue.recover()
            filler.unlink()
            with qtbot.waitSignals([queue.writable, queue.finished], timeout=TIMEOUT_MS):
                pass
            assert store.get(job.job_id).status is JobStatus.DONE
            with qtbot.waitSignal(queue.stopped, timeout=TIMEOUT_MS):
                queue.stop()
    finally:
        subprocess.run(["umount", str(small)], check=True)
