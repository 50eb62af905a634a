"""One sound file that is heard. Importing this needs QtMultimedia's libraries; `backend.load_sound` is the door."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

_log = logging.getLogger(__name__)


class Sound(QObject):
    """Plays a file from any position. `ended` comes at its end, `failed` with technical text instead of it."""

    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted_ms: int | None = None
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(QAudioOutput(QMediaDevices.defaultAudioOutput(), self))
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.errorOccurred.connect(self._failed)

    @property
    def is_available(self) -> bool:
        """Whether Qt has found its codecs."""
        return self._player.isAvailable()

    def play(self, path: Path, from_ms: int = 0) -> None:
        """Plays a file in place of what is heard now."""
        self.stop()
        self._wanted_ms = from_ms
        self._player.setSource(QUrl.fromLocalFile(str(path)))

    def stop(self) -> None:
        """Ends the sound, and lets go of its file."""
        self._wanted_ms = None
        self._player.stop()
        self._player.setSource(QUrl())

    @Slot(QMediaPlayer.MediaStatus)
    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        """A file is read in another thread; a position that is set before it is there is forgotten."""
        if status is QMediaPlayer.MediaStatus.LoadedMedia and self._wanted_ms is not None:
            wanted, self._wanted_ms = self._wanted_ms, None
            self._player.setPosition(wanted)
            self._player.play()
        elif status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()

    @Slot()
    def _failed(self) -> None:
        text = self._player.errorString()
        _log.warning("%s cannot be heard: %s", self._player.source().toLocalFile(), text)
        self.failed.emit(text)


def has_speaker() -> bool:
    """Whether this computer has anything to be heard with now."""
    return not QMediaDevices.defaultAudioOutput().isNull()
