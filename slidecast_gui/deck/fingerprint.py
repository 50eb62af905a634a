"""A slide's fingerprint: a hash of everything its picture is drawn from, and of nothing else.

PowerPoint numbers part files anew when it saves, so parts count by content and by the relationship that leads to them,
never by name. A slide that is only moved, renumbered or retimed, or whose notes change, keeps its fingerprint.
"""

from __future__ import annotations

import hashlib
from collections import deque

from lxml import etree

from slidecast_gui.deck.bounds import Account
from slidecast_gui.deck.markup import Element, descendants, local_name
from slidecast_gui.deck.package import Package, PartError, Relationship

_NOT_DRAWN = frozenset(
    {
        "notesSlide",
        "comments",
        "slide",
        "hyperlink",
        "audio",
        "video",
        "media",
        "tags",
        "customXml",
        "package",
        "printerSettings",
        "slideUpdateInfo",
    }
)
"""Relationships to what no picture shows. A chart's workbook ("package") is one: charts are drawn from their caches."""
MAX_STEPS = 500_000
"""Relationships followed for all slides of a deck; 2,000 slides of a rich template take a tenth of that."""
_DRAWN_OF_SLIDE = frozenset({"cSld", "clrMapOvr"})
_DRAWN_OF_PRESENTATION = frozenset({"sldSz", "defaultTextStyle", "embeddedFontLst"})


class Fingerprints:
    """Makes the fingerprints of one deck's slides."""

    def __init__(self, package: Package, main_part: str, presentation: Element) -> None:
        self._package = package
        self._deck = _presentation_digest(package, main_part, presentation)
        self._steps = Account("relationships to follow", MAX_STEPS)
        self._first_number = presentation.get("firstSlideNum", "1")

    def of(self, part: str, slide: Element, number: int) -> str:
        """The fingerprint of the slide in `part`; `slide` is its root as stored, `number` its place in the deck."""
        sha = hashlib.sha256(self._deck.encode())
        sha.update(slide.get("showMasterSp", "1").encode())
        for child in slide.iterchildren():
            if local_name(child) in _DRAWN_OF_SLIDE:
                sha.update(_canonical(child))
        if any(field.get("type") == "slidenum" for field in descendants(slide, "fld")):
            sha.update(f"{self._first_number}+{number}".encode())
        for line in _closure(self._package, part, self._steps):
            sha.update(line.encode())
        return sha.hexdigest()

    def of_repeated(self, fingerprint: str, number: int) -> str:
        """The fingerprint of a slide that the slide list names again: the number on it may be another."""
        return hashlib.sha256(f"{fingerprint} {number}".encode()).hexdigest()

    def of_damaged(self, part: str, number: int) -> str:
        """The fingerprint of a slide that cannot be read and is drawn as a plain page."""
        return hashlib.sha256(f"{self._deck} {part} {self._package.digest(part)} {number}".encode()).hexdigest()


def _presentation_digest(package: Package, main_part: str, presentation: Element) -> str:
    """What every picture of a deck depends on: size, default text style, table styles, the fonts the deck carries."""
    sha = hashlib.sha256()
    for child in presentation.iterchildren():
        if local_name(child) in _DRAWN_OF_PRESENTATION:
            sha.update(_canonical(child))
    for relationship in _ordered(package, main_part):
        if relationship.kind in ("tableStyles", "font"):
            sha.update(f"{relationship.rel_id} {package.digest(relationship.target)}".encode())
    return sha.hexdigest()


def _closure(package: Package, slide_part: str, steps: Account) -> list[str]:
    """A line for every relationship that can be reached from a slide, and every part it leads to, in a fixed order.

    Parts are numbered as they are met, so that loops end and names do not matter. The slide's own bytes are left out.
    """
    numbers = {slide_part: 0}
    waiting = deque([slide_part])
    lines = []
    while waiting:
        part = waiting.popleft()
        for relationship in _ordered(package, part):
            steps.spend(1)
            if relationship.kind in _NOT_DRAWN or _leads_back(relationship, numbers[part]):
                continue
            target = relationship.target
            if relationship.external:
                lines.append(f"{numbers[part]} {relationship.rel_id} {relationship.kind} -> {target}\n")
                continue
            if target not in numbers:
                numbers[target] = len(numbers)
                waiting.append(target)
            digest = package.digest(target)
            lines.append(f"{numbers[part]} {relationship.rel_id} {relationship.kind} {numbers[target]} {digest}\n")
    return lines


def _leads_back(relationship: Relationship, source_number: int) -> bool:
    """Whether a master refers to its layouts: only a slide's own layout is drawn."""
    return relationship.kind == "slideLayout" and source_number != 0


def _ordered(package: Package, part: str) -> list[Relationship]:
    try:
        relationships = package.relationships(part)
    except PartError:
        return []
    return sorted(relationships.values(), key=lambda relationship: relationship.rel_id)


def _canonical(element: Element) -> bytes:
    """The element as canonical XML, in which prefixes' places, quotes and attribute order make no difference."""
    return bytes(etree.tostring(element, method="c14n", exclusive=True))
