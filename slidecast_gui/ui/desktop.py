"""Opening results with what the presenter's system offers: its player, its file manager.

What is to be run is decided by pure functions of plain data; only the two doors at the top start something.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PureWindowsPath

from PySide6.QtCore import QCoreApplication, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_log = logging.getLogger(__name__)

_FILE_MANAGER = "org.freedesktop.FileManager1"


def open_file(path: Path) -> bool:
    """Opens a file with the system's program for it; False where there is none, or no file."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Shows a file, selected, in the file manager; the folder alone where the file manager cannot select."""
    if not path.exists():
        return path.parent.is_dir() and open_file(path.parent)
    command = reveal_command(sys.platform, path, os.environ)
    return (_starts(command) if command is not None else _ask_file_manager(path)) or open_file(path.parent)


def reveal_command(platform: str, path: Path, environment: Mapping[str, str]) -> str | Sequence[str] | None:
    """The command that shows `path` selected on `platform` (as in sys.platform); None where there is only D-Bus.

    For Explorer it is the whole command line, as it reads that itself: the path in quotation marks, or it ends at a
    comma in a name, and the switch outside of them, or it is none.
    """
    if platform == "win32":
        # In full: Windows looks for a bare name in the current folder first, which may be one of downloads.
        return f'"{PureWindowsPath(environment.get("WINDIR", "C:/Windows"), "explorer.exe")}" /select,"{path}"'
    if platform == "darwin":
        return ("open", "-R", str(path))
    return None


def _starts(command: str | Sequence[str]) -> bool:
    if not isinstance(command, str):
        return QProcess.startDetached(command[0], list(command[1:]))[0]
    # QProcess would put quotation marks of its own around an argument with a blank in it, and mask the others.
    try:
        subprocess.Popen(command)
    except OSError as error:
        _log.warning("the file manager cannot be started: %s", error)
        return False
    return True


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
