"""The window's end of a rehearsal: a child process that draws, times and speaks the slides of one deck."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, SignalInstance, Slot

from slidecast_gui.edits import Edits
from slidecast_gui.rehearsal import messages
from slidecast_gui.rehearsal.messages import (
    CopyWritten,
    Drawn,
    Heard,
    Opened,
    Opening,
    Request,
    Timed,
    Trouble,
    reply_of,
    to_line,
)
from slidecast_gui.settings import RenderSettings
from slidecast_gui.system.talking import child_command

REHEARSAL_COMMAND = "rehearsal-child"

_PATIENCE_MS = 2000
_PACKAGE_PARENT = Path(messages.__file__).resolve().parents[2]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is rehearsed: a deck with a job's settings and edits, whose sounds are absolute paths.

    `scratch` is a folder for this rehearsal alone, which it makes and takes away.
    """

    deck: str
    pieces: Path
    scratch: Path
    settings: RenderSettings
    edits: Edits


class Rehearsal(QObject):
    """One rehearsal from its start to its end. Nothing here waits for it.

    `ended` comes once, with a sentence, where it could not be started or has ended by itself; never after `stop`.
    """

    opened = Signal(object)
    drawn = Signal(object)
    timed = Signal(object)
    heard = Signal(object)
    copy_written = Signal(object)
    trouble = Signal(object)
    ended = Signal(str)

    def __init__(self, subject: Subject, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        """`command` starts the child, by default this program."""
        super().__init__(parent)
        self._program, *self._arguments = command or child_command(REHEARSAL_COMMAND)
        self._subject = subject
        self._stopped = False
        self._process = QProcess(self)
        self._signals: Mapping[type[Any], SignalInstance] = {
            Opened: self.opened,
            Drawn: self.drawn,
            Timed: self.timed,
            Heard: self.heard,
            CopyWritten: self.copy_written,
            Trouble: self.trouble,
        }
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        self._process.setProcessEnvironment(environment)
        # `python -m` looks for modules in the current folder first: it must be ours, not one of the presenter's.
        self._process.setWorkingDirectory(str(_PACKAGE_PARENT))
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._log_tail)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)

    def start(self) -> None:
        """Start the child; to be called once."""
        subject = self._subject
        self._process.start(self._program, self._arguments)
        self.tell(
            Opening(subject.deck, str(subject.pieces), str(subject.scratch), subject.settings, dict(subject.edits))
        )

    def tell(self, request: Request) -> None:
        """Send a request; one that has ended does not read it."""
        if self._process.state() is not QProcess.ProcessState.NotRunning and not self._stopped:
            self._process.write(to_line(request).encode() + b"\n")

    def stop(self) -> None:
        """Let the child go, and this object with it: it is asked, then terminated, then killed."""
        if self._stopped:
            return
        self._stopped = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
            return
        self._process.closeWriteChannel()
        for number, step in enumerate((self._process.terminate, self._process.kill), 1):
            self._later(number * _PATIENCE_MS, step)

    def wait(self) -> None:
        """Blocks a moment until one that was stopped has cleared up; to be called before the window goes."""
        if not self._process.waitForFinished(_PATIENCE_MS):
            self._process.kill()
            self._process.waitForFinished(_PATIENCE_MS)

    @Slot()
    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace").strip()
            try:
                reply = reply_of(line)
            except ValueError:
                # A library may print what it likes.
                _log.info("rehearsal: %s", line)
                continue
            if not self._stopped:
                self._signals[type(reply)].emit(reply)

    @Slot()
    def _log_tail(self) -> None:
        tail = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        _log.info("rehearsal: %s", tail)

    @Slot()
    def _finish(self) -> None:
        self._read()
        _log.info("the rehearsal of %s ended with code %d", self._subject.deck, self._process.exitCode())
        self._end(self.tr("The preview of this deck stopped unexpectedly; what you have changed is kept."))

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        """Every other error is followed by the end of the process."""
        if error is QProcess.ProcessError.FailedToStart:
            _log.warning("%s: %s", self._program, self._process.errorString())
            self._end(self.tr("Slidecast could not start its preview; restart Slidecast, or install it again."))

    def _end(self, sentence: str) -> None:
        if self._stopped:
            self.deleteLater()
        else:
            self.ended.emit(sentence)

    def _later(self, after_ms: int, step: Callable[[], None]) -> None:
        QTimer.singleShot(after_ms, self, step)
