"""What a program that we run may take: time, processor time, memory."""

from __future__ import annotations

import contextlib
import time

import psutil

_MEASURE_EVERY_S = 0.25


class Allowance:
    """The limits of one run; its time counts from when this is made."""

    def __init__(self, timeout_s: float, cpu_s: float, memory_bytes: int) -> None:
        """`cpu_s` is processor time, which a slow disk and other programs leave alone."""
        self._timeout_s, self._cpu_s, self._memory_bytes = timeout_s, cpu_s, memory_bytes
        self._started_at = time.monotonic()
        self._measured_at = float("-inf")

    def exceeded(self, pid: int) -> str:
        """What the process and all it has started have taken too much of, for the log; empty as long as all is well."""
        moment = time.monotonic()
        if moment - self._started_at > self._timeout_s:
            return f"no result after {self._timeout_s:.0f} s"
        if moment - self._measured_at < _MEASURE_EVERY_S:
            return ""
        self._measured_at = moment
        cpu_s, memory = _taken(pid)
        if cpu_s > self._cpu_s:
            return f"no result after {cpu_s:.0f} s of processor time"
        return f"{memory >> 20} MB of memory used" if memory > self._memory_bytes else ""


def _taken(pid: int) -> tuple[float, int]:
    """Seconds of processor time, and bytes of memory, of a process and what it has started."""
    seconds, memory = 0.0, 0
    try:
        leader = psutil.Process(pid)
        family = [leader, *leader.children(recursive=True)]
    except psutil.Error:
        return seconds, memory
    for member in family:
        # It may end while it is measured.
        with contextlib.suppress(psutil.Error):
            times = member.cpu_times()
            seconds += times.user + times.system
            memory += int(member.memory_info().rss)
    return seconds, memory
