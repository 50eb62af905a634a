"""Who runs a job, and the proof that they are gone.

A pid alone proves nothing: it is given to another process later. With the moment the process started it names one
process for ever, provided that moment does not move when the clock is set:

* Linux: ticks since the machine started (proc_pid_stat(5), field 22), with the boot's id, as ticks begin again.
* Windows: the creation time the kernel noted; it does not change afterwards.
* macOS: the same, but psutil corrects it by what the clock has moved since psutil was imported; that is taken out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import psutil

from slidecast_gui.jobs.model import Job, JobStatus, Owner

_LINUX = sys.platform == "linux"
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_SAME_START_S = 0.5
_OWN_START = psutil.Process().create_time()


def this_owner() -> Owner:
    """The process that asks."""
    pid = os.getpid()
    return Owner(pid, _started(pid), _boot_id())


def is_alive(owner: Owner) -> bool:
    """False only where the owner is proven gone: another boot, no such process, or a later one with its pid.

    Whatever cannot be found out counts as alive: a job waiting too long can be freed by hand, a job running twice
    spoils both results.
    """
    if owner.boot_id != _boot_id():
        return False
    try:
        if psutil.Process(owner.pid).status() in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD):
            return False  # Killed, and only waiting for its parent to notice.
        return abs(_started(owner.pid) - owner.started) < _SAME_START_S
    except (psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
        return False
    except (psutil.Error, OSError):
        return True


def is_another(owner: Owner) -> bool:
    """Whether the owner is a process other than the one that asks, and not proven gone."""
    # Whoever bears our pid is this process, or an earlier one that is gone.
    return owner.pid != os.getpid() and is_alive(owner)


def is_held_by_another(job: Job) -> bool:
    """Whether a paused job waits for its turn in another process, such as a terminal that renders several decks."""
    return job.status is JobStatus.PAUSED and job.owner is not None and is_another(job.owner)


def _started(pid: int) -> float:
    """When a process began, in a measure that no change of the clock moves."""
    if _LINUX:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        # The second field is the program's name in brackets, which may itself hold blanks and brackets.
        return float(stat.rpartition(")")[2].split()[19])
    return _kernel_start(pid)


def _kernel_start(pid: int) -> float:
    """The creation time the kernel noted, free of psutil's correction by what the clock has moved."""
    moved = psutil.Process().create_time() - _OWN_START
    return float(psutil.Process(pid).create_time() - moved)


def _boot_id() -> str:
    """What tells one start of the machine from the next, where the start of a process alone does not."""
    return _BOOT_ID.read_text(encoding="ascii").strip() if _LINUX else ""
