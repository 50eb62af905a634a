"""Reads PowerPoint's own format: .pptx, .pptm, .ppsx and .potx, transitional and strict (ECMA-376 Part 1, 13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.fingerprint import Fingerprints
from slidecast_gui.deck.fonts import embedded_typefaces, sorted_names
from slidecast_gui.deck.markup import Element, local_name, relationship_id
from slidecast_gui.deck.model import Deck, DeckKind, DeckWarning, Slide, SlideSize
from slidecast_gui.deck.opening import opened_package
from slidecast_gui.deck.package import Package, PartError
from slidecast_gui.deck.slide_parts import SlideReader
from slidecast_gui.deck.titles import deck_title

_DEFAULT_SIZE = SlideSize(12_192_000, 6_858_000)
"""16:9, PowerPoint's own since 2013, for a deck that gives no usable size."""
MAX_SLIDES = 2_000
"""Twice the largest decks seen."""
_MAX_SIDE = 51_206_400
"""The longest side the format allows (ECMA-376 Part 1, ST_SlideSizeCoordinate); twice that is still drawn."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the deck's slide list."""

    number: int
    slide_id: str
    rel_id: str


def read_presentation(source: Path, chosen: Path, sha256: str) -> Deck:
    """Read the presentation at `source`. Raises DeckError, worded for `chosen`, the file the presenter knows."""
    with opened_package(source, chosen) as package:
        return _read(package, source, chosen, sha256)


def _read(package: Package, source: Path, chosen: Path, sha256: str) -> Deck:
    main_part = package.related("/", "officeDocument")
    presentation = package.xml(main_part)
    if local_name(presentation) != "presentation":
        raise refusals.wrong_type(chosen, detail=f"{main_part} is a {local_name(presentation)}")
    entries = list(_entries(presentation))
    if not entries:
        raise refusals.no_slides(chosen)
    if len(entries) > MAX_SLIDES:
        raise refusals.too_many_slides(chosen, len(entries), MAX_SLIDES)
    size, warnings = _size(presentation)
    reader = SlideReader(package, Fingerprints(package, main_part, presentation))
    slides = [_read_slide(reader, package, main_part, entry) for entry in entries]
    _refuse_where_nothing_can_be_shown(slides, chosen)
    return Deck(
        path=chosen,
        source=source,
        kind=DeckKind.PPTX,
        sha256=sha256,
        title=deck_title(_stored_title(package), slides, chosen),
        size=size,
        slides=tuple(slides),
        fonts=sorted_names(reader.fonts),
        embedded_fonts=embedded_typefaces(presentation),
        warnings=(*warnings, *reader.warnings),
    )


def _entries(presentation: Element) -> Iterator[_Entry]:
    """The slide list, in the order of the show; an id that came before is made unique by its place."""
    seen = set()
    for number, element in enumerate(presentation.iterfind("{*}sldIdLst/{*}sldId"), start=1):
        slide_id = element.get("id", "")
        if not slide_id or slide_id in seen:
            slide_id = f"{slide_id}#{number}"
        seen.add(slide_id)
        yield _Entry(number, slide_id, relationship_id(element, "id"))


def _read_slide(reader: SlideReader, package: Package, main_part: str, entry: _Entry) -> Slide:
    relationship = package.relationships(main_part).get(entry.rel_id)
    part = "" if relationship is None or relationship.external else relationship.target
    return reader.read(part, entry.slide_id, entry.number)


def _refuse_where_nothing_can_be_shown(slides: list[Slide], chosen: Path) -> None:
    shown = [slide for slide in slides if not slide.hidden]
    if not shown:
        raise refusals.all_hidden(chosen)
    if all(slide.damaged for slide in shown):
        raise refusals.damaged(chosen, "\n".join(slide.damaged for slide in shown[:10]))


def _size(presentation: Element) -> tuple[SlideSize, list[DeckWarning]]:
    element = presentation.find("{*}sldSz")
    if element is not None:
        width, height = _coordinate(element, "cx"), _coordinate(element, "cy")
        if 0 < width <= 2 * _MAX_SIDE and 0 < height <= 2 * _MAX_SIDE:
            return SlideSize(width, height), []
    text = "The presentation gives no usable slide size; its slides are shown in 16:9."
    return _DEFAULT_SIZE, [DeckWarning("slide-size", text)]


def _coordinate(element: Element, name: str) -> int:
    try:
        return int(element.get(name, "0"))
    except ValueError:
        return 0


def _stored_title(package: Package) -> str:
    """The title in the document's properties (ECMA-376 Part 2, core properties), or empty."""
    try:
        part = package.related("/", "core-properties")
        return (package.xml(part).findtext("{*}title") or "") if part in package else ""
    except PartError:
        return ""
