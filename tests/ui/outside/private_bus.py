"""A session bus of a test's own, with whatever the test puts on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

_numbers = count()


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus that nobody else is on."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here (apt install dbus)")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def connection(address: str) -> Iterator[QDBusConnection]:
    """A connection of its own to a bus."""
    name = f"test-{next(_numbers)}"
    made = QDBusConnection.connectToBus(address, name)
    assert made.isConnected(), made.lastError().message()
    try:
        yield made
    finally:
        QDBusConnection.disconnectFromBus(name)


class NotificationServer:
    """A notification server in a process of its own, as on a real desktop."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def shown(self) -> list[object]:
        """Waits for the next notification: what `Notify` was given."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def click(self, number: int, action: str) -> None:
        """Clicks a button of the notification with this number."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{number} {action}\n")
        self._process.stdin.flush()


@contextmanager
def notification_server(address: str) -> Iterator[NotificationServer]:
    """A server on the bus, ready to be asked."""
    script = str(Path(__file__).with_name("notification_server.py"))
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, script], stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        server = NotificationServer(process)
        try:
            assert server.shown() == "ready"
            yield server
        finally:
            process.terminate()
