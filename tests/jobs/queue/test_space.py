"""When jobs that wait for room on a disk are tried again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.queue import space as queue_space
from slidecast_gui.jobs.queue.space import LEAST_ROOM, SpaceWatch
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.system.space import DISK_FULL


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(store: JobStore, paths: DataPaths, clock: Clock, qtbot: QtBot) -> Iterator[SpaceWatch]:
    parent = QObject()
    made = SpaceWatch(store, paths, parent, clock)
    made.stop()
    yield made
    parent.deleteLater()


def waiting(store: JobStore, deck: Path, output: Path) -> Job:
    job = store.create(deck, RenderSettings(output=f"{output}/"), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner())
    assert claimed is not None
    store.release(claimed, JobStatus.PAUSED, "Paused: disk full.", DISK_FULL)
    return store.get(job.job_id)


def test_room_is_looked_for_where_the_video_is_to_go(
    store: JobStore, paths: DataPaths, watch: SpaceWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decks, videos = tmp_path / "decks", tmp_path / "videos"
    job = waiting(store, decks / "talk.pptx", videos)
    free = {decks: LEAST_ROOM, paths.pieces: LEAST_ROOM, videos: 0}
    monkeypatch.setattr(queue_space, "free_in", free.__getitem__)
    told: list[str] = []
    watch.room_made.connect(told.append)
    watch.look()
    assert told == []
    free |= {decks: 0, videos: LEAST_ROOM}
    watch.look()
    assert told == [job.job_id]


def test_a_job_that_is_back_in_spite_of_room_is_tried_less_and_less_often(
    store: JobStore, watch: SpaceWatch, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting(store, tmp_path / "talk.pptx", tmp_path / "videos")
    free = [LEAST_ROOM]
    monkeypatch.setattr(queue_space, "free_in", lambda _folder: free[0])
    told: list[float] = []
    watch.room_made.connect(lambda _job_id: told.append(clock.now - 1000))
    for _ in range(720):
        watch.look()
        clock.now += 5
    assert told == [0, 5, 15, 35, 75, 155, 315, 635, 1235, 1835, 2435, 3035]
    free[0] = 0
    watch.look()
    free[0] = LEAST_ROOM
    watch.look()
    assert told[-1] == 3600


def test_a_job_that_was_given_another_disk_does_not_wait_for_the_one_before(
    store: JobStore, paths: DataPaths, watch: SpaceWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, other = tmp_path / "full", tmp_path / "other"
    job = store.create(tmp_path / "talk.pptx", RenderSettings(output=f"{full}/"), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner(), str(full / "talk.mp4"))
    assert claimed is not None
    store.release(claimed, JobStatus.PAUSED, "Paused: disk full.", DISK_FULL)
    watch.note(job.job_id, Finished(Outcome.FAILED, error_kind=DISK_FULL, needed=10, needed_in=str(full)))
    free = {full: 0, other: LEAST_ROOM, paths.pieces: LEAST_ROOM}
    monkeypatch.setattr(queue_space, "free_in", free.__getitem__)
    told: list[str] = []
    watch.room_made.connect(told.append)
    watch.look()
    assert told == []
    store.update_settings(job.job_id, RenderSettings(output=f"{other}/"))
    watch.look()
    assert told == [job.job_id]
