"""Progress on the launcher of Linux desktops: Unity's launcher entry, which KDE, Ubuntu's dock and others follow.

https://wiki.ubuntu.com/Unity/LauncherAPI
"""

from __future__ import annotations

import zlib
from typing import Any

from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication

from slidecast_gui.ui.outside.taskbar import Work

INTERFACE = "com.canonical.Unity.LauncherEntry"


class LauncherEntry:
    """Tells whoever listens on the bus; the launcher is found by the name of the desktop entry."""

    def __init__(self, bus: QDBusConnection) -> None:
        self._bus = bus

    def show(self, work: Work | None) -> None:
        """Send the signal."""
        uri = f"application://{QGuiApplication.desktopFileName()}.desktop"
        # Any object may speak for a launcher, as long as it is always the same one.
        path = f"/com/canonical/unity/launcherentry/{zlib.crc32(uri.encode())}"
        update = QDBusMessage.createSignal(path, INTERFACE, "Update")
        update.setArguments([uri, properties(work)])
        self._bus.send(update)


def properties(work: Work | None) -> dict[str, Any]:
    """What the signal says. A launcher keeps what it is not told anew, so everything is told."""
    if work is None:
        return {"progress-visible": False, "urgent": False}
    return {"progress": work.fraction, "progress-visible": True, "urgent": work.failed}
