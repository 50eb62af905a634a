"""A list of many jobs for benchmarks: half of them done, a tenth failed, the rest waiting; each with its story."""

from __future__ import annotations

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus, JobStore, this_owner
from slidecast_gui.settings import RenderSettings

_ENDED = 0.6


def fill(store: JobStore, jobs: int, *, ended: float = _ENDED) -> None:
    """Add `jobs` rows, `ended` of them (0 to 1) past jobs, by the way every job takes through the store."""
    me = this_owner()
    made = store.create_many([f"/home/presenter/talks/Talk number {n}.pptx" for n in range(jobs)], RenderSettings())
    with store.transaction():
        for number, job in enumerate(made[: int(jobs * ended)]):
            store.move(job.job_id, JobStatus.QUEUED)
            claimed = store.claim(job.job_id, me)
            assert claimed is not None
            store.deck_read(claimed, f"A talk about {number}", 30, "ab" * 32)
            status = Outcome.FAILED if number % 6 == 0 else Outcome.DONE
            store.finish(claimed, Finished(status, created_files=(), duration_s=300.0, slides=30))
