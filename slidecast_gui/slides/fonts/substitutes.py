"""What stands in for a font that is not on this computer.

Three kinds, best first. `METRIC` families were drawn to the same widths, so lines break where the author's did.
`ALIAS` is the same design under another name. `LOOK_ALIKE` families are alike in shape and, as far as there is a
choice, no wider than the original: a wider font is what spoils a slide, because its text no longer fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from slidecast_gui.slides.fonts.catalogue import normalised
from slidecast_gui.slides.fonts.families import ALIASES, CONDENSED, LOOK_ALIKES, METRIC, MONO, SANS, SERIF, SYMBOLS


class Likeness(StrEnum):
    """How close a substitute is to the font a deck names."""

    ALIAS = "alias"
    METRIC = "metric"
    LOOK_ALIKE = "look-alike"
    GENERIC = "generic"


# Words that say how heavy or wide a face is; foundries put them after the family ("Segoe UI Semibold").
_WEIGHT_WORDS = re.compile(
    r"[ -](thin|hairline|extra ?light|ultra ?light|light|semi ?light|book|regular|roman|medium|semi ?bold|demi ?bold"
    r"|demi|bold|extra ?bold|ultra ?bold|heavy|black|ub|italic|oblique|pro|mt|std|nova|variable|display|text|ui)$"
)
_MONO_WORDS = re.compile(r"mono|code|courier|console|typewriter|terminal|fixed|cmtt")
_SERIF_WORDS = re.compile(
    r"serif|times|roman|garamond|baskerville|bodoni|caslon|georgia|palat|century school|book|slab|mincho|song|ming"
    r"|antiqua|cmr\d|minion|didot|playfair|merriweather|lora|cambria|constantia"
)
_NOT_SERIF = re.compile(r"sans")
_CONDENSED_WORDS = re.compile(r"narrow|condensed|compressed|cond\b")
_SYMBOL_WORDS = re.compile(r"dings|symbol|icons|awesome|material|emoji")
_GENERIC = (
    (_SYMBOL_WORDS, SYMBOLS),
    (_MONO_WORDS, MONO),
    (_CONDENSED_WORDS, (*CONDENSED, *SANS)),
    (_NOT_SERIF, SANS),
    (_SERIF_WORDS, SERIF),
)


def substitutes_for(name: str) -> Iterator[tuple[str, Likeness]]:
    """Yield the families that may stand in for `name`, best first; the last ones are on nearly every computer.

    A weight in the name is looked for in the stand-in as well: "Segoe UI Light" is tried as "Open Sans Light" first.
    """
    wanted = normalised(name)
    for family, weight in _relatives(wanted):
        if family != wanted:
            yield family, Likeness.ALIAS
        for table, likeness in _TABLES:
            for candidate in table.get(family, ()):
                if weight:
                    yield f"{candidate} {weight}", Likeness.LOOK_ALIKE
                yield candidate, likeness
    for candidate in _generic(wanted):
        yield candidate, Likeness.GENERIC


def _relatives(name: str) -> Iterator[tuple[str, str]]:
    """Yield the names the same design is known by, `name` first, each with the weight words it has lost."""
    for family, weight in _shorter_names(name):
        yield family, weight
        for alias in _SAME_DESIGN.get(family, ()):
            yield normalised(alias), weight


def _shorter_names(name: str) -> Iterator[tuple[str, str]]:
    """Yield `name`, then without its last weight word, and so on, each with the words that were taken away."""
    weight = ""
    yield name, weight
    while (match := _WEIGHT_WORDS.search(name)) is not None:
        name, weight = name[: match.start()], f"{match[1]} {weight}".strip()
        yield name, weight


def _generic(name: str) -> tuple[str, ...]:
    for words, families in _GENERIC:
        if words.search(name):
            return (*families, *SANS)
    return SANS


_SAME_DESIGN = {normalised(name): aliases for name, aliases in ALIASES.items()}
_TABLES = tuple(
    ({normalised(name): families for name, families in table.items()}, likeness)
    for table, likeness in ((METRIC, Likeness.METRIC), (LOOK_ALIKES, Likeness.LOOK_ALIKE))
)
