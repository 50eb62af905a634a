"""A child process that speaks JSON lines: started in a group of its own, never able to block us, ended for certain."""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psutil

from slidecast_gui import events
from slidecast_gui.system.giving_way import GIVING_WAY_ON_WINDOWS, give_way

logger = logging.getLogger(__name__)

_TAIL_LINES = 100
_PIPES_CLOSE_WITHIN_S = 2.0
_PACKAGE_PARENT = Path(events.__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class ProcessOutcome:
    """How a process ended: its exit code as `subprocess` gives it, and the last lines it wrote for people."""

    returncode: int
    tail: tuple[str, ...] = ()

    @property
    def signal(self) -> str:
        """The name of the signal that ended it, or empty."""
        if self.returncode >= 0:
            return ""
        try:
            return signal.Signals(-self.returncode).name
        except ValueError:
            return f"signal {-self.returncode}"

    def __str__(self) -> str:
        # Windows reports a crash as an NTSTATUS such as 0xC0000005, known by its hexadecimal form.
        code = f"0x{self.returncode:08X}" if self.returncode > 0xFFFF else str(self.returncode)
        how = f"ended by {self.signal}" if self.signal else f"ended with exit code {code}"
        return "\n".join((f"The render process {how}.", *self.tail))


class ChildProcess:
    """A running child. Its pipes are drained by threads of their own, so that neither side waits for the other."""

    def __init__(self, command: Sequence[str], first_line: str) -> None:
        """Start `command` and send it `first_line`. Raises OSError where it cannot be started."""
        # A group of its own: Ctrl+C in a terminal reaches us only, and all it starts can be ended with it.
        group: dict[str, Any] = (
            {"creationflags": _windows_flags()} if sys.platform == "win32" else {"start_new_session": True}
        )
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # `python -m` looks for modules in the current folder first: it must be ours, not one of the presenter's.
            cwd=_PACKAGE_PARENT,
            env={**os.environ, "PYTHONUTF8": "1"},
            **group,
        )
        give_way(self._process.pid)
        self._tail: deque[str] = deque(maxlen=_TAIL_LINES)
        self._events: queue.SimpleQueue[events.Event] = queue.SimpleQueue()
        self._family: set[Any] = set()
        self._readers = [
            threading.Thread(target=reader, args=(pipe,), daemon=True, name=f"render-child-{name}")
            for name, reader, pipe in (
                ("events", self._read_events, self._process.stdout),
                ("stderr", self._read_tail, self._process.stderr),
            )
        ]
        for thread in self._readers:
            thread.start()
        self.send(first_line)

    @property
    def running(self) -> bool:
        """Whether the process itself lives; events may still be waiting when it does not."""
        return self._process.poll() is None

    def memory(self) -> int:
        """Bytes of memory in use by the process and all it has started."""
        self._meet_family()
        used = 0
        with suppress(psutil.Error):
            for member in (psutil.Process(self._process.pid), *self._family):
                with suppress(psutil.Error):
                    used += int(member.memory_info().rss)
        return used

    def own(self) -> tuple[float, int]:
        """Seconds of processor time, and bytes of memory, that the process has taken without what it has started."""
        # Once it has been waited for, its pid may be another's.
        if self.running:
            with suppress(psutil.Error):
                seconds, memory = 0.0, 0
                for process in _itself(psutil.Process(self._process.pid), sys.platform):
                    times = process.cpu_times()
                    seconds += times.user + times.system
                    memory += int(process.memory_info().rss)
                return seconds, memory
        return 0.0, 0

    def send(self, line: str) -> None:
        """Write a line to the child; one that has ended does not read it."""
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()

    def next_event(self, timeout_s: float) -> events.Event | None:
        """The next event, or None if none came in time."""
        try:
            return self._events.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def terminate(self) -> None:
        """Ask the system to end the process and all it has started."""
        self._signal_all(force=False)

    def kill(self) -> None:
        """End the process and all it has started, at once."""
        self._signal_all(force=True)

    def close(self) -> ProcessOutcome:
        """Make sure that the child is gone, and say how it ended.

        With it goes all it has started, but for what a child that crashed had started after the last `memory`, in a
        session of its own: nothing tells any more whose that is.
        """
        if self.running:
            self.kill()
        returncode = self._process.wait()
        self._signal_family(force=True)
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        for thread in self._readers:
            # Something the child started and left behind may hold the pipe open: not waited for.
            thread.join(_PIPES_CLOSE_WITHIN_S)
        return ProcessOutcome(returncode, tuple(self._tail))

    def _read_events(self, pipe: IO[bytes]) -> None:
        with pipe:
            for raw in pipe:
                line = _text(raw).strip()
                try:
                    event = events.from_json(line)
                except ValueError:
                    self._tail.append(line)
                else:
                    self._events.put(event)

    def _read_tail(self, pipe: IO[bytes]) -> None:
        with pipe:
            for raw in pipe:
                self._tail.append(_text(raw).rstrip())

    def _meet_family(self) -> None:
        """Remember what the process has started: once it is gone, parentage leads nowhere."""
        # Once it has been waited for, its pid may be another's.
        if self.running:
            with suppress(psutil.Error):
                self._family.update(psutil.Process(self._process.pid).children(recursive=True))
        # Measured by pid alone, which may have become a stranger's.
        self._family = {member for member in self._family if member.is_running()}

    def _signal_family(self, *, force: bool) -> None:
        """Signals what is remembered; a later process with the same pid is left alone, as psutil looks at its start."""
        for member in self._family:
            with suppress(psutil.Error):
                member.kill() if force else member.terminate()

    def _signal_all(self, *, force: bool) -> None:
        """Signals the descendants found by parentage as well: an office suite runs in a session of its own."""
        self._meet_family()
        self._signal_family(force=force)
        if sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL if force else signal.SIGTERM)
        elif force:
            self._process.kill()
        else:
            self._process.terminate()


def _text(raw: bytes) -> str:
    """What a process has written, which may be anything; a zero would look like damage in the list of jobs."""
    return raw.decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _itself(process: Any, platform: str) -> list[Any]:  # noqa: ANN401 - psutil has no types
    """The processes that are one program; `process` is the one that was started, `platform` as `sys.platform`.

    In a virtual environment of Windows `python.exe` starts the real one, which is elsewhere, and waits for it
    (https://github.com/python/cpython/pull/11029); PyInstaller's programs in one file do the same.
    """
    if platform != "win32":
        return [process]
    name = process.name().casefold()
    same = ("python", name) if name.startswith("python") else (name,)
    return [process, *(child for child in process.children() if child.name().casefold().startswith(same))]


def _windows_flags() -> int:
    """A group of its own, no console window, and less of the processor than the window. They exist on Windows only."""
    names = ("CREATE_NEW_PROCESS_GROUP", "CREATE_NO_WINDOW")
    return GIVING_WAY_ON_WINDOWS | sum(int(getattr(subprocess, name, 0)) for name in names)
