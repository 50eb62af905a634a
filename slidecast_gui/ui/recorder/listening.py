"""Hearing a recording before it is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.ui.player.backend import NoMultimedia, load_sound

if TYPE_CHECKING:
    from slidecast_gui.ui.player.sound import Sound


class Listening(QObject):
    """Plays one file from its start, or stops it. `failed` carries a sentence."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sound: Sound | None = None
        self._on = False

    @property
    def is_on(self) -> bool:
        """Whether something is heard."""
        return self._on

    def toggle(self, path: Path) -> None:
        """Starts, or stops."""
        if self._on:
            self.stop()
            return
        try:
            sound = self._prepared()
        except NoMultimedia as error:
            self.failed.emit(error.sentence)
            return
        sound.play(path)
        self._turn(on=True)

    def stop(self) -> None:
        """Ends the sound, and lets go of its file, so that it can be replaced."""
        if self._on and self._sound is not None:
            self._sound.stop()
        self._turn(on=False)

    @Slot()
    def _ended(self) -> None:
        self.stop()

    @Slot()
    def _failed(self) -> None:
        self._turn(on=False)
        self.failed.emit(self.tr("This recording cannot be played; record it again."))

    def _prepared(self) -> Sound:
        if self._sound is None:
            self._sound = load_sound(self)
            self._sound.ended.connect(self._ended)
            self._sound.failed.connect(self._failed)
        return self._sound

    def _turn(self, *, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit()
