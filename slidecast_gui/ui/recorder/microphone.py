"""The computer's microphones. Importing this needs QtMultimedia's libraries; `access` is the door."""

from __future__ import annotations

import logging

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices

from slidecast_gui.ui.recorder.level import SampleKind, mono

_log = logging.getLogger(__name__)

_RATE = 48_000
"""Samples a second, as in the finished video."""

_LOOK_MS = 250
"""How often is looked whether the microphone is still there: PySide 6.11 cannot deliver its change of state."""

# States and errors are compared by their names: Qt 6.11 has them in another class than 6.8.

_KINDS = {
    QAudioFormat.SampleFormat.UInt8: SampleKind.UINT8,
    QAudioFormat.SampleFormat.Int16: SampleKind.INT16,
    QAudioFormat.SampleFormat.Int32: SampleKind.INT32,
    QAudioFormat.SampleFormat.Float: SampleKind.FLOAT,
}


class Microphone(QObject):
    """Listens to one device at a time. `heard` carries mono samples from -1 to 1; `lost` that the device has gone."""

    devices_changed = Signal()
    heard = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.audioInputsChanged.connect(self.devices_changed)
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._format = QAudioFormat()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_after)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The devices as (name, id), the system's own choice first."""
        default = QMediaDevices.defaultAudioInput()
        devices = sorted(QMediaDevices.audioInputs(), key=lambda device: device.id() != default.id())
        return tuple((device.description(), _id(device)) for device in devices)

    @property
    def rate(self) -> int:
        """Samples a second of what is heard now."""
        return self._format.sampleRate()

    def start(self, device_id: str) -> bool:
        """Listens to a device; False where it cannot be opened."""
        self.stop()
        device = next((each for each in QMediaDevices.audioInputs() if _id(each) == device_id), None)
        if device is None:
            return False
        self._format = _wanted_format(device)
        self._source = QAudioSource(device, self._format, self)
        self._stream = self._source.start()
        if self._stream is None or self._source.error().name != "NoError":
            _log.warning("the microphone %s cannot be opened: %s", device.description(), self._source.error())
            self.stop()
            return False
        self._stream.readyRead.connect(self._read)
        self._look.start()
        return True

    def stop(self) -> None:
        """Listens no longer; what was heard up to now has been told."""
        self._look.stop()
        source, self._source = self._source, None
        if source is not None:
            self._read()
            self._stream = None
            source.stop()
            source.deleteLater()

    @Slot()
    def _read(self) -> None:
        if self._stream is not None:
            kind = _KINDS[self._format.sampleFormat()]
            samples = mono(bytes(self._stream.readAll().data()), kind, self._format.channelCount())
            if samples.size:
                self.heard.emit(samples)

    @Slot()
    def _look_after(self) -> None:
        source = self._source
        if source is not None and source.state().name == "StoppedState":
            _log.warning("the microphone has gone: %s", source.error())
            self.stop()
            self.lost.emit()


def _wanted_format(device: QAudioDevice) -> QAudioFormat:
    """One channel at the video's rate, or what the device likes best where it has not that."""
    wanted = QAudioFormat()
    wanted.setSampleRate(_RATE)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted if device.isFormatSupported(wanted) else device.preferredFormat()


def _id(device: QAudioDevice) -> str:
    """A device's id as text; the system's own are bytes of any kind."""
    return bytes(device.id().data()).hex()
