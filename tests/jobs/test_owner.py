"""Whether the process that ran a job is proven dead."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace

import psutil
import pytest

from slidecast_gui.jobs import Owner, is_alive, this_owner


def test_who_asks_is_alive() -> None:
    assert is_alive(this_owner())


def test_the_table_keeps_an_owner_exactly() -> None:
    owner = this_owner()
    assert Owner.from_text(owner.to_text()) == owner


def test_a_killed_process_is_dead_even_before_its_parent_noticed() -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    owner = replace(this_owner(), pid=process.pid, started=started_of(process.pid))
    assert is_alive(owner)
    process.kill()
    psutil.Process(process.pid).wait(timeout=None) if sys.platform == "win32" else wait_for_zombie(process.pid)
    assert not is_alive(owner)
    process.communicate()
    assert not is_alive(owner)


def test_a_later_process_with_the_same_pid_is_somebody_else() -> None:
    assert not is_alive(replace(this_owner(), started=this_owner().started - 100))


@pytest.mark.skipif(sys.platform != "linux", reason="only ticks since the boot need the boot's id")
def test_a_process_of_an_earlier_boot_is_dead() -> None:
    assert not is_alive(replace(this_owner(), boot_id="d2f0a1b8-0000-0000-0000-000000000000"))


def started_of(pid: int) -> float:
    from slidecast_gui.jobs.owner import _started

    return _started(pid)


def wait_for_zombie(pid: int) -> None:
    import os

    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP")
def test_a_suspended_process_is_alive(terminal: tuple[Owner, subprocess.Popen[str]]) -> None:
    owner, process = terminal
    process.send_signal(signal.SIGSTOP)
    wanted = (psutil.STATUS_STOPPED, psutil.STATUS_TRACING_STOP)
    until = time.monotonic() + 10
    while psutil.Process(process.pid).status() not in wanted:
        assert time.monotonic() < until
    assert is_alive(owner)
    process.send_signal(signal.SIGCONT)
    assert is_alive(owner)
