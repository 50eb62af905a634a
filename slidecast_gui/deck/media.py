"""Sound and video on a slide: in shapes, in its animations, and wherever else it refers to them."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping

from slidecast_gui.deck.markup import Element, descendants, local_name, relationship_id
from slidecast_gui.deck.model import Media, MediaKind
from slidecast_gui.deck.package import Package, Relationship

_FILE_ELEMENTS = {
    "audioFile": MediaKind.AUDIO,
    "wavAudioFile": MediaKind.AUDIO,
    "videoFile": MediaKind.VIDEO,
    "quickTimeFile": MediaKind.VIDEO,
}
"""What a shape's `nvPr` may hold (ECMA-376 Part 1, 20.1.3)."""
_SHAPE_ID = re.compile(r"[0-9]{1,10}")
_KIND_OF_RELATIONSHIP = {"audio": MediaKind.AUDIO, "video": MediaKind.VIDEO}


def read_media(slide: Element, relationships: Mapping[str, Relationship], package: Package) -> tuple[Media, ...]:
    """The slide's media, each target once: those of shapes in document order, then sounds of animations and the rest.

    The rest are sounds of transitions and of links, which no shape holds.
    """
    found: dict[str, Media] = {}
    for kind, shape_id, rel_id in _references(slide, relationships):
        relationship = relationships.get(rel_id)
        if relationship is not None and relationship.target not in found:
            found[relationship.target] = _media(kind, shape_id, relationship, package)
    return tuple(found.values())


def _references(
    slide: Element, relationships: Mapping[str, Relationship]
) -> Iterator[tuple[MediaKind, int | None, str]]:
    shown_by_shapes: set[str] = set()
    for properties in descendants(slide, "nvPr"):
        for element in descendants(properties, *_FILE_ELEMENTS):
            kind = _FILE_ELEMENTS[local_name(element)]
            legacy = relationship_id(element, "link") or relationship_id(element, "embed")
            shown_by_shapes.add(legacy)
            yield kind, _shape_id(properties), _embedded(properties) or legacy
    for element in descendants(slide, "sndTgt", "snd"):
        yield MediaKind.AUDIO, None, relationship_id(element, "embed")
    for rel_id, relationship in relationships.items():
        # A shape's older reference to what it also embeds may name a file on the author's drive.
        if relationship.kind in _KIND_OF_RELATIONSHIP and rel_id not in shown_by_shapes:
            yield _KIND_OF_RELATIONSHIP[relationship.kind], None, rel_id


def _embedded(properties: Element) -> str:
    """The newer reference of PowerPoint 2010 ([MS-PPTX], p14:media): it holds the file where the older has a link."""
    media = next(descendants(properties, "media"), None)
    return (relationship_id(media, "embed") or relationship_id(media, "link")) if media is not None else ""


def _shape_id(properties: Element) -> int | None:
    """The id of the shape whose `nvPr` this is: the siblings' `cNvPr` has it."""
    parent = properties.getparent()
    named = parent.find("{*}cNvPr") if parent is not None else None
    stored = named.get("id", "") if named is not None else ""
    return int(stored) if _SHAPE_ID.fullmatch(stored) else None


def _media(kind: MediaKind, shape_id: int | None, relationship: Relationship, package: Package) -> Media:
    if relationship.external:
        guessed = mimetypes.guess_type(relationship.target)[0] or ""
        return Media(kind, relationship.target, guessed, linked=True, shape_id=shape_id)
    return Media(kind, relationship.target, package.content_type(relationship.target), shape_id=shape_id)
