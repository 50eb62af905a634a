"""Lists of jobs that are to be damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from flipped_bits import fill_with_everything

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.database.backups import DAILY, back_up
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings


@pytest.fixture
def backed_up(paths: DataPaths) -> Path:
    """The path of a closed database with 300 jobs, one of them queued, that was backed up, and 5 added since."""
    with JobStore(paths.database) as store:
        jobs = store.create_many([f"/decks/{n}.pptx" for n in range(300)], RenderSettings())
        store.move(jobs[0].job_id, JobStatus.QUEUED)
        back_up(store.path, DAILY)
        store.create_many([f"/decks/new {n}.pptx" for n in range(5)], RenderSettings())
    return paths.database


@pytest.fixture
def lived_in(paths: DataPaths) -> Path:
    """The path of a closed and backed up list with jobs in every state, stories, edits and a held queue."""
    with JobStore(paths.database) as store:
        fill_with_everything(store)
    return paths.database
