"""Looks into decks that wait, to estimate what they will become; in a process each, as decks are untrusted."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from slidecast_gui.edits import NOTHING_EDITED, Edits, edits_to_dict
from slidecast_gui.events import DeckRead
from slidecast_gui.jobs.estimate import talk_read
from slidecast_gui.jobs.model import Job
from slidecast_gui.jobs.processes.process import ChildProcess
from slidecast_gui.system.talking import child_command

logger = logging.getLogger(__name__)

LOOK_COMMAND = "look-child"

_LONGEST_S = 30.0
_MOST_MEMORY = 1 << 30
_LOOK_EVERY_S = 0.1


class DeckLooker(QObject):
    """Tells the talks of decks, one after the other, in the order in which they were given."""

    looked = Signal(str, object)
    """A job's id, and the `Talk` of its deck; None for a deck that cannot be read, or not in time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def add(self, job: Job, edits: Edits = NOTHING_EDITED) -> None:
        """Look into the deck of this job; each `sound` of its edits is an absolute path."""
        self._pool.start(_LookTask(job, edits, self._stopped, self.looked.emit))

    def stop(self) -> None:
        """Look no more, and leave no process behind."""
        self._stopped.set()
        self._pool.clear()
        self._pool.waitForDone()


class _LookTask(QRunnable):
    """`tell` is the `emit` of the looker's signal: signals of an object that the pool deletes are not delivered."""

    def __init__(self, job: Job, edits: Edits, stopped: threading.Event, tell: Callable[[str, object], None]) -> None:
        super().__init__()
        self._job = job
        self._edits = edits
        self._stopped = stopped
        self._tell = tell

    def run(self) -> None:
        """On a thread of the pool."""
        read = self._look()
        if not self._stopped.is_set():
            self._tell(self._job.job_id, talk_read(read) if read else None)

    def _look(self) -> DeckRead | None:
        asked = json.dumps({"deck": self._job.deck_path, "edits": edits_to_dict(self._edits)})
        try:
            process = ChildProcess(child_command(LOOK_COMMAND), asked)
        except OSError as error:
            logger.warning("no process looks into decks: %s", error)
            return None
        try:
            return self._wait(process)
        finally:
            process.close()

    def _wait(self, process: ChildProcess) -> DeckRead | None:
        """What the process tells, unless it takes too long or too much."""
        ends = time.monotonic() + _LONGEST_S
        while not self._stopped.is_set() and time.monotonic() < ends:
            running = process.running
            event = process.next_event(_LOOK_EVERY_S)
            if isinstance(event, DeckRead):
                return event
            if not running or process.memory() > _MOST_MEMORY:
                return None
        return None
