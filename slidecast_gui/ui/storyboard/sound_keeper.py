"""Copies the sounds that presenters give to slides, away from the GUI thread: a drive may be slow, a file long."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from slidecast_gui.jobs.sounds import keep_sound

_LEAVE_AFTER_MS = 3000
"""How long closing waits for a sound that is just being copied."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Copied:
    """A sound that was to be copied for a slide; `name` is empty where it could not be."""

    job_id: str
    slide_id: str
    source: Path
    name: str


class SoundKeeper(QObject):
    """`kept` carries the job, the slide's id, the name of the copy and the file it is of; `refused` a sentence."""

    kept = Signal(str, str, str, object)
    refused = Signal(str)
    _done = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where kept sounds lie."""
        super().__init__(parent)
        self._folder = folder
        self._copied: deque[_Copied] = deque()
        self._pool = QThreadPool(self)
        # One after the other: of two sounds for a slide, the later one is meant.
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._tell)

    def keep(self, job_id: str, slide_id: str, source: Path) -> None:
        """Copies a sound for a slide of a job."""

        def copy() -> None:
            try:
                name = keep_sound(source, self._folder)
            except OSError as error:
                _log.warning("the sound %s was not kept: %s", source, error)
                name = ""
            self._copied.append(_Copied(job_id, slide_id, source, name))
            self._done.emit()

        self._pool.start(copy)

    def finish(self) -> None:
        """Waits a moment for what is being copied, and tells it; to be called before the window goes."""
        self._pool.waitForDone(_LEAVE_AFTER_MS)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        while self._copied:
            done = self._copied.popleft()
            if done.name:
                self.kept.emit(done.job_id, done.slide_id, done.name, done.source)
            else:
                sentence = self.tr("“{file}” could not be copied; check that it is still there and can be read.")
                self.refused.emit(sentence.format(file=done.source.name))
