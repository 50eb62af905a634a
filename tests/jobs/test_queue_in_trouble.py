"""The window's queue where the list of jobs cannot be used for a while, or the program is ended in the middle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore, StoreError, StoreErrorKind
from slidecast_gui.jobs.queue import JobQueue
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
    monkeypatch.setattr("slidecast_gui.jobs.queue.TRY_AGAIN_AFTER_MS", 20)
    read = store.edits

    def locked_once(job_id: str) -> object:
        monkeypatch.setattr(store, "edits", read)
        raise StoreError(StoreErrorKind.LOCKED, "Another program is holding the list.")

    monkeypatch.setattr(store, "edits", locked_once)
    ids = queue.add([deck_at("good 1.pptx"), deck_at("good 2.pptx")], SETTINGS, start=True)
    assert [store.get(job_id).status for job_id in ids] == [JobStatus.QUEUED] * 2
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 2, timeout=TIMEOUT_MS)
