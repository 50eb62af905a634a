"""What the presenter has chosen and expects to find again: settings of the next render, limits, the window's look.

Remembered geometry is not here but in `DataPaths.window_state`: losing that loses nothing.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from slidecast_gui.errors import SlidecastError
from slidecast_gui.settings import RenderSettings
from slidecast_gui.system.writing import write_whole

_log = logging.getLogger(__name__)

LEAST_MEMORY_MB = 512
LEAST_PIECES_MB = 256
DEFAULT_PIECES_MB = 2048
_MOST_DAYS = 36_500
THEMES = ("system", "light", "dark")


class PreferencesError(SlidecastError):
    """A preference that does not exist, or a value it cannot have."""

    def __init__(self, sentence: str) -> None:
        super().__init__("preferences", sentence)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything that is remembered, with its default. An unknown name is an error where one is set."""

    render: RenderSettings = field(default_factory=RenderSettings)
    theme: str = "system"
    memory_mb: int = 0
    """How much memory a render may use; 0 lets Slidecast choose by what the computer has."""
    pieces_mb: int = DEFAULT_PIECES_MB
    """How much space finished pieces of renders may take, for renders of the same slides to come."""
    keep_history_days: int | None = None
    """After how many days the history forgets what has ended; None keeps it for ever."""

    def __post_init__(self) -> None:
        """Raises PreferencesError where a value is not offered."""
        if self.theme not in THEMES:
            raise PreferencesError(f"There is no theme “{self.theme}”; choose one of {', '.join(THEMES)}.")
        if 0 != self.memory_mb < LEAST_MEMORY_MB:
            raise PreferencesError(f"A render needs at least {LEAST_MEMORY_MB} MB of memory; allow it that much.")
        if self.pieces_mb < LEAST_PIECES_MB:
            raise PreferencesError(
                f"Finished slides need at least {LEAST_PIECES_MB} MB of space; allow them that much."
            )
        if self.keep_history_days is not None and not 1 <= self.keep_history_days <= _MOST_DAYS:
            raise PreferencesError(f"The history can be kept from 1 to {_MOST_DAYS} days, or for ever.")

    def to_dict(self) -> dict[str, Any]:
        """What the file holds."""
        return {**asdict(self), "render": self.render.to_dict()}

    @classmethod
    def from_dict(cls, stored: object) -> Self:
        """Preferences of a file. Raises PreferencesError or SettingsError for a name or value that is not offered."""
        if not isinstance(stored, dict):
            raise PreferencesError("The preferences are not a list of names and values.")
        unknown = set(stored) - {known.name for known in fields(cls)}
        if unknown:
            raise PreferencesError(f"There is no preference “{min(unknown)}”.")
        values = dict(stored)
        if "render" in values:
            values["render"] = RenderSettings.from_dict(values["render"])
        return cls(**values)


def load_preferences(path: Path) -> Preferences:
    """The preferences kept at `path`; the defaults where there are none or the file cannot be understood.

    A file that cannot be understood is kept beside, so that a mistake of ours never costs the presenter theirs.
    """
    try:
        return Preferences.from_dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, TypeError, AttributeError, SlidecastError) as error:
        _log.warning("preferences in %s were not understood, using the defaults: %s", path, error)
        _set_aside(path)
        return Preferences()


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Writes beside and renames into place. Raises OSError where the folder cannot be written."""
    write_whole(path, json.dumps(preferences.to_dict(), indent=2, ensure_ascii=False) + "\n")


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged.json"))
    except OSError as error:
        _log.warning("could not set %s aside: %s", path, error)
