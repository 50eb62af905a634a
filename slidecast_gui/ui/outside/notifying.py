"""Telling the presenter what has ended while they look at something else: what is told, and who can tell it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

_SHOWN_FOR_MS = 15_000


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification. `key` comes back when it is clicked; `action` is the word on its button."""

    key: str
    title: str
    text: str
    action: str
    bad: bool = False


class Notifier(QObject):
    """A way of asking the system to notify. Nothing here waits or raises; what cannot be shown is left unshown."""

    opened = Signal(str)
    """The notice with this key was clicked, or its button."""

    def notify(self, notice: Notice) -> None:
        """Ask for a notice; the system decides when and where it is seen."""
        raise NotImplementedError


class TrayNotifier(Notifier):
    """Windows and macOS: a message of the tray's icon, which becomes a notification of the system's.

    The icon is there only as long as a message may be clicked: Slidecast does not live in the tray. Neither system
    gives such a message a button, so the whole of it is one.
    """

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._tray = QSystemTrayIcon(icon, self)
        self._tray.messageClicked.connect(self._clicked)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def notify(self, notice: Notice) -> None:
        """Show the message; a later one takes its place."""
        self._key = notice.key
        kind = QSystemTrayIcon.MessageIcon.Warning if notice.bad else QSystemTrayIcon.MessageIcon.Information
        self._tray.show()
        self._tray.showMessage(notice.title, notice.text, kind, _SHOWN_FOR_MS)

    @Slot()
    def _clicked(self) -> None:
        self.opened.emit(self._key)

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._tray.hide()


def notifier_for(platform: str, icon: QIcon, parent: QObject) -> Notifier:
    """The way of a system; `platform` is as `sys.platform`."""
    if platform in ("win32", "darwin"):
        return TrayNotifier(icon, parent)
    # Qt for the other two is built without D-Bus.
    from slidecast_gui.ui.outside.notifying_bus import BusNotifier

    return BusNotifier(parent)


def system_notifier(icon: QIcon, parent: QObject) -> Notifier:
    """The way of the system this runs on."""
    return notifier_for(sys.platform, icon, parent)
