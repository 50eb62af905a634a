"""Who notifies on which system."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from slidecast_gui.ui.outside.notifying import Notifier
from slidecast_gui.ui.outside.notifying_tray import TrayNotifier


def notifier_for(platform: str, icon: QIcon, parent: QObject) -> Notifier:
    """The way of a system; `platform` is as `sys.platform`."""
    if platform in ("win32", "darwin"):
        return TrayNotifier(icon, parent)
    # Qt for the other two is built without D-Bus.
    from slidecast_gui.ui.outside.notifying_bus import BusNotifier

    return BusNotifier(parent)
