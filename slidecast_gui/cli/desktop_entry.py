"""The program's entry among a Linux desktop's applications: what it says, and where it lies.

https://specifications.freedesktop.org/desktop-entry-spec/latest/ and .../icon-theme-spec/latest/
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from slidecast_gui.paths import resource

MIME_TYPES = (
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
    "application/vnd.openxmlformats-officedocument.presentationml.template",
    "application/vnd.ms-powerpoint",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.12",
    "application/vnd.ms-powerpoint.template.macroEnabled.12",
    "application/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.presentation-template",
)
"""What file managers offer Slidecast for. PDF is not among them, though it is rendered: a desktop on which nobody has
chosen a program for a type takes any that names it, and a double click on a letter must not make a video of it."""

_NAME = "slidecast-gui"
_RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")
_ESCAPED_INSIDE_QUOTES = re.compile(r'(["`$\\])')


@dataclass(frozen=True, slots=True)
class Places:
    """Where the entry and its icon lie."""

    entry: Path
    icon: Path

    @property
    def applications(self) -> Path:
        """The folder whose cache names the types of all entries."""
        return self.entry.parent


def places(environment: Mapping[str, str], home: Path) -> Places:
    """The presenter's own folder of data; a relative $XDG_DATA_HOME is to be ignored, says its specification."""
    named = environment.get("XDG_DATA_HOME", "")
    data = Path(named) if Path(named).is_absolute() else home / ".local" / "share"
    return Places(
        data / "applications" / f"{_NAME}.desktop",
        data / "icons" / "hicolor" / "scalable" / "apps" / f"{_NAME}.svg",
    )


def entry_text(command: Sequence[str]) -> str:
    """The entry that starts the program with `command`; the decks are added behind it."""
    template = resource("desktop", f"{_NAME}.desktop").read_text(encoding="utf-8")
    return Template(template).substitute(
        exec=" ".join(map(_quoted, command)), mime="".join(f"{kind};" for kind in MIME_TYPES)
    )


def install(where: Places, command: Sequence[str]) -> None:
    """Writes both files; another entry of the same name is replaced. Raises OSError."""
    icon = resource("icons", "slidecast.svg").read_bytes()
    for path, content in ((where.icon, icon), (where.entry, entry_text(command).encode())):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def remove(where: Places) -> bool:
    """Deletes both; whether there was an entry. Raises OSError."""
    was_there = where.entry.exists()
    for path in (where.entry, where.icon):
        path.unlink(missing_ok=True)
    return was_there


def _quoted(word: str) -> str:
    """A word of Exec: quoted where it must be, then escaped as every text of an entry, and without field codes."""
    if _RESERVED.search(word) or not word:
        word = '"' + _ESCAPED_INSIDE_QUOTES.sub(r"\\\1", word) + '"'
    return word.replace("\\", "\\\\").replace("%", "%%")
