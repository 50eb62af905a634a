"""The presenter's session bus, by which programs of a Linux desktop speak to each other."""

from __future__ import annotations

from PySide6.QtDBus import QDBusConnection


def session_bus() -> QDBusConnection | None:
    """The bus, or None where there is none: a bare server, a container, a session started by hand."""
    bus = QDBusConnection.sessionBus()
    return bus if bus.isConnected() else None
