"""Programs that work in the background let the window, and whatever else the presenter does, have the processor first.

A window shares two cores with a render that could use both, and is to answer all the same.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import psutil

_log = logging.getLogger(__name__)

_NICE = 10
"""Of -20 to 19 (POSIX `nice`): it gives way to what has the usual 0, as the window has, and not to everything."""

GIVING_WAY_ON_WINDOWS: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""The flag of `creationflags` that says there what `give_way` says on other systems."""


def give_way(pid: int) -> None:
    """Makes a program that was just started, with all that it will start, give way; nothing on Windows."""
    if sys.platform == "win32":
        return
    try:
        psutil.Process(pid).nice(_NICE)
        if sys.platform == "linux" and os.getsid(pid) == pid:
            _give_way_as_a_session(pid)
    except (psutil.Error, OSError) as error:
        _log.info("process %d keeps its priority: %s", pid, error)


def _give_way_as_a_session(pid: int) -> None:
    """Linux may share the processor out by sessions; to be nice then counts within one only (sched(7), autogroup)."""
    group = Path(f"/proc/{pid}/autogroup")
    if group.exists():
        group.write_text(str(_NICE), encoding="ascii")
