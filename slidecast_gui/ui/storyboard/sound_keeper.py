"""Takes the sounds that presenters give to slides, away from the GUI thread: a drive may be slow, a file long."""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from slidecast_gui.jobs.processes.sound_check import sound_trouble
from slidecast_gui.jobs.sounds import keep_sound

_LEAVE_AFTER_MS = 3000
"""How long closing waits for a sound that is just being taken."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A sound for a slide; `name` is that of its copy, `trouble` a sentence where it is not taken."""

    job_id: str
    slide_id: str
    source: Path
    name: str = ""
    trouble: str = ""


class SoundKeeper(QObject):
    """Copies sounds, and makes sure that they can be heard: what is found out in a render is found out too late.

    `kept` carries the job, the slide's id, the name of the copy and the file it is of; `refused` a sentence.
    `waiting_changed` tells that a sound is being taken, or no longer.
    """

    waiting_changed = Signal()
    kept = Signal(str, str, str, object)
    refused = Signal(str)
    _done = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where kept sounds lie."""
        super().__init__(parent)
        self._folder = folder
        self._taken: deque[_Taken] = deque()
        self._waiting: list[tuple[str, str, Path]] = []
        self._stopped = threading.Event()
        self._pool = QThreadPool(self)
        # One after the other: of two sounds for a slide, the later one is meant.
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._tell)

    def keep(self, job_id: str, slide_id: str, source: Path) -> None:
        """Takes a sound for a slide of a job."""

        def take() -> None:
            taken = _Taken(job_id, slide_id, source)
            try:
                taken = replace(taken, name=keep_sound(source, self._folder))
                taken = replace(taken, trouble=self._trouble(taken))
            except OSError as error:
                _log.warning("the sound %s was not kept: %s", source, error)
                sentence = self.tr("“{file}” could not be copied; check that it is still there and can be read.")
                taken = replace(taken, trouble=sentence.format(file=source.name))
            self._taken.append(taken)
            self._done.emit()

        self._waiting.append((job_id, slide_id, source))
        self._pool.start(take)
        self.waiting_changed.emit()

    def waiting(self, job_id: str, slide_id: str) -> str:
        """The name of the file that is being taken for a slide; empty where none is."""
        names = [source.name for job, slide, source in self._waiting if (job, slide) == (job_id, slide_id)]
        return names[-1] if names else ""

    def finish(self) -> None:
        """Waits a moment for what is being taken, and tells it; to be called before the window goes."""
        if not self._pool.waitForDone(_LEAVE_AFTER_MS):
            self._stopped.set()
            self._pool.waitForDone(_LEAVE_AFTER_MS)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        while self._taken:
            taken = self._taken.popleft()
            self._waiting.remove((taken.job_id, taken.slide_id, taken.source))
            if taken.trouble:
                self.refused.emit(taken.trouble)
            else:
                self.kept.emit(taken.job_id, taken.slide_id, taken.name, taken.source)
            self.waiting_changed.emit()

    def _trouble(self, taken: _Taken) -> str:
        """Why the copy cannot be heard, in words about the file the presenter has given; empty where it can."""
        called = f"“{taken.source.name}”"
        trouble = sound_trouble(self._folder / taken.name, called, self._stopped)
        if trouble is None:
            return ""
        return trouble or self.tr("{file} could not be read; choose a WAV, MP3, M4A or FLAC file.").format(file=called)
