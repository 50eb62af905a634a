"""Where everything lies: one module, one override."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DATA_DIR_VARIABLE = "SLIDECAST_DATA_DIR"
_APP = "Slidecast"


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The folders of one installation. `at()` makes them; nothing else in Slidecast decides where data lies."""

    data: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The SQLite file with every job."""
        return self.data / "slidecast.sqlite3"

    @property
    def preferences(self) -> Path:
        """What the presenter has set in the window."""
        return self.data / "preferences.json"

    @property
    def presets(self) -> Path:
        """Folder of the presenter's own presets."""
        return self.data / "presets"

    @property
    def window_state(self) -> Path:
        """Remembered geometry; losing it loses nothing."""
        return self.data / "window.ini"

    @property
    def logs(self) -> Path:
        """Folder of the log files."""
        return self.data / "logs"

    @property
    def thumbnails(self) -> Path:
        """Folder of the jobs' thumbnails; they belong to the history, so they are not in the cache."""
        return self.data / "thumbnails"

    @property
    def sounds(self) -> Path:
        """Folder of the sounds that presenters have given to slides."""
        return self.data / "sounds"

    @property
    def recordings(self) -> Path:
        """Folder of what was recorded for slides and neither used nor discarded, one for each job."""
        return self.data / "recordings"

    @property
    def pieces(self) -> Path:
        """Folder of finished pieces: slide pictures, clips, encoded video and sound."""
        return self.cache / "pieces"

    @property
    def scratch(self) -> Path:
        """Folder under which each running job has a temporary folder of its own."""
        return self.cache / "scratch"


def data_paths(override: str | Path | None = None) -> DataPaths:
    """The folders to use: under `override`, else under $SLIDECAST_DATA_DIR, else where the system keeps such data."""
    root = override or os.environ.get(DATA_DIR_VARIABLE)
    if root:
        folder = Path(root).expanduser().absolute()
        return DataPaths(folder, folder / "cache")
    return DataPaths(
        Path(platformdirs.user_data_dir(_APP, appauthor=False)),
        Path(platformdirs.user_cache_dir(_APP, appauthor=False)),
    )


def resource(*parts: str) -> Path:
    """A file or folder of `resources/`: beside the package in a checkout, inside it in a wheel or a frozen app."""
    package = Path(getattr(sys, "_MEIPASS", "")) / __package__ if hasattr(sys, "_MEIPASS") else Path(__file__).parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)
