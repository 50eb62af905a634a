"""The fonts of this computer, by every name a deck may use for them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from slidecast_gui.slides.fonts.places import font_files
from slidecast_gui.slides.fonts.sfnt import Face, read_faces

_REGULAR_WEIGHT, _BOLD_WEIGHT = 400, 700


def normalised(name: str) -> str:
    """Return a font's name as it is compared: without width forms, capitals, doubled spaces and a leading "@"."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip(" @'\"").casefold()


@dataclass(frozen=True, slots=True)
class Style:
    """One of the four styles that office programs know."""

    bold: bool = False
    italic: bool = False


STYLES = (Style(), Style(bold=True), Style(italic=True), Style(bold=True, italic=True))


class Catalogue:
    """Faces by name. Made once from a list of faces and never changed, so any thread may read it."""

    def __init__(self, faces: Iterable[Face]) -> None:
        self._by_name: dict[str, list[Face]] = {}
        for face in faces:
            for name in {normalised(name) for name in face.names}:
                self._by_name.setdefault(name, []).append(face)

    def __contains__(self, name: str) -> bool:
        return normalised(name) in self._by_name

    def __len__(self) -> int:
        return len({face for faces in self._by_name.values() for face in faces})

    @property
    def families(self) -> tuple[str, ...]:
        """The families' names, sorted."""
        return tuple(sorted({face.family for faces in self._by_name.values() for face in faces}))

    def styles(self, name: str) -> Mapping[Style, Face]:
        """Return the faces of the family called `name`, by style; empty where it is not on this computer.

        A family of many weights gives the faces nearest to regular (400) and bold (700).
        """
        faces = self._by_name.get(normalised(name), [])
        found: dict[Style, Face] = {}
        for style in STYLES:
            matching = [face for face in faces if face.italic == style.italic and _is_bold(face) == style.bold]
            if matching:
                found[style] = min(matching, key=lambda face, style=style: _distance(face, style))  # type: ignore[misc]
        if not found and faces:
            found[Style()] = faces[0]
        return found


@functools.cache
def system_catalogue() -> Catalogue:
    """Return the fonts of this computer, read once in a process: about 0.3 ms for each file."""
    return Catalogue(face for path in font_files() for face in read_faces(path))


def _is_bold(face: Face) -> bool:
    return face.bold or face.weight >= 600


def _distance(face: Face, style: Style) -> tuple[bool, int, int]:
    wanted = _BOLD_WEIGHT if style.bold else _REGULAR_WEIGHT
    return face.condensed, abs(face.weight - wanted), len(face.family)
