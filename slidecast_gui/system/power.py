"""Keeps the computer from going to sleep while something is rendered, where it can be asked.

Each system is asked by a small program of its own that holds the request for as long as it runs and this process
lives: should Slidecast be killed, nothing stays behind that keeps a laptop awake. Windows is asked directly, and
forgets what a process has asked for when it ends. Where nobody can be asked, nothing happens.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Protocol, Self

_log = logging.getLogger(__name__)

_WHY = "Rendering a video"

# https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setthreadexecutionstate
_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001
_ENDS_WITHIN_S = 2.0


class Request(Protocol):
    """A way of asking one system. Neither method may raise."""

    def hold(self) -> None:
        """Ask the system to stay awake."""

    def release(self) -> None:
        """Take the request back."""


class Awake:
    """Whether the computer is to stay awake; may be held and released as often as one likes, in any order."""

    def __init__(self, request: Request | None = None) -> None:
        """`request` asks the system; by default the way of the system this runs on."""
        self._request = request or request_for(sys.platform, shutil.which)
        self._held = False

    def __enter__(self) -> Self:
        self.hold()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()

    @property
    def held(self) -> bool:
        """Whether it is being asked for."""
        return self._held

    def hold(self) -> None:
        """Stay awake from now on."""
        if not self._held:
            self._held = True
            self._request.hold()

    def release(self) -> None:
        """Sleep may come again."""
        if self._held:
            self._held = False
            self._request.release()


class HelperProgram:
    """Asks by running a program that holds the request until it ends."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Start the program."""
        quiet = subprocess.DEVNULL
        try:
            # A session of its own: Ctrl+C in a terminal is for us, and the render may go on for a moment after it.
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
            )
        except OSError as error:
            _log.info("the system cannot be asked to stay awake: %s", error)

    def release(self) -> None:
        """End it; by closing its input where it listens to that, and for certain."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        process.stdin.close()
        process.terminate()
        # It takes its time, for which the window need not stand still.
        threading.Thread(target=_see_it_end, args=(process,), daemon=True, name="awake-release").start()


class ExecutionState:
    """Asks Windows. The request belongs to the thread that makes it, so one thread holds and releases."""

    def __init__(self, set_state: Callable[[int], int] | None = None) -> None:
        """`set_state` is SetThreadExecutionState, which returns 0 where it fails."""
        self._set_state = set_state or _set_thread_execution_state

    def hold(self) -> None:
        """Ask."""
        self._set(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED)

    def release(self) -> None:
        """Take it back."""
        self._set(_ES_CONTINUOUS)

    def _set(self, state: int) -> None:
        if not self._set_state(state):
            _log.info("Windows did not accept the execution state %#x", state)


class NoRequest:
    """For where nobody can be asked."""

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


def request_for(platform: str, find: Callable[[str], str | None]) -> Request:
    """How a system is asked; `platform` is as `sys.platform`, `find` returns a program's path as `shutil.which`."""
    if platform == "win32":
        return ExecutionState()
    command = _helper(platform, find)
    return HelperProgram(command) if command else NoRequest()


def _helper(platform: str, find: Callable[[str], str | None]) -> tuple[str, ...]:
    """The program that asks, and its words; empty where there is none."""
    if platform == "darwin":
        caffeinate = find("caffeinate")
        # -i: not when idle; -w: only as long as that process lives.
        return (caffeinate, "-i", "-w", str(os.getpid())) if caffeinate else ()
    inhibit, cat = find("systemd-inhibit"), find("cat")
    if not inhibit or not cat:
        return ()
    # logind holds the request as long as the program given runs; `cat` ends with our end of its input. Nobody is
    # asked for a password: where the user may not do this, the program ends at once.
    return (inhibit, "--what=sleep:idle", "--who=Slidecast", f"--why={_WHY}", "--mode=block", cat)


def _see_it_end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _set_thread_execution_state(state: int) -> int:
    # The name exists on Windows only.
    return int(getattr(ctypes, "windll").kernel32.SetThreadExecutionState(ctypes.c_uint(state)))  # noqa: B009
