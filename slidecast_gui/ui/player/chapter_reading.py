"""Reading chapters away from the GUI thread: a video may lie on a share that answers slowly."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QRunnable, SignalInstance

from slidecast_gui.ui.player.chapter_track import read_chapters

_log = logging.getLogger(__name__)


class ReadChapters(QRunnable):
    """Reads one file. The signal is the page's: one owned by a runnable may never be delivered."""

    def __init__(self, read: SignalInstance, path: Path) -> None:
        """`read` carries the path and its chapters."""
        super().__init__()
        self._read = read
        self._path = path

    def run(self) -> None:
        """Always tells, with no chapters where there are none."""
        chapters = read_chapters(self._path)
        try:
            self._read.emit(self._path, chapters)
        except RuntimeError:
            _log.debug("the window was closed before the chapters of %s were read", self._path)
