"""What happens between the microphone and the file."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.ui.player.backend import NoMultimedia
from slidecast_gui.ui.recorder.level import Samples, peak
from slidecast_gui.ui.recorder.obstacle import cannot_open, obstacle
from slidecast_gui.ui.recorder.permission import Permission, Status
from slidecast_gui.ui.recorder.recording import Recording

if TYPE_CHECKING:
    from slidecast_gui.ui.recorder.microphone import Microphone

_log = logging.getLogger(__name__)

MicrophoneLoader = Callable[[QObject], "Microphone"]


class Phase(StrEnum):
    """Where a recording stands. DECIDING: it is there, and neither used nor discarded."""

    EMPTY = "empty"
    RECORDING = "recording"
    DECIDING = "deciding"


class Session(QObject):
    """Records for one file. `level` carries the peak of what was just heard, `failed` a sentence."""

    changed = Signal()
    level = Signal(float)
    failed = Signal(str)

    def __init__(self, parent: QObject, load: MicrophoneLoader, permission: Permission) -> None:
        """`load` makes what listens, and may raise NoMultimedia."""
        super().__init__(parent)
        self._permission = permission
        self._recording: Recording | None = None
        self._microphone: Microphone | None = None
        self._lack = ""
        try:
            self._microphone = load(self)
        except NoMultimedia as error:
            self._lack = error.sentence
        else:
            self._microphone.devices_changed.connect(self.changed)
            self._microphone.heard.connect(self._heard)
            self._microphone.lost.connect(self._lost)

    @property
    def phase(self) -> Phase:
        """Where the recording stands."""
        if self._recording is None or not (self._recording.is_open or self._recording.seconds):
            return Phase.EMPTY
        return Phase.RECORDING if self._recording.is_open else Phase.DECIDING

    @property
    def seconds(self) -> float:
        """How much has been recorded."""
        return self._recording.seconds if self._recording is not None else 0.0

    @property
    def path(self) -> Path | None:
        """The recording that is to be decided about."""
        return self._recording.path if self._recording is not None and self.phase is Phase.DECIDING else None

    @property
    def devices(self) -> tuple[tuple[str, str], ...]:
        """The microphones as (name, id)."""
        return self._microphone.names if self._microphone is not None else ()

    @property
    def obstacle(self) -> str:
        """Why nothing can be recorded; empty where it can."""
        return obstacle(sys.platform, self._lack, self._permission.status, len(self.devices))

    def record_for(self, target: Path) -> None:
        """Turns to a file; what is being recorded for another one is kept undecided."""
        self.finish()
        self._recording = Recording(target)
        self.changed.emit()

    def start(self, device_id: str) -> None:
        """Records in place of what was there; the system may ask the presenter for permission first."""
        if self._permission.status is Status.Undetermined:
            self._permission.ask(self, lambda: self._start(device_id))
        else:
            self._start(device_id)

    @Slot()
    def finish(self) -> None:
        """Ends the recording, which is then to be decided about."""
        if self._microphone is not None:
            self._microphone.stop()
        if self._recording is not None and self._recording.is_open:
            self._try(self._recording.stop)
        self.changed.emit()

    def accept(self) -> Path | None:
        """Gives the recording its name; None, after a sentence, where that failed."""
        if self._recording is None or self.phase is not Phase.DECIDING:
            return None
        accepted = self._try(self._recording.accept)
        self.changed.emit()
        return self._recording.target if accepted else None

    def discard(self) -> None:
        """Deletes what is undecided."""
        if self._recording is not None:
            self._try(self._recording.discard)
        self.changed.emit()

    def _start(self, device_id: str) -> None:
        if self._microphone is None or self._recording is None or self.obstacle:
            self.changed.emit()
            return
        if not self._microphone.start(device_id):
            self.failed.emit(cannot_open(sys.platform))
            return
        recording, rate = self._recording, self._microphone.rate
        self._try(lambda: recording.start(rate))
        if not recording.is_open:
            self._microphone.stop()
        self.changed.emit()

    @Slot(object)
    def _heard(self, samples: Samples) -> None:
        recording = self._recording
        if recording is not None and recording.is_open:
            if not self._try(lambda: recording.add(samples)):
                self.finish()
            self.level.emit(peak(samples))

    @Slot()
    def _lost(self) -> None:
        self.finish()
        self.failed.emit(self.tr("The microphone has gone; what was said until then is kept."))

    def _try(self, step: Callable[[], object]) -> bool:
        """Does what touches the disk; False, after a sentence, where the disk does not take it."""
        try:
            step()
        except OSError as error:
            _log.warning("a recording was not written: %s", error)
            self.failed.emit(
                self.tr("The recording cannot be written to “{folder}”; make room on that disk, and try again.").format(
                    folder=self._folder
                )
            )
            return False
        return True

    @property
    def _folder(self) -> Path:
        return self._recording.path.parent if self._recording is not None else Path()
