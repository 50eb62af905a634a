"""Programs in the background give way to the window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from slidecast_gui.system.giving_way import give_way

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="on Windows a flag says it when a program is started")


@pytest.fixture(params=[True, False], ids=["in a session of its own", "in ours"])
def started(request: pytest.FixtureRequest) -> Iterator[int]:
    """A program that waits for its input to end."""
    command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=request.param) as program:
        yield program.pid


def session_of(pid: int) -> str:
    """How nice its session is; empty where the system does not share the processor out by sessions."""
    group = Path(f"/proc/{pid}/autogroup")
    return group.read_text(encoding="ascii").strip() if group.exists() else ""


def test_a_program_gives_way_and_so_does_its_session_but_never_ours(started: int) -> None:
    ours = session_of(os.getpid())
    give_way(started)
    assert psutil.Process(started).nice() == 10
    assert session_of(os.getpid()) == ours
    if ours and os.getsid(started) == started:
        assert session_of(started).endswith("nice 10")


def test_a_program_that_has_ended_meanwhile_is_no_trouble() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as program:
        program.wait()
    give_way(program.pid)
