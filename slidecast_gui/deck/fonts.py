"""The typefaces a deck names."""

from __future__ import annotations

from collections.abc import Iterable

from slidecast_gui.deck.markup import Element, descendants

_FONT_ELEMENTS = ("latin", "ea", "cs", "sym", "buFont")
_THEME_REFERENCE = "+"
"""A typeface like "+mn-lt" means one of the fonts that the theme names itself (ECMA-376 Part 1, ST_TextTypeface)."""


def typefaces(root: Element) -> frozenset[str]:
    """The typefaces named in a slide, layout, master, theme, chart or drawing; references to the theme left out."""
    named = (element.get("typeface", "").strip() for element in descendants(root, *_FONT_ELEMENTS))
    return frozenset(name for name in named if name and not name.startswith(_THEME_REFERENCE))


def embedded_typefaces(presentation: Element) -> tuple[str, ...]:
    """The typefaces whose files the deck carries, in its order (19.2.1.9)."""
    named = (
        font.get("typeface", "").strip()
        for embedded in descendants(presentation, "embeddedFont")
        for font in embedded.iterchildren("{*}font")
    )
    return tuple(dict.fromkeys(name for name in named if name))


def sorted_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in alphabetical order whatever the case."""
    return tuple(sorted(set(names), key=lambda name: (name.casefold(), name)))
