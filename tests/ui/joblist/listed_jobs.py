"""Jobs put into a list, and what is read from it."""

from __future__ import annotations

from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.joblist.job_model import JobModel, Role


def add(store: JobStore, model: JobModel, *names: str, status: JobStatus = JobStatus.PAUSED) -> list[Job]:
    jobs = store.create_many([f"/decks/{name}.pptx" for name in names], RenderSettings(), status)
    for job in jobs:
        model.refresh(job.job_id)
    return jobs


def claim(store: JobStore, job: Job) -> Job:
    claimed = store.claim(job.job_id, this_owner(), f"{job.deck_path}.mp4")
    assert claimed is not None
    return claimed


def names(model: JobModel) -> list[str]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def headings(model: JobModel) -> list[str]:
    return [model.data(model.index(row), Role.HEADING) for row in range(model.rowCount())]
