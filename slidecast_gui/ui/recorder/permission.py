"""Whether this program may listen. macOS asks the presenter once and remembers; elsewhere Qt says yes.

On Windows the system's privacy settings are not asked here: a microphone that is forbidden cannot be opened there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMicrophonePermission, QObject, Qt

Status = Qt.PermissionStatus


class Permission:
    """The system's answer, and asking for it."""

    @property
    def status(self) -> Status:
        """Granted, denied, or undetermined: then it is to be asked for when the microphone is first wanted."""
        app = QCoreApplication.instance()
        return app.checkPermission(QMicrophonePermission()) if app is not None else Status.Denied

    def ask(self, context: QObject, answered: Callable[[], None]) -> None:
        """Lets the system ask the presenter. `answered` is called when `status` is known, while `context` lives."""
        app = QCoreApplication.instance()
        if app is not None:
            app.requestPermission(QMicrophonePermission(), context, answered)
