"""Who runs a job, and the proof that they are gone.

A pid alone proves nothing: it is given to another process later. With the moment the process started it names one
process for ever, provided that moment does not move when the clock is set:

* Linux: ticks since the machine started (proc_pid_stat(5), field 22), with the boot's id, as ticks begin again.
* Windows: the creation time the kernel noted; it does not change afterwards.
* macOS: the same, but psutil corrects it by what the clock has moved since psutil was imported; that is taken out.

Where the data folder is shared, the owner may be a process of another machine, or of a container that has pids of its
own (pid_namespaces(7)): such a process cannot be looked at from here.
"""

from __future__ import annotations

import os
import socket
import sys
from functools import cache
from pathlib import Path

import psutil

from slidecast_gui.jobs.model import Job, JobStatus, Owner

_LINUX = sys.platform == "linux"
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_NAMESPACE = Path("/proc/self/ns/pid")
_MACHINE_ID = Path("/etc/machine-id")
_SAME_START_S = 0.5
_OWN_START = psutil.Process().create_time()


def this_owner() -> Owner:
    """The process that asks."""
    pid = os.getpid()
    return Owner(pid, _started(pid), _boot_id(), _namespace(), _machine())


def is_out_of_sight(owner: Owner) -> bool:
    """Whether nobody can find out from here if the owner lives: it has pids of another machine, or of a container."""
    if owner.boot_id and owner.boot_id == _boot_id():
        return owner.namespace not in ("", _namespace())
    return owner.machine not in ("", _machine())


def is_alive(owner: Owner) -> bool:
    """False only where the owner is proven gone: an earlier boot, no such process, or a later one with its pid.

    Whatever cannot be found out counts as alive: a job waiting too long can be taken back by hand (`take_back` of the
    store), a job running twice spoils both results.
    """
    if is_out_of_sight(owner):
        return True
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
    # Whoever bears our pid here is this process, or an earlier one that is gone.
    is_or_was_me = owner.pid == os.getpid() and not is_out_of_sight(owner)
    return not is_or_was_me and is_alive(owner)


def is_held_by_another(job: Job) -> bool:
    """Whether a paused job waits for its turn in another process, such as a terminal that renders several decks."""
    return job.status is JobStatus.PAUSED and job.owner is not None and is_another(job.owner)


def busy_sentence(job: Job) -> str:
    """Why nothing can be done here with a job that another process runs, and what can be done there."""
    if job.owner is None or not is_out_of_sight(job.owner):
        return "This job is being rendered by another process; stop it there, or wait for it to end."
    return (
        "This job was started on another computer or in another container; if it does not run there any more, "
        f"“slidecast-gui jobs take-back {job.job_id}” lets it go on here."
    )


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


def _namespace() -> str:
    """Which pids are meant: those of one container, or of the whole machine. Empty where there is no such thing."""
    try:
        return str(_NAMESPACE.stat().st_ino) if _LINUX else ""
    except OSError:
        return ""


@cache
def _machine() -> str:
    """What tells this machine from another one, also after a restart."""
    if _LINUX:
        try:
            return _MACHINE_ID.read_text(encoding="ascii").strip() or socket.gethostname()
        except (OSError, UnicodeDecodeError):
            return socket.gethostname()  # A container mostly has none, and is called by its own name.
    # Not platform.node(), which is the same name: on Windows it asks for the system's version with it, which may take
    # seconds, or end the process (https://github.com/python/cpython/issues/112278 and 125315).
    return _host_uuid() if sys.platform == "darwin" else socket.gethostname()


def _host_uuid() -> str:
    """What macOS calls the machine (gethostuuid(2)): its name changes with the network it is in."""
    import ctypes

    uuid, at_once = ctypes.create_string_buffer(16), (ctypes.c_long * 2)(0, 0)
    try:
        failed = ctypes.CDLL(None).gethostuuid(uuid, at_once)
    except (OSError, AttributeError):
        return ""
    return "" if failed else uuid.raw.hex()
