"""Whether the process that ran a job is proven dead."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

import slidecast_gui
from slidecast_gui.jobs import JobStatus, JobStore, Owner, is_alive, scratch, this_owner
from slidecast_gui.jobs import owner as owner_module
from slidecast_gui.jobs.destination import portable
from slidecast_gui.jobs.owner import is_another, is_out_of_sight
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings


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


def test_an_owner_that_an_earlier_version_kept_is_read_and_judged_as_before() -> None:
    me = this_owner()
    old = Owner.from_text(f"{me.pid} {me.started!r} {me.boot_id}")
    assert (old.pid, old.started, old.boot_id, old.namespace, old.machine) == (me.pid, me.started, me.boot_id, "", "")
    assert Owner.from_text(old.to_text()) == old
    assert is_alive(old)
    assert not is_alive(replace(old, started=old.started - 100))


def test_a_process_of_another_machine_counts_as_alive() -> None:
    elsewhere = replace(this_owner(), pid=2**22 + 1, boot_id="another boot", machine="another machine")
    assert is_out_of_sight(elsewhere)
    assert is_alive(elsewhere)


def test_who_has_our_pid_in_another_place_is_another() -> None:
    assert not is_another(this_owner())
    assert not is_another(replace(this_owner(), started=this_owner().started - 100))
    assert is_another(replace(this_owner(), boot_id="another boot", machine="another machine"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has pids of a container's own")
def test_a_process_with_pids_of_its_own_counts_as_alive_until_the_machine_is_started_again() -> None:
    contained = replace(this_owner(), pid=2**22 + 1, namespace="4026539999")
    assert is_alive(contained)
    assert not is_alive(replace(contained, boot_id="d2f0a1b8-0000-0000-0000-000000000000"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has pids of a container's own")
def test_who_looks_from_a_container_takes_no_job_from_the_living(
    store: JobStore, paths: DataPaths, terminal: tuple[Owner, subprocess.Popen[str]]
) -> None:
    contained = ["unshare", "-rpf", "--mount-proc"]
    if not shutil.which("unshare") or subprocess.run([*contained, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a container")
    job = store.claim(store.create("talk.pptx", RenderSettings(), JobStatus.QUEUED).job_id, terminal[0])
    assert job is not None
    words = [*contained, sys.executable, "-m", "slidecast_gui", "--data-dir", str(paths.data), "jobs"]
    environment = {**os.environ, "PYTHONPATH": str(Path(slidecast_gui.__file__).parents[1])}
    subprocess.run(words, check=True, capture_output=True, env=environment)
    assert store.get(job.job_id) == job
    done = subprocess.run([*words, "retry", job.job_id], check=False, capture_output=True, text=True, env=environment)
    assert (done.returncode, "take-back" in done.stderr) == (1, True)
    subprocess.run([*words, "take-back", job.job_id], check=True, capture_output=True, env=environment)
    assert store.get(job.job_id).status is JobStatus.PAUSED


def test_a_rehearsals_folder_says_whose_it_is_in_a_name_that_every_system_takes(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = replace(this_owner(), machine="my_own machine")
    monkeypatch.setattr(scratch, "this_owner", lambda: owner)
    judged: list[Owner] = []
    monkeypatch.setattr(scratch, "is_alive", lambda read: judged.append(read) or True)
    folder = scratch.rehearsal_scratch(paths)
    assert portable(folder.name) == folder.name
    assert scratch.is_rehearsed_in(folder)
    assert judged == [owner]


def test_windows_is_not_asked_for_its_version_to_know_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> None:
        raise AssertionError("this may take seconds")

    name = platform.node()
    monkeypatch.setattr(platform, "uname", asked)
    monkeypatch.setattr(owner_module, "_LINUX", False)
    monkeypatch.setattr("slidecast_gui.jobs.owner.sys.platform", "win32")
    assert owner_module._machine.__wrapped__() == name
