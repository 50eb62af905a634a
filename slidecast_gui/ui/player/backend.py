"""Getting at QtMultimedia, which a system may lack the libraries for: then there is a sentence instead.

pip brings QtMultimedia and its codecs, but on Linux it is linked to the system's PulseAudio client library, and its
codecs to some of X11. So nothing here is imported before it is needed, and whoever needs it comes through this door.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from slidecast_gui.errors import SlidecastError
from slidecast_gui.system.system_libraries import loads, packages_for_missing
from slidecast_gui.ui.translation import say

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from slidecast_gui.ui.player.playback import Playback
    from slidecast_gui.ui.player.sound import Sound

_log = logging.getLogger(__name__)

_ON_LINUX = {
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libXext.so.6": "libxext6",
    "libdrm.so.2": "libdrm2",
}
"""Libraries that QtMultimedia or its plugin names, and Debian's and Ubuntu's packages of them."""


class NoMultimedia(SlidecastError):
    """Sound and video cannot be played or recorded by this window on this computer."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__("no-multimedia", sentence, detail)


def load_playback(parent: QWidget) -> Playback:
    """What plays videos, made for `parent`. Raises NoMultimedia where this computer has not what it takes."""
    try:
        from slidecast_gui.ui.player.playback import Playback
    except ImportError as error:
        raise lacking(error) from error
    playback = Playback(parent)
    if not playback.is_available:
        playback.screen.deleteLater()
        playback.deleteLater()
        raise lacking(None)
    return playback


def load_sound(parent: QObject) -> Sound:
    """What plays sound files, made for `parent`. Raises NoMultimedia, also where there is no loudspeaker."""
    try:
        from slidecast_gui.ui.player.sound import Sound, has_speaker
    except ImportError as error:
        raise lacking(error) from error
    if not has_speaker():
        raise NoMultimedia(say("This computer has no loudspeaker; connect one or headphones to hear something."))
    sound = Sound(parent)
    if not sound.is_available:
        sound.deleteLater()
        raise lacking(None)
    return sound


def lacking(error: ImportError | None) -> NoMultimedia:
    """Why QtMultimedia cannot be used, in a sentence that names the packages where they are known."""
    packages = missing_packages(sys.platform)
    _log.warning("QtMultimedia cannot be used: %s, missing packages: %s", error, packages)
    if packages:
        sentence = say("Sound and video need {packages}; install that, and start Slidecast again.").format(
            packages=", ".join(packages)
        )
    else:
        sentence = say("This installation cannot play or record; install PySide6 again, with its Addons.")
    return NoMultimedia(sentence, str(error or ""))


def missing_packages(platform: str, is_there: Callable[[str], bool] = loads) -> tuple[str, ...]:
    """The packages that are missing for sound and video; none on Windows and macOS, where nothing is needed."""
    return packages_for_missing(_ON_LINUX, platform, is_there)
