"""How the presenter likes to watch. Losing it loses nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

_VOLUME, _MUTED, _CAPTIONS = "player/volume", "player/muted", "player/captions"


@dataclass(frozen=True, slots=True)
class Habits:
    """`volume` is in percent."""

    volume: int = 100
    muted: bool = False
    captions: bool = True


def load_habits(state: QSettings) -> Habits:
    """What was remembered; the defaults for what was not, or cannot be understood."""
    kept = Habits()
    volume = str(state.value(_VOLUME, kept.volume))
    return Habits(
        min(100, int(volume)) if volume.isdecimal() else kept.volume,
        _is_true(state.value(_MUTED, kept.muted)),
        _is_true(state.value(_CAPTIONS, kept.captions)),
    )


def save_habits(state: QSettings, habits: Habits) -> None:
    """Remembers; a file that cannot be written is passed over in silence."""
    state.setValue(_VOLUME, habits.volume)
    state.setValue(_MUTED, habits.muted)
    state.setValue(_CAPTIONS, habits.captions)


def _is_true(value: object) -> bool:
    """A file holds text where the memory holds a truth value."""
    return str(value).casefold() == "true"
