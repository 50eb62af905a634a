"""Where each system keeps its font files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from slidecast_gui.paths import resource

_ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_MOST_FILES = 20_000


def font_folders(platform: str, environment: Mapping[str, str]) -> tuple[PurePath, ...]:
    """Return the folders that hold fonts, the presenter's own before the system's; `platform` as `sys.platform`."""
    if platform == "win32":
        local, windows = environment.get("LOCALAPPDATA", ""), environment.get("WINDIR", r"C:\Windows")
        own = (PureWindowsPath(local, "Microsoft", "Windows", "Fonts"),) if local else ()
        return (*own, PureWindowsPath(windows, "Fonts"))
    home = PurePosixPath(environment.get("HOME", "/nonexistent"))
    if platform == "darwin":
        office = "Applications/Microsoft PowerPoint.app/Contents/Resources/DFonts"
        return (
            home / "Library/Fonts",
            PurePosixPath("/Library/Fonts"),
            PurePosixPath("/System/Library/Fonts"),
            # Office for the Mac brings Calibri, Cambria and the rest inside its own program.
            PurePosixPath("/", office),
            home / office,
        )
    data_home = environment.get("XDG_DATA_HOME") or str(home / ".local/share")
    data_dirs = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return (
        PurePosixPath(data_home, "fonts"),
        home / ".fonts",
        *(PurePosixPath(folder, "fonts") for folder in data_dirs.split(":") if folder.startswith("/")),
    )


def font_files() -> Iterator[Path]:
    """Yield every font file there is, each once: the presenter's own, the system's, and last the ones we bring.

    Ours have the widths of Calibri, Cambria and Arial, in which most decks are written, so that a slide keeps its lines
    on a computer without them, and a bare server has something to write with.
    """
    seen: set[Path] = set()
    for folder in dict.fromkeys((*font_folders(sys.platform, os.environ), resource("fonts"))):
        for parent, _folders, names in os.walk(folder):
            for name in sorted(names):
                path = Path(parent, name)
                if path.suffix.lower() in _ENDINGS and path not in seen and len(seen) < _MOST_FILES:
                    seen.add(path)
                    yield path
