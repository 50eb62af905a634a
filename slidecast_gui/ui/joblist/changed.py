"""Which decks have become others since they were rendered, or are gone."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.jobs.deck_hash import deck_sha256
from slidecast_gui.ui.joblist.disk import DiskAnswers
from slidecast_gui.ui.joblist.standing import DeckState

_COARSE_S = 2.0
"""How far apart two times of a file may be told by a file system, and be the same."""


class ChangedDecks(DiskAnswers):
    """Knows them by the ids of their jobs: each remembers another version of the deck."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(usual=DeckState.SAME, parent=parent)
        self._hashes: dict[tuple[str, int, int, int], str] = {}
        """By path, size and times: a large deck on a slow drive is read once for each version of it."""

    def state(self, job: Job) -> DeckState:
        """What has become of the job's deck; asks, and says SAME until it is known.

        Whether it is another than the one that was rendered counts only where a video was made of it.
        """
        if job.status is JobStatus.RUNNING:
            return DeckState.SAME
        rendered = job.deck_sha256 if job.status is JobStatus.DONE else ""
        since = (job.started_at or job.created_at).timestamp()
        answer = self.ask(job.job_id, partial(self._look, job.deck_path, rendered, since))
        assert isinstance(answer, DeckState)
        return answer

    def _look(self, path: str, rendered: str, since: float) -> DeckState:
        """On another thread. Read only where its times say that somebody has been at it."""
        try:
            seen = Path(path).stat()
        except (FileNotFoundError, NotADirectoryError):
            return DeckState.GONE
        except OSError:
            return DeckState.SAME  # A folder that may not be looked into proves nothing.
        if not rendered or max(seen.st_mtime, seen.st_ctime) < since - _COARSE_S:
            return DeckState.SAME
        return DeckState.CHANGED if self._hash(path, seen) not in ("", rendered) else DeckState.SAME

    def _hash(self, path: str, seen: os.stat_result) -> str:
        key = (path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
        if key not in self._hashes:
            self._hashes[key] = deck_sha256(path)
        return self._hashes[key]
