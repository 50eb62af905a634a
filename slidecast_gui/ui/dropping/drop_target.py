"""Makes a whole window a place to drop decks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.dropping import drops
from slidecast_gui.ui.dropping.copying import CopyDrops
from slidecast_gui.ui.dropping.drop_veil import DropVeil
from slidecast_gui.ui.look.theme import Theme


class DropTarget(CopyDrops):
    """Takes decks, and folders with decks; `dropped` carries their paths."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, _decks_of)
        self.veil = DropVeil(theme, window)
        self.hovers.connect(lambda above: self.veil.cover() if above else self.veil.hide())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As above; the veil covers the window also while that changes its size."""
        if event.type() == QEvent.Type.Resize and self.veil.isVisible():
            self.veil.cover()
        return super().eventFilter(watched, event)


def _decks_of(mime: QMimeData) -> list[Path] | None:
    return drops.local_paths(mime) if drops.is_welcome(mime) else None
