"""How fast the list of jobs is with 10,000 of them: `python tests/benchmarks/bench_store.py [JOBS] [FOLDER]`.

Prints milliseconds. Nothing is asserted: what counts is the disk under FOLDER (each change of state is one fsync).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from many_jobs import fill

from slidecast_gui.events import Stage
from slidecast_gui.jobs import JobFilter, JobStatus, JobStore, is_alive, this_owner
from slidecast_gui.jobs.database.backups import back_up
from slidecast_gui.settings import RenderSettings

ME = this_owner()


def measure(what: str, action: Callable[[], object], times: int = 30) -> None:
    """Print the median and the slowest of some calls."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:<42}{statistics.median(taken):9.2f} ms{max(taken):9.2f} ms slowest of {times}")


def main() -> None:
    """Fill a fresh store and time what the window does with it."""
    jobs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        path = Path(folder) / "slidecast.sqlite3"
        with JobStore(path) as store:
            fill(store, jobs)
        print(f"{jobs} jobs, {path.stat().st_size / 1e6:.1f} MB")
        measure("open and close", lambda: JobStore(path).close(), 5)
        with JobStore(path) as store:
            ids = iter([job.job_id for job in store.queue()])
            hold = next(ids)
            states = iter([JobStatus.QUEUED, JobStatus.PAUSED] * 15)
            measure("change of state", lambda: store.move(hold, next(states)))
            claimed = store.claim(store.move(next(ids), JobStatus.QUEUED).job_id, ME)
            assert claimed is not None
            steps = iter(range(100))
            measure("progress", lambda: store.beat(claimed, Stage.SLIDES, next(steps)))
            measure("new job", lambda: store.create(f"/home/presenter/{time.time()}.pptx", RenderSettings()))
            measure("put first in the queue", lambda: store.reorder(next(ids), hold))
            measure("history, first page of 50", lambda: store.history(limit=50))
            measure("history, last page of 50", lambda: store.history(limit=50, offset=jobs - 50))
            measure("history, failed only", lambda: store.history(JobFilter((JobStatus.FAILED,)), limit=50))
            measure("search, nothing found", lambda: store.history(JobFilter(text="übersicht"), limit=50))
            measure("search, counted", lambda: store.count(JobFilter(text="TALK ABOUT 77")))
            measure("counts by state", store.counts)
            measure("next in the queue", store.next_queued)
            measure("whole queue (4 in 10)", store.queue, 5)
            measure("nothing new", store.news)
            measure("put before all others", lambda: store.start_next(next(ids)))
            measure("backup", lambda: back_up(path, "daily"), 3)
            measure("recovery", lambda: store.recover(is_alive))


if __name__ == "__main__":
    main()
