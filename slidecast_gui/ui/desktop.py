"""Opening results with what the presenter's system offers: its player, its file manager.

What is to be run is decided by pure functions of plain data; only the two doors at the top start something.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_FILE_MANAGER = "org.freedesktop.FileManager1"


def open_file(path: Path) -> bool:
    """Opens a file with the system's program for it; False where there is none, or no file."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Shows a file, selected, in the file manager; the folder alone where the file manager cannot select."""
    if not path.exists():
        return path.parent.is_dir() and open_file(path.parent)
    command = reveal_command(sys.platform, path)
    if command is not None:
        return QProcess.startDetached(command[0], list(command[1:]))[0]
    return _ask_file_manager(path) or open_file(path.parent)


def reveal_command(platform: str, path: Path) -> Sequence[str] | None:
    """The command that shows `path` selected on `platform` (as in sys.platform); None where there is only D-Bus.

    Explorer wants the switch and the path as one argument, separated by a comma.
    """
    if platform == "win32":
        return ("explorer.exe", f"/select,{path}")
    if platform == "darwin":
        return ("open", "-R", str(path))
    return None


def _ask_file_manager(path: Path) -> bool:
    """Asks through the freedesktop.org File Manager interface, without waiting; False where there is no D-Bus.

    A file manager that refuses, or none at all, is found out later: then the folder is opened.
    """
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(_FILE_MANAGER, "/org/freedesktop/FileManager1", _FILE_MANAGER, "ShowItems")
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), QCoreApplication.instance())

    def answered() -> None:
        if watcher.isError():
            open_file(path.parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)
    return True
