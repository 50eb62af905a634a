"""Font files made to measure for one deck.

The engine draws a run of text with one face and has no fallback for what that face lacks: a Latin font would show
boxes for Japanese. So the letters a deck uses are put into the faces it names, from fonts that have them. And a
stand-in that is too wide is made smaller, by telling that its em has more units: two numbers in the file change.
"""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Iterable, Mapping
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from slidecast_gui.slides.fonts.sfnt import Face

# How far, in parts of the em, a curve may move when it is turned from cubic (CFF) into quadratic (TrueType).
_CURVE_ERROR = 0.001
# Tables that count glyphs and are of use to screens of the last century only.
_GLYPH_COUNTING = ("hdmx", "VDMX", "LTSH", "DSIG")
_MOST_GLYPHS = 65_000
_LEAST_CHANGE = 0.005
_OPENING, _CLOSING = "「『（【〈《〔", "」』）】〉》〕、。，．"
_LIGATURE_FEATURES = (b"liga", b"clig")

_BROKEN = (
    TTLibError,
    OSError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
    AssertionError,
    struct.error,
)

_log = logging.getLogger(__name__)
# It finds fault with dates and the like in fonts that work.
logging.getLogger("fontTools").setLevel(logging.ERROR)


class LetterSource:
    """Faces to take letters from, in order. Outlines that were read once are kept: four styles ask for the same."""

    def __init__(self, faces: Iterable[Face]) -> None:
        self._faces = tuple(faces)
        self._fonts: dict[Face, tuple[TTFont, Mapping[int, str], Any]] = {}
        self._found: dict[int, tuple[DecomposingRecordingPen, int, int, bool] | None] = {}

    def find(self, code: int) -> tuple[DecomposingRecordingPen, int, int, bool] | None:
        """Return outline, advance, units of the em and whether it is cubic, of the first face that has `code`."""
        if code not in self._found:
            self._found[code] = next((found for face in self._faces if (found := self._read(face, code))), None)
        return self._found[code]

    def close(self) -> None:
        """Release the files."""
        for font, _letters, _glyphs in self._fonts.values():
            font.close()
        self._fonts.clear()

    def _read(self, face: Face, code: int) -> tuple[DecomposingRecordingPen, int, int, bool] | None:
        try:
            if face not in self._fonts:
                font = TTFont(face.path, fontNumber=face.index, lazy=True)
                self._fonts[face] = font, font.getBestCmap() or {}, font.getGlyphSet()
            font, letters, glyphs = self._fonts[face]
            if code not in letters:
                return None
            glyph = glyphs[letters[code]]
            pen = DecomposingRecordingPen(glyphs)
            glyph.draw(pen)
        except _BROKEN as error:
            _log.warning("%s: no outline for U+%04X: %s", face.path, code, error)
            return None
        return pen, glyph.width, font["head"].unitsPerEm, "glyf" not in font


def missing_letters(data: bytes, codes: Iterable[int]) -> frozenset[int]:
    """Return those of `codes` that the font in `data` has no letter for; none where it cannot be read."""
    try:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            return frozenset(codes) - frozenset(font.getBestCmap() or {})
    except _BROKEN:
        return frozenset()


def with_letters(
    data: bytes, codes: Iterable[int], source: LetterSource, size: float = 1.0, kana_width: float = 1.0
) -> bytes:
    """Return the TrueType font in `data` with letters from `source` for `codes`.

    The letters are `size` times as large as in their own font; kana are as wide as `kana_width` ems.

    A font that is not TrueType inside (CFF), or broken, is returned as it is.
    """
    found = {code: letter for code in sorted(codes) if (letter := source.find(code)) is not None}
    if not found:
        return data
    try:
        # Nobody reads the boxes of the whole font, and working them out again would unpack every glyph.
        with TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False) as font:
            if "glyf" not in font or len(font.getGlyphOrder()) + len(found) > _MOST_GLYPHS:
                return data
            names = {}
            for code, (outline, advance, units, cubic) in found.items():
                names[code] = f"slidecast{code:05X}"
                scale = size * font["head"].unitsPerEm / units
                shape = _narrowed(code, advance, kana_width)
                _add_glyph(font, names[code], outline, shape, scale, cubic)
            _map(font, names)
            for tag in _GLYPH_COUNTING:
                if tag in font:
                    del font[tag]
            made = io.BytesIO()
            font.save(made, reorderTables=False)
            return made.getvalue()
    except _BROKEN as error:
        _log.warning("no letters could be added to a font: %s", error)
        return data


def fitted(data: bytes, factor: float) -> bytes:
    """Return the font in `data` drawn `factor` times as large, its lines as far apart as before, without ligatures.

    PowerPoint sets text without them: "fi" and "ti" drawn as one would make lines of another length. Numbers are
    changed in place, so this costs next to nothing; a file that is not what it says is returned as it is.
    """
    patched = bytearray(data)
    try:
        tables = _table_offsets(patched)
        _rename_ligatures(patched, tables.get(b"GSUB"))
        if abs(factor - 1) >= _LEAST_CHANGE:
            _resize(patched, tables, factor)
    except (KeyError, struct.error):
        return data
    return bytes(patched)


def _table_offsets(font: bytearray) -> dict[bytes, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count))
    return {tag: offset for tag, _checksum, offset, _length in records}


def _rename_ligatures(font: bytearray, substitutions: int | None) -> None:
    """Give the features for ligatures a tag that no program asks for (OpenType, "GSUB", FeatureList)."""
    if substitutions is None:
        return
    (list_offset,) = struct.unpack_from(">H", font, substitutions + 6)
    start = substitutions + list_offset
    (count,) = struct.unpack_from(">H", font, start)
    for number in range(count):
        place = start + 2 + 6 * number
        if bytes(font[place : place + 4]) in _LIGATURE_FEATURES:
            font[place : place + 4] = b"zzzz"


def _resize(font: bytearray, tables: Mapping[bytes, int], factor: float) -> None:
    (units,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    struct.pack_into(">H", font, tables[b"head"] + 18, round(units / factor))
    # hhea: ascender, descender, lineGap. OS/2: sTypoAscender to usWinDescent.
    for tag, first, form in ((b"hhea", 4, ">hhh"), (b"OS/2", 68, ">hhhHH")):
        if tag in tables:
            values = struct.unpack_from(form, font, tables[tag] + first)
            struct.pack_into(form, font, tables[tag] + first, *(round(value / factor) for value in values))


def _narrowed(code: int, advance: int, kana_width: float) -> tuple[float, float, float]:
    """Return how much narrower the letter becomes, how far it moves to the right, and its advance.

    Where kana are narrow, punctuation takes half a square: the half in which its ink is.
    """
    if kana_width < 1 and chr(code) in _OPENING:
        return 1.0, -advance / 2, advance / 2
    if kana_width < 1 and chr(code) in _CLOSING:
        return 1.0, 0.0, advance / 2
    wide = kana_width if 0x3040 <= code <= 0x30FF else 1.0
    return wide, 0.0, advance * wide


def _add_glyph(
    font: TTFont,
    name: str,
    outline: DecomposingRecordingPen,
    shape: tuple[float, float, float],
    scale: float,
    cubic: bool,
) -> None:
    wide, shift, advance = shape
    pen = TTGlyphPen(None)
    error = font["head"].unitsPerEm * _CURVE_ERROR
    # TrueType fills clockwise outlines, CFF the others.
    quadratic = Cu2QuPen(pen, error, reverse_direction=cubic)
    outline.replay(TransformPen(quadratic, (scale * wide, 0, 0, scale, shift * scale, 0)))
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (round(advance * scale), getattr(glyph, "xMin", 0))
    if "vmtx" in font:
        font["vmtx"][name] = (font["head"].unitsPerEm, 0)


def _map(font: TTFont, names: Mapping[int, str]) -> None:
    font.setGlyphOrder(font["glyf"].glyphOrder)
    tables = font["cmap"].tables
    if any(code > 0xFFFF for code in names) and not any(table.format == 12 for table in tables):
        wide = CmapSubtable.newSubtable(12)
        wide.platformID, wide.platEncID, wide.language = 3, 10, 0
        wide.cmap = dict(font.getBestCmap())
        tables.append(wide)
    for table in tables:
        if table.isUnicode():
            table.cmap.update({code: name for code, name in names.items() if code <= 0xFFFF or table.format == 12})
    # Names of glyphs are of no use to a renderer, and the table would have to hold the new ones.
    font["post"].formatType = 3.0
