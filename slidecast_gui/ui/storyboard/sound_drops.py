"""Makes the storyboard a place to drop a sound for the chosen slide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.dropping.copying import CopyDrops
from slidecast_gui.ui.storyboard.sound_field import sound_of


class SoundDrops(CopyDrops):
    """Takes one sound; `dropped` carries its path. Decks are let through."""

    def __init__(self, page: QWidget, is_open: Callable[[], bool]) -> None:
        """`is_open` says whether a sound could be taken now."""
        super().__init__(page, lambda mime: sound_of(mime) if is_open() else None)
