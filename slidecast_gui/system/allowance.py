"""What a program that we run may take: time, processor time, memory."""

from __future__ import annotations

import contextlib
import time

import psutil

_MEET_EVERY_S = 0.25
"""How often new processes are looked for, which means looking at all processes there are."""


class Allowance:
    """The limits of one run of one program; its time counts from when this is made."""

    def __init__(self, timeout_s: float, cpu_s: float, memory_bytes: int) -> None:
        """`cpu_s` is processor time, which a slow disk and other programs leave alone."""
        self._timeout_s, self._cpu_s, self._memory_bytes = timeout_s, cpu_s, memory_bytes
        self._started_at = time.monotonic()
        self._met_at = float("-inf")
        self._family: list[psutil.Process] = []

    def exceeded(self, pid: int) -> str:
        """What the process and all it has started have taken too much of, for the log; empty as long as all is well.

        To be asked many times a second: a program can fill the memory by a gigabyte in one.
        """
        moment = time.monotonic()
        if moment - self._started_at > self._timeout_s:
            return f"no result after {self._timeout_s:.0f} s"
        if moment - self._met_at >= _MEET_EVERY_S:
            self._met_at = moment
            self._family = _family(pid)
        cpu_s, memory = _taken(self._family)
        if cpu_s > self._cpu_s:
            return f"no result after {cpu_s:.0f} s of processor time"
        return f"{memory >> 20} MB of memory used" if memory > self._memory_bytes else ""


def _family(pid: int) -> list[psutil.Process]:
    try:
        leader = psutil.Process(pid)
        return [leader, *leader.children(recursive=True)]
    except psutil.Error:
        return []


def _taken(family: list[psutil.Process]) -> tuple[float, int]:
    """Seconds of processor time, and bytes of memory, of these processes together."""
    seconds, memory = 0.0, 0
    for member in family:
        # It may end while it is measured.
        with contextlib.suppress(psutil.Error):
            times = member.cpu_times()
            seconds += times.user + times.system
            memory += int(member.memory_info().rss)
    return seconds, memory
