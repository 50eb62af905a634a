"""How wide fonts are, so that a stand-in can be drawn at a size at which lines break where the author's did.

A width here is the mean advance of running English text, space included, in thousandths of the em.
"""

from __future__ import annotations

import struct

from fontTools.ttLib import TTFont, TTLibError

from slidecast_gui.slides.fonts.catalogue import normalised
from slidecast_gui.slides.fonts.sfnt import Face

# Letters per hundred of English text (Lewand, "Cryptological Mathematics", 2000); about 18 in 100 signs are spaces.
_FREQUENCIES = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz ",
        (8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2, 6.1, 7, 0.15, 0.77, 4, 2.4, 6.7, 7.5, 1.9, 0.1, 6, 6.3, 9.1, 2.8, 1, 2.4,
         0.15, 2, 0.07, 18),
        strict=True,
    )
)  # fmt: skip

# Widths of fonts that come with Office, Windows and macOS and have no substitute of the same widths.
_KNOWN = {
    "Aptos": 434, "Aptos Display": 410, "Aptos Narrow": 395, "Arial Black": 590, "Arial Narrow": 367,
    "Book Antiqua": 445, "Bookman Old Style": 500, "Calibri Light": 413, "Candara": 430, "Century Gothic": 490,
    "Century Schoolbook": 470, "Comic Sans MS": 480, "Consolas": 550, "Corbel": 430, "Franklin Gothic Book": 428,
    "Garamond": 385, "Georgia": 451, "Georgia Pro Black": 586, "Gill Sans MT": 415, "Helvetica Neue": 450,
    "Lucida Console": 602, "Lucida Sans": 500, "Meiryo UI": 498, "Microsoft Sans Serif": 446, "Palatino Linotype": 447,
    "Segoe UI": 449, "Segoe UI Light": 425, "Segoe UI Semilight": 437, "Segoe UI Semibold": 470,
    "Source Sans Pro": 414, "Tahoma": 457, "Trebuchet MS": 459, "Tw Cen MT": 405, "Verdana": 513, "Work Sans": 490,
}  # fmt: skip
_WIDTHS = {normalised(name): width for name, width in _KNOWN.items()}
# Beyond this the letters themselves would look too small or too large beside other fonts.
_SMALLEST, _LARGEST = 0.86, 1.08

# How wide kana are, in parts of the em, in Japanese fonts that set them narrower than the square of a kanji.
_NARROW_KANA = {
    normalised(name): width
    for name, width in (("Meiryo UI", 0.77), ("MS PGothic", 0.86), ("MS UI Gothic", 0.75), ("Yu Gothic UI", 0.79))
}


def size_factor(name: str, face: Face) -> float:
    """Return by what `face` is to be multiplied in size to be as wide as the font `name`; 1.0 where that is unknown."""
    wanted = _WIDTHS.get(normalised(name))
    width = text_width(face) if wanted else None
    if not wanted or not width:
        return 1.0
    return max(_SMALLEST, min(wanted / width, _LARGEST))


def kana_width(name: str) -> float:
    """Return how wide the kana of the font `name` are, in parts of the em."""
    return _NARROW_KANA.get(normalised(name), 1.0)


def text_width(face: Face) -> float | None:
    """Return the width of running text in `face`, or None where it has not all the letters of English."""
    try:
        with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
            letters = font.getBestCmap() or {}
            advances, units = font["hmtx"], font["head"].unitsPerEm
            total = sum(weight * advances[letters[ord(sign)]][0] for sign, weight in _FREQUENCIES.items())
    except (TTLibError, OSError, KeyError, struct.error):
        return None
    return float(total * 1000 / units / sum(_FREQUENCIES.values()))
