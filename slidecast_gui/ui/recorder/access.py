"""Getting at the microphones, where this computer can record at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from slidecast_gui.ui.player.backend import lacking

if TYPE_CHECKING:
    from slidecast_gui.ui.recorder.microphone import Microphone


def load_microphone(parent: QObject) -> Microphone:
    """What listens, made for `parent`. Raises NoMultimedia where QtMultimedia cannot be used."""
    try:
        from slidecast_gui.ui.recorder.microphone import Microphone
    except ImportError as error:
        raise lacking(error) from error
    return Microphone(parent)
