"""Which font file draws each font that a deck names, decided before anything is drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from slidecast_gui.slides.fonts.catalogue import Catalogue, Style, normalised
from slidecast_gui.slides.fonts.scripts import families_for
from slidecast_gui.slides.fonts.sfnt import Face
from slidecast_gui.slides.fonts.substitutes import Likeness, substitutes_for
from slidecast_gui.slides.fonts.widths import size_factor

FALLBACK_NAME = "Arial"
"""What text without a font of its own is drawn with."""


@dataclass(frozen=True, slots=True)
class PlannedFont:
    """A font the deck names and the faces that draw it, `size_factor` times as large.

    `likeness` is None where the font is on this computer itself.
    """

    name: str
    family: str
    likeness: Likeness | None
    faces: Mapping[Style, Face]
    size_factor: float = 1.0

    @property
    def sentence(self) -> str:
        """Say what is used instead; for a replaced font only."""
        how = {
            Likeness.METRIC: f"{self.family}, which has the same widths, is used instead.",
            Likeness.ALIAS: f"{self.family}, which is nearly the same design, is used instead.",
            Likeness.LOOK_ALIKE: f"{self.family}, which looks alike, is used instead; lines may break elsewhere.",
            Likeness.GENERIC: f"{self.family} is used instead, and the text may look different.",
        }
        return f"The font “{self.name}” is not on this computer; {how[self.likeness or Likeness.GENERIC]}"


@dataclass(frozen=True, slots=True)
class FontPlan:
    """The fonts of one deck, and the faces (`spare`, `spare_bold`) to take those of its letters from that they lack.

    `letters` are the characters of the deck's text, `missing` the fonts that nothing can stand in for.
    """

    fonts: tuple[PlannedFont, ...]
    missing: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()
    spare: tuple[Face, ...] = ()
    spare_bold: tuple[Face, ...] = ()

    @property
    def replaced(self) -> tuple[PlannedFont, ...]:
        """The fonts that are drawn with another one."""
        return tuple(font for font in self.fonts if font.likeness is not None)

    @property
    def digest(self) -> str:
        """A hash of which file draws what; it changes when a font is installed, removed or updated."""
        parts: list[tuple[str, float, bool, bool, Face]] = []
        for font in self.fonts:
            for style, face in font.faces.items():
                parts.append((font.name, font.size_factor, style.bold, style.italic, face))
        for face in (*self.spare, *self.spare_bold):
            parts.append(("", 1.0, False, False, face))
        described = [(*part[:4], str(part[4].path), part[4].index, _stamp(part[4])) for part in parts]
        return hashlib.sha256(repr(described).encode()).hexdigest()[:20]


def plan_fonts(names: Iterable[str], catalogue: Catalogue, letters: Iterable[str] = ()) -> FontPlan:
    """Choose faces for every font in `names` from `catalogue`, each name once, and for the `letters` they may lack."""
    letters = frozenset(letters)
    planned: list[PlannedFont] = []
    missing: list[str] = []
    seen: set[str] = set()
    for name in names:
        if not name.strip() or normalised(name) in seen:
            continue
        seen.add(normalised(name))
        font = _planned(name, catalogue)
        if font is None:
            missing.append(name)
        else:
            planned.append(font)
    fallback = None if normalised(FALLBACK_NAME) in seen else _planned(FALLBACK_NAME, catalogue)
    if fallback is not None:
        # Nobody named it, so nobody needs to hear what stands in for it.
        planned.append(PlannedFont(fallback.name, fallback.family, None, fallback.faces))
    spare, spare_bold = (_spare_faces(letters, catalogue, bold) for bold in (False, True))
    return FontPlan(tuple(planned), tuple(missing), frozenset(letters), spare, spare_bold)


def _planned(name: str, catalogue: Catalogue) -> PlannedFont | None:
    faces = catalogue.styles(name)
    if faces:
        return PlannedFont(name, name, None, faces)
    for candidate, likeness in substitutes_for(name):
        faces = catalogue.styles(candidate)
        if faces:
            face = next(iter(faces.values()))
            factor = 1.0 if likeness is Likeness.METRIC else size_factor(name, face)
            return PlannedFont(name, face.family, likeness, faces, factor)
    return None


def _spare_faces(letters: Iterable[str], catalogue: Catalogue, bold: bool) -> tuple[Face, ...]:
    faces = []
    for family in families_for(letters):
        styles = catalogue.styles(family)
        face = styles.get(Style(bold=bold)) or styles.get(Style())
        if face is not None:
            faces.append(face)
    return tuple(faces)


def _stamp(face: Face) -> tuple[int, int]:
    try:
        status = face.path.stat()
    except OSError:
        return (0, 0)
    return status.st_size, status.st_mtime_ns
