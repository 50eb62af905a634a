"""Notifications of Linux desktops, over D-Bus.

https://specifications.freedesktop.org/notification-spec/latest/protocol.html
"""

from __future__ import annotations

import html
import logging
from collections.abc import Callable

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SLOT,
    QMetaObject,
    QObject,
    Qt,
    QThreadPool,
    Signal,
    Slot,
)
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QGuiApplication

from slidecast_gui.ui.outside.notifying import Notice, Notifier
from slidecast_gui.ui.outside.session_bus import session_bus

_log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

_OPEN = "open"
_SECOND = "second"
_CLICKED = "default"
"""What the specification calls a click on the notification itself."""
_ANSWERS_WITHIN_MS = 3000
_AS_LONG_AS_USUAL = -1


class BusNotifier(Notifier):
    """Asks the desktop's notification server, in three steps so that the window never waits for it.

    First whether it answers at all; then, in another thread, what types it takes, and to show the notice.
    """

    _shown = Signal("uint", str)  # type: ignore[arg-type] # Qt's name of a type Python has not.

    def __init__(self, parent: QObject | None = None, bus: QDBusConnection | None = None) -> None:
        """`bus` is the session's by default; without one, nothing is shown."""
        super().__init__(parent)
        self._bus = bus or session_bus()
        self._keys: dict[int, str] = {}
        self._caller = QThreadPool(self)
        self._caller.setMaxThreadCount(1)
        self._shown.connect(self._keep)
        if self._bus is not None:
            for name, slot in (
                ("ActionInvoked", "_on_action(uint,QString)"),
                ("NotificationClosed", "_on_closed(uint,uint)"),
            ):
                # PySide's hints ask for bytes, PySide itself for what SLOT makes, which is text.
                self._bus.connect(SERVICE, PATH, SERVICE, name, self, SLOT(slot))  # type: ignore[call-overload]

    def notify(self, notice: Notice) -> None:
        """Show the notice, with its buttons; a click beside them does what the first does."""
        if self._bus is None:
            return
        bus = self._bus
        question = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "GetServerInformation")
        watcher = QDBusPendingCallWatcher(bus.asyncCall(question), self)

        def answered() -> None:
            if watcher.isError():
                _log.info("nobody shows notifications here: %s", watcher.error().message())
            else:
                self._caller.start(_call(bus, notice, self._shown.emit))
            watcher.deleteLater()

        watcher.finished.connect(answered)

    @Slot("uint", str)
    def _keep(self, number: int, key: str) -> None:
        self._keys[number] = key

    @Slot("uint", str)
    def _on_action(self, number: int, action: str) -> None:
        """Somebody's notification was clicked: the server tells all who listen."""
        if number in self._keys and action in (_OPEN, _CLICKED, _SECOND):
            chosen = self.second_chosen if action == _SECOND else self.opened
            chosen.emit(self._keys.pop(number))

    @Slot("uint", "uint")
    def _on_closed(self, number: int, _reason: int) -> None:
        self._keys.pop(number, None)


def _actions(notice: Notice) -> list[str]:
    """Names and words, in turn, as the server wants them."""
    actions = [_CLICKED, notice.action, _OPEN, notice.action]
    return [*actions, _SECOND, notice.second] if notice.second else actions


def _call(bus: QDBusConnection, notice: Notice, tell: Callable[[int, str], None]) -> Callable[[], None]:
    """The call as work for a thread; `tell` gets the number under which the server shows the notice, and its key."""

    def call() -> None:
        # Through an interface that asks the server for its types: a message made by hand could say only `int` where
        # the server wants an unsigned one. PySide keeps Python's lock meanwhile, so it has been seen to answer before.
        server = QDBusInterface(SERVICE, PATH, SERVICE, bus)
        server.setTimeout(_ANSWERS_WITHIN_MS)
        try:
            number = QMetaObject.invokeMethod(
                server,
                "Notify",
                Qt.ConnectionType.DirectConnection,
                Q_RETURN_ARG("uint"),
                Q_ARG(str, QGuiApplication.applicationName()),
                Q_ARG("uint", 0),
                Q_ARG(str, QGuiApplication.desktopFileName()),
                Q_ARG(str, notice.title),
                # The text is markup to the server, and file names are not.
                Q_ARG(str, html.escape(notice.text, quote=False)),
                Q_ARG("QStringList", _actions(notice)),
                Q_ARG("QVariantMap", {"desktop-entry": QGuiApplication.desktopFileName()}),
                Q_ARG(int, _AS_LONG_AS_USUAL),
            )
        except RuntimeError as error:
            # PySide raises it where the call fails; the server may speak another version, or hang.
            _log.info("the notification was not shown: %s %s", error, server.lastError().message())
            return
        assert isinstance(number, int)
        tell(number, notice.key)

    return call
