"""Finds out whether a sound can be heard in a video, before it is taken: in a process of its own, as a render reads it.

No file a presenter finds somewhere may take the window down, and the window does without a decoder.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from pathlib import Path

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs.processes.process import ChildProcess
from slidecast_gui.system.talking import child_command

SOUND_COMMAND = "sound-child"

_LONGEST_S = 60.0
_MOST_MEMORY = 1 << 30
_LOOK_EVERY_S = 0.1

_log = logging.getLogger(__name__)


def sound_trouble(path: Path, called: str, stopped: threading.Event) -> str | None:
    """Why the file cannot be heard, in a sentence in which it is `called` so; None where it can.

    Empty where that could not be found out: the process crashed, took too long or too much, or was `stopped`. Blocks
    for as long as reading takes. Raises OSError where no process can be started.
    """
    process = ChildProcess(child_command(SOUND_COMMAND), json.dumps([str(path), called]))
    try:
        told = _wait(process, stopped)
    finally:
        outcome = process.close()
    if told is None:
        _log.warning("%s was not read: %s", path, outcome)
        return ""
    if told.status is Outcome.DONE:
        return None
    _log.warning("%s: %s %s", path, told.error, told.error_detail)
    return told.error


def _wait(process: ChildProcess, stopped: threading.Event) -> Finished | None:
    ends = time.monotonic() + _LONGEST_S
    while not stopped.is_set() and time.monotonic() < ends:
        running = process.running
        event = process.next_event(_LOOK_EVERY_S)
        if isinstance(event, Finished):
            return event
        if not running or process.memory() > _MOST_MEMORY:
            return None
    return None
