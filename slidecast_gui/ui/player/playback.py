"""A video that plays: QMediaPlayer with a picture and a loudspeaker. Importing this needs QtMultimedia's libraries."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtMultimedia import QAudio, QAudioOutput, QMediaDevices, QMediaPlayer
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QWidget

_LAST_PICTURE_MS = 100
"""This far before the end there is a picture for certain: three of them at 30 a second."""

_log = logging.getLogger(__name__)


class Playback(QObject):
    """Plays one video at a time in `screen`. Times are whole milliseconds.

    `failed` carries technical text; `captions_found` tells whether the video has a track of them.
    """

    position_changed = Signal(int)
    length_changed = Signal(int)
    playing_changed = Signal(bool)
    captions_found = Signal(bool)
    speaker_changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.screen = QVideoWidget(parent)
        # Also the part that Qt puts into it: the pointer is seen to move without a button held.
        for widget in (self.screen, *self.screen.findChildren(QWidget)):
            widget.setMouseTracking(True)
        self._player = QMediaPlayer(self)
        self._devices = QMediaDevices(self)
        self._speaker: QAudioOutput | None = None
        self._volume = 1.0
        self._muted = False
        self._captions = True
        self._at_end = False
        self._player.setVideoOutput(self.screen)
        self._player.positionChanged.connect(self._tell_position)
        self._player.durationChanged.connect(lambda length: self.length_changed.emit(length))
        self._player.playingChanged.connect(self.playing_changed)
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.tracksChanged.connect(self._tracks_changed)
        self._player.errorOccurred.connect(self._failed)
        self._devices.audioOutputsChanged.connect(self._connect_speaker)
        self._connect_speaker()

    @property
    def is_available(self) -> bool:
        """Whether Qt has found its codecs."""
        return self._player.isAvailable()

    @property
    def is_playing(self) -> bool:
        """Whether the video moves."""
        return self._player.isPlaying()

    @property
    def has_speaker(self) -> bool:
        """Whether anything can be heard on this computer now."""
        return self._speaker is not None

    @property
    def position_ms(self) -> int:
        """Where the video is."""
        return self.length_ms if self._at_end else self._player.position()

    @property
    def length_ms(self) -> int:
        """How long the video is; 0 until that is known."""
        return self._player.duration()

    def open(self, path: Path) -> None:
        """Loads a video and plays it from its start."""
        # The same file would not be read again otherwise, though it may be another one by now.
        self.close()
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.play()

    def close(self) -> None:
        """Ends playing and lets go of the file, which Windows would not let anyone replace."""
        self._at_end = False
        self._player.stop()
        self._player.setSource(QUrl())

    def toggle(self) -> None:
        """Plays or pauses; at the end it starts again."""
        if self.is_playing:
            self.pause()
            return
        if self._at_end:
            self.seek(0)
        self._player.play()

    def pause(self) -> None:
        """Holds the video where it is."""
        self._player.pause()
        # Who seeks and pauses at once would be left with the picture from before.
        self._player.setPosition(self._player.position())

    def seek(self, position_ms: int) -> None:
        """Goes to a position, or to the nearest end."""
        self._at_end = False
        # A resting player would leave the caption of the old place over the picture of the new one.
        self.screen.videoSink().setSubtitleText("")
        self._player.setPosition(max(0, min(position_ms, self.length_ms)))

    def show_captions(self, *, shown: bool) -> None:
        """Captions over the picture, where the video has some."""
        self._captions = shown
        if self._player.subtitleTracks():
            self._player.setActiveSubtitleTrack(0 if shown else -1)

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """How loud it is, from 0 to 1 as the ear hears it."""
        self._volume, self._muted = volume, muted
        if self._speaker is not None:
            scale = QAudio.VolumeScale
            self._speaker.setVolume(QAudio.convertVolume(volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale))
            self._speaker.setMuted(muted)

    @Slot()
    def _connect_speaker(self) -> None:
        """Uses the system's loudspeaker, also one that has just been plugged in.

        Without any, the player is given none: then the video runs by the clock, and no device is asked for in vain.
        """
        if QMediaDevices.defaultAudioOutput().isNull():
            self._player.setAudioOutput(None)  # type: ignore[arg-type]  # Qt takes it; its stubs do not say so
            self._speaker = None
            self.speaker_changed.emit()
            return
        if self._speaker is None:
            self._speaker = QAudioOutput(self)
            self.set_volume(self._volume, muted=self._muted)
            self._player.setAudioOutput(self._speaker)
        self._speaker.setDevice(QMediaDevices.defaultAudioOutput())
        self.speaker_changed.emit()

    @Slot(int)
    def _tell_position(self) -> None:
        self.position_changed.emit(self.position_ms)

    @Slot(QMediaPlayer.MediaStatus)
    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        """At its end the player would go dark; the last picture is to stay."""
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._at_end = True
            self._player.pause()
            self._player.setPosition(max(0, self.length_ms - _LAST_PICTURE_MS))
            self._tell_position()

    @Slot()
    def _tracks_changed(self) -> None:
        self.show_captions(shown=self._captions)
        self.captions_found.emit(bool(self._player.subtitleTracks()))

    @Slot()
    def _failed(self) -> None:
        text = self._player.errorString()
        _log.warning("%s cannot be played: %s %s", self._player.source().toLocalFile(), self._player.error(), text)
        self.failed.emit(text)
