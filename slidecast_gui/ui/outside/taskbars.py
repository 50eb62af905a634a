"""Which system shows progress where: one class for each that can, chosen here."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.outside.taskbar import Taskbar, Work


class DockBadge:
    """macOS: how many decks are left, in the badge of the dock's icon; it has no bar to offer."""

    def show(self, work: Work | None) -> None:
        """Set or clear the badge."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.setBadgeNumber(work.left if work else 0)


class NoTaskbar:
    """For where there is no icon to show anything on."""

    def show(self, work: Work | None) -> None:
        """Do nothing."""


def taskbar_for(platform: str, window: QWidget) -> Taskbar:
    """The way of a system; `platform` is as `sys.platform`. Each is imported where it is wanted."""
    if platform == "darwin":
        return DockBadge()
    if platform == "win32":
        from slidecast_gui.ui.outside.taskbar_windows import WindowsTaskbar, taskbar_list

        listed = taskbar_list()
        return WindowsTaskbar(listed, lambda: int(window.winId())) if listed else NoTaskbar()
    from slidecast_gui.ui.outside.session_bus import session_bus
    from slidecast_gui.ui.outside.taskbar_bus import LauncherEntry

    bus = session_bus()
    return LauncherEntry(bus) if bus else NoTaskbar()
