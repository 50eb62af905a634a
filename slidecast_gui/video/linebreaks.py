"""Cutting a sentence into lines that can be read at a glance, in scripts with spaces and in scripts without."""

from __future__ import annotations

import math
import unicodedata
from itertools import pairwise

LINE_COLUMNS = 42
"""Columns of a caption's line: what fits a 16:9 picture at a readable size. A wide (CJK) character takes two."""
LINES = 2
"""Lines of one caption."""

_ATTACHED = ("Mn", "Me", "Mc", "Cf")
"""Unicode categories of what belongs to the character before it: accents, vowel signs, joiners."""
_OPENING = ("Ps", "Pi")
"""Brackets and quotation marks that may not end a line."""
_NEVER_FIRST = ("Pe", "Pf", "Po", "Lm")
"""Closing marks, full stops and the like, which may not begin a line (as in JIS X 4051)."""


def columns(text: str) -> int:
    """How wide a text is, in columns of a narrow character."""
    return sum(_width(character) for character in text)


def readable_parts(text: str) -> list[str]:
    """The text in parts of at most `LINES` lines of `LINE_COLUMNS` columns, lines parted by newlines.

    Parts and lines are about equally long, so that no single word is left over. White space is where lines are cut
    first; between characters only in scripts without spaces and in words longer than a line.
    """
    pieces = _pieces(text)
    lines = len(_wrapped(pieces, LINE_COLUMNS))
    if lines > 1:
        lines = math.ceil(lines / LINES) * LINES
    wrapped = _wrapped(pieces, _narrowest(pieces, lines))
    return ["\n".join(wrapped[first : first + LINES]) for first in range(0, len(wrapped), LINES)]


def _narrowest(pieces: list[tuple[str, bool]], lines: int) -> int:
    """The smallest line length that still needs no more than so many lines."""
    low, high = 1, LINE_COLUMNS
    while low < high:
        middle = (low + high) // 2
        if len(_wrapped(pieces, middle)) <= lines:
            high = middle
        else:
            low = middle + 1
    return low


def _wrapped(pieces: list[tuple[str, bool]], width: int) -> list[str]:
    """Lines filled one after the other; a piece that is longer than a line has it for itself, and is not cut."""
    lines: list[str] = []
    taken = 0
    for piece, spaced in pieces:
        length = columns(piece)
        gap = " " if spaced else ""
        if lines and taken + len(gap) + length <= width:
            lines[-1] += gap + piece
            taken += len(gap) + length
        else:
            lines.append(piece)
            taken = length
    return lines


def _pieces(text: str) -> list[tuple[str, bool]]:
    """What may not be cut, and whether a space stands before it."""
    pieces = []
    for word in text.split():
        for index, piece in enumerate(_cut_word(word)):
            pieces.append((piece, index == 0))
    return pieces


def _cut_word(word: str) -> list[str]:
    """A word in pieces between which a line may be cut: one, unless it has wide characters or is too long."""
    pieces: list[str] = []
    clusters = _clusters(word)
    for before, cluster in pairwise(("", *clusters)):
        whole = not before or not _may_cut(before, cluster)
        if pieces and whole and columns(pieces[-1] + cluster) <= LINE_COLUMNS:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces


def _clusters(word: str) -> list[str]:
    """Characters with what is attached to them."""
    clusters: list[str] = []
    for character in word:
        if clusters and (unicodedata.category(character) in _ATTACHED or clusters[-1].endswith("\u200d")):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _may_cut(before: str, after: str) -> bool:
    """Whether a line may end between two characters of a word."""
    if not (_width(before[0]) == 2 or _width(after[0]) == 2):
        return False
    return unicodedata.category(before[0]) not in _OPENING and unicodedata.category(after[0]) not in _NEVER_FIRST


def _width(character: str) -> int:
    """Columns of one character (Unicode Standard Annex 11; what is attached takes none)."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
