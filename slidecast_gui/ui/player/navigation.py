"""Getting about in a video: on and off, by seconds, by chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.ui.player.chapters import Chapter, start_of_next, start_of_previous

if TYPE_CHECKING:
    from slidecast_gui.ui.player.playback import Playback

_STEP_MS = 5000


class Navigation(QObject):
    """Moves what plays; does nothing while there is nothing to play. `moved` tells at once where to."""

    moved = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.playback: Playback | None = None
        self.chapters: tuple[Chapter, ...] = ()

    @Slot()
    def toggle(self) -> None:
        """Plays or pauses."""
        if self.playback is not None:
            self.playback.toggle()

    @Slot(int)
    def seek(self, position_ms: int) -> None:
        """Goes to a position."""
        if self.playback is not None:
            self.playback.seek(position_ms)
            self.moved.emit(self.playback.position_ms)

    @Slot()
    def back(self) -> None:
        """Some seconds back."""
        self._go_by(-_STEP_MS)

    @Slot()
    def ahead(self) -> None:
        """Some seconds ahead."""
        self._go_by(_STEP_MS)

    @Slot()
    def to_start(self) -> None:
        """To the start of the video."""
        self.seek(0)

    @Slot()
    def to_previous(self) -> None:
        """To the start of this chapter, or of the one before."""
        if self.playback is not None:
            self.seek(start_of_previous(self.chapters, self.playback.position_ms))

    @Slot()
    def to_next(self) -> None:
        """To the start of the next chapter, where there is one."""
        if self.playback is not None:
            start = start_of_next(self.chapters, self.playback.position_ms)
            if start is not None:
                self.seek(start)

    def _go_by(self, step_ms: int) -> None:
        if self.playback is not None:
            self.seek(self.playback.position_ms + step_ms)
