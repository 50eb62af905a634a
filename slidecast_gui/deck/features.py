"""What is on a slide that some renderer is known not to draw, or to draw badly."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from slidecast_gui.deck.markup import Element, descendants, local_name, relationship_id, truth
from slidecast_gui.deck.model import Feature
from slidecast_gui.deck.package import Package, PartError, Relationship

_PICTURE_ELEMENTS = {
    "contentPart": Feature.INK,
    "model3d": Feature.MODEL_3D,
    "oleObj": Feature.OLE_OBJECT,
    "control": Feature.ACTIVE_X,
    "oMath": Feature.EQUATION,
}
_METAFILE_ENDINGS = (".emf", ".wmf", ".emz", ".wmz")
_METAFILE_TYPES = frozenset({"image/x-emf", "image/x-wmf", "image/emf", "image/wmf"})
_CHART_EX = "/chartex"
_HORIZONTAL = frozenset({"", "horz"})
_RIGHT_TO_LEFT_CLASSES = frozenset({"R", "AL"})
"""Letters of Hebrew and of Arabic and its kin (Unicode Standard Annex 9, table 4)."""


def drawn_features(root: Element, relationships: Mapping[str, Relationship], package: Package) -> frozenset[Feature]:
    """The features of what a slide, a layout or a master draws itself, text aside."""
    found = {_PICTURE_ELEMENTS[local_name(e)] for e in descendants(root, *_PICTURE_ELEMENTS)}
    if any(_is_metafile(blip, relationships, package) for blip in descendants(root, "blip")):
        found.add(Feature.METAFILE)
    for data in descendants(root, "graphicData"):
        if data.get("uri", "").lower().endswith(_CHART_EX):
            found.add(Feature.CHART_EX)
    return frozenset(found)


def text_features(slide: Element, text: str) -> frozenset[Feature]:
    """The features of a slide's text. What layouts hold in placeholders is a prompt that no show displays."""
    found = set()
    if _is_right_to_left(slide, text):
        found.add(Feature.RIGHT_TO_LEFT)
    if any(_is_vertical(element) for element in descendants(slide, "bodyPr", "tcPr", "ph")):
        found.add(Feature.VERTICAL_TEXT)
    return frozenset(found)


def diagram_features(slide: Element, relationships: Mapping[str, Relationship], package: Package) -> frozenset[Feature]:
    """Whether there is SmartArt without the drawing that PowerPoint 2010 and later store beside its data."""
    for graphic in descendants(slide, "relIds"):
        if not _has_drawing(graphic, relationships, package):
            return frozenset({Feature.SMART_ART_WITHOUT_DRAWING})
    return frozenset()


def diagram_data(graphic: Element, relationships: Mapping[str, Relationship], package: Package) -> Element | None:
    """The data of the SmartArt that a `relIds` element stands for (ECMA-376 Part 1, 21.4.2.22), where readable."""
    relationship = relationships.get(relationship_id(graphic, "dm"))
    if relationship is None or relationship.external:
        return None
    try:
        return package.xml(relationship.target)
    except PartError:
        return None


def shows_what_lies_elsewhere(slide: Element, relationships: Mapping[str, Relationship]) -> bool:
    """Whether a picture is linked and not embedded: what a deck refers to outside of itself is never fetched."""
    for blip in descendants(slide, "blip"):
        relationship = relationships.get(relationship_id(blip, "embed") or relationship_id(blip, "link"))
        if relationship is not None and relationship.external:
            return True
    return False


def _has_drawing(graphic: Element, relationships: Mapping[str, Relationship], package: Package) -> bool:
    """The data names the slide's relationship to the drawing ([MS-ODRAWXML], `dataModelExt`)."""
    data = diagram_data(graphic, relationships, package)
    if data is None:
        return False
    for extension in descendants(data, "dataModelExt"):
        relationship = relationships.get(extension.get("relId", ""))
        if relationship is not None and relationship.target in package:
            return True
    return False


def _is_metafile(blip: Element, relationships: Mapping[str, Relationship], package: Package) -> bool:
    relationship = relationships.get(relationship_id(blip, "embed") or relationship_id(blip, "link"))
    if relationship is None:
        return False
    if relationship.target.lower().endswith(_METAFILE_ENDINGS):
        return True
    return not relationship.external and package.content_type(relationship.target) in _METAFILE_TYPES


def _is_right_to_left(slide: Element, text: str) -> bool:
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT_CLASSES for character in text):
        return True
    for properties in descendants(slide, "pPr"):
        paragraph = properties.getparent()
        if truth(properties.get("rtl"), default=False) and paragraph is not None and paragraph.find("{*}r") is not None:
            return True
    return False


def _is_vertical(element: Element) -> bool:
    if local_name(element) == "ph":
        return bool(element.get("orient") == "vert")
    return element.get("vert", "") not in _HORIZONTAL
