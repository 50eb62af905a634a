"""Jobs that took the way every job takes through the store, and the window that shows one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.details.details_pane import DetailsPane

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]


@dataclass
class Shown:
    """A window, its parts, and a way to have a job in its details."""

    window: MainWindow
    store: JobStore
    queue: JobQueue
    deck_at: Callable[[str], Path]

    @property
    def pane(self) -> DetailsPane:
        return self.window.jobs_page.details

    def claimed(self, name: str = "harbour.pptx") -> Job:
        """A job that this process renders."""
        created = self.store.create(self.deck_at(name), RenderSettings(), JobStatus.QUEUED)
        video = str(self.deck_at(name).with_suffix(".mp4"))
        mine = self.store.claim(created.job_id, this_owner(), video)
        assert mine is not None
        return mine

    def done(self, mine: Job, **fields: object) -> Job:
        """The job with its video, shown."""
        Path(mine.video_path).write_bytes(b"0" * 2_000_000)
        end = {"video": mine.video_path, "created_files": (mine.video_path,), "duration_s": 12.0, "slides": 3} | fields
        return self._ended(mine, Finished(Outcome.DONE, **end))  # type: ignore[arg-type]

    def failed(self, mine: Job, kind: str, sentence: str = "It went wrong.", **fields: object) -> Job:
        """The job without a video, shown."""
        return self._ended(mine, Finished(Outcome.FAILED, error=sentence, error_kind=kind, **fields))  # type: ignore[arg-type]

    def show(self, job_id: str) -> Job:
        self.window.model.reload()
        self.window.summarise()
        self.window.jobs_page.list.choose(job_id)
        return self.store.get(job_id)

    def _ended(self, mine: Job, finished: Finished) -> Job:
        assert self.store.finish(mine, finished)
        return self.show(mine.job_id)
