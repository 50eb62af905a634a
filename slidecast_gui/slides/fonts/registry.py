"""The fonts of a deck as the engine gets them: made to measure, and completed when a slide shows what they lack."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable

from slidecast_gui.slides.fonts.catalogue import Style
from slidecast_gui.slides.fonts.plan import FontPlan, PlannedFont
from slidecast_gui.slides.fonts.sfnt import Face, face_bytes
from slidecast_gui.slides.fonts.tailor import LetterSource, fitted, missing_letters, with_letters
from slidecast_gui.slides.fonts.widths import kana_width

Register = Callable[[str, bytes, Style], int]
"""Hands a font (name, file, style) to the engine, in place of an earlier one; returns the engine's number for it."""

MOST_FACES = 250
"""The engine refuses a deck with more than 256."""

_log = logging.getLogger(__name__)


class FontRegistry:
    """What is registered with one open presentation. Used in the thread of that presentation."""

    def __init__(self, plan: FontPlan, register: Register) -> None:
        """Register every font of `plan`."""
        self._plan = plan
        self._codes = frozenset(ord(letter) for letter in plan.letters if ord(letter) > 0x20)
        self._register = register
        self._sources: dict[bool, LetterSource] = {}
        self._incomplete: dict[int, tuple[PlannedFont, Style, Face]] = {}
        faces = [(font, style, face) for font in plan.fonts for style, face in font.faces.items()]
        if len(faces) > MOST_FACES:
            _log.warning("%d font faces are named, of which the first %d are used", len(faces), MOST_FACES)
        for font, style, face in faces[:MOST_FACES]:
            number = self._hand_over(font, style, face, ())
            if number is not None:
                self._incomplete[number] = font, style, face

    def complete(self, numbers: Iterable[int]) -> bool:
        """Give the fonts with these engine numbers the letters of the deck they lack; tell whether any one changed.

        Each font is completed once, with all the deck's letters; what no font of this computer has stays missing.
        """
        changed = False
        for number in numbers:
            if number in self._incomplete:
                font, style, face = self._incomplete.pop(number)
                changed = self._hand_over(font, style, face, self._codes) is not None or changed
        return changed

    def close(self) -> None:
        """Release the font files."""
        for source in self._sources.values():
            source.close()
        self._sources.clear()

    def _hand_over(self, font: PlannedFont, style: Style, face: Face, codes: Collection[int]) -> int | None:
        try:
            data = face_bytes(face.path, face.index)
        except OSError as error:
            _log.warning("%s: cannot be read: %s", face.path, error)
            return None
        if codes:
            missing = missing_letters(data, codes)
            kana = kana_width(font.name) if font.likeness else 1.0
            data = with_letters(data, missing, self._source(style.bold), 1 / font.size_factor, kana)
        return self._register(font.name, fitted(data, font.size_factor), style)

    def _source(self, bold: bool) -> LetterSource:
        if bold not in self._sources:
            self._sources[bold] = LetterSource(self._plan.spare_bold if bold else self._plan.spare)
        return self._sources[bold]
