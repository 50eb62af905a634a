"""Notifications of Windows and macOS, through an icon in the tray."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from slidecast_gui.ui.outside.notifying import Notice, Notifier

_SHOWN_FOR_MS = 15_000


class TrayNotifier(Notifier):
    """A message of the tray's icon, which becomes a notification of the system's.

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
