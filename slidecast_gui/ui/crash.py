"""What happens with an exception nobody caught: the log first, then a window, never a second crash."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Installed as `sys.excepthook`. Lives on the GUI thread, so its signal brings reports of other threads there."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on uncaught exceptions and Qt's messages go to the log."""
        sys.excepthook = self._caught
        qInstallMessageHandler(_log_qt_message)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Terminal and file first: whatever follows may fail too. No widget here, as this may be another thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        _log.critical("an exception was not caught\n%s", text)
        self._happened.emit(text)

    def _show(self, text: str) -> None:
        """One report at a time: an exception in a paint event would come again with every frame."""
        if self._box is not None:
            return
        box = self._box = QMessageBox()
        box.setWindowTitle("Slidecast")
        box.setText(self.tr("Something went wrong inside Slidecast. Your jobs are safe; please report the details."))
        box.setDetailedText(text)
        box.finished.connect(self._closed)
        # Not `exec`: the reporter must return to whoever's exception it was.
        box.open()

    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Qt's own messages, under their category."""
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS[kind], "%s", message)
