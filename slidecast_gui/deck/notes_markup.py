"""The XML of speaker notes, as it is written (ECMA-376 Part 1, 13.3.5 and 19.3.1.26)."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from slidecast_gui.deck.markup import Element, descendants, local_name, parse, settle_alternatives
from slidecast_gui.deck.text import notes_bodies
from slidecast_gui.paths import resource

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    _DRAWING: "http://purl.oclc.org/ooxml/drawingml/main",
    _PRESENTATION: "http://purl.oclc.org/ooxml/presentationml/main",
    _RELATIONSHIPS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""Namespaces of the transitional form, and what the strict form has in their place."""
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINKS = frozenset({"hlinkClick", "hlinkMouseOver"})


class NotesMarkup:
    """Writes notes in the form, transitional or strict, of one presentation."""

    def __init__(self, presentation: Element) -> None:
        """`presentation` is the root of its main part."""
        self._strict = etree.QName(presentation).namespace in _STRICT.values()

    @property
    def relationships(self) -> str:
        """The namespace of relationship ids, with which the types of relationships begin."""
        return self._namespace(_RELATIONSHIPS)

    def template(self, name: str) -> Element:
        """The root of a part that is written anew: "notes-slide" or "notes-master"."""
        text = resource("notes", f"{name}.xml").read_text(encoding="utf-8")
        for namespace in _STRICT:
            text = text.replace(f'"{namespace}"', f'"{self._namespace(namespace)}"')
        return parse(text.encode("utf-8"))

    def fresh(self, script: str, language: str) -> Element:
        """A notes slide that says `script`, marked with a BCP 47 tag where it is not empty."""
        root = self.template("notes-slide")
        look = etree.Element(self._name(_DRAWING, "rPr"), {"lang": language}) if language else None
        self._fill(next(notes_bodies(root)), script, None, look)
        return root

    def replace(self, root: Element, script: str) -> bool:
        """Write `script` in place of what a notes slide says; False, with nothing written, where it has no such place.

        How the first words look, and the language they are marked with, stays.
        """
        bodies = list(notes_bodies(settle_alternatives(root)))
        for place, body in enumerate(bodies):
            paragraph_look = body.find("{*}p/{*}pPr")
            run_look = next((look for look in descendants(body, "rPr")), None)
            self._fill(body, script if place == 0 else "", paragraph_look, run_look)
        return bool(bodies)

    def master_list(self, rel_id: str) -> Element:
        """The presentation's list of notes masters, which holds one (19.2.1.24)."""
        masters = etree.Element(self._name(_PRESENTATION, "notesMasterIdLst"))
        master = etree.SubElement(masters, self._name(_PRESENTATION, "notesMasterId"))
        master.set(self._name(_RELATIONSHIPS, "id"), rel_id)
        return masters

    def _fill(self, body: Element, script: str, paragraph_look: Element | None, run_look: Element | None) -> None:
        """A paragraph for each line of the script, and nothing else."""
        for paragraph in list(body.iterchildren("{*}p")):
            body.remove(paragraph)
        for line in _lines(script):
            paragraph = etree.SubElement(body, self._name(_DRAWING, "p"))
            if paragraph_look is not None:
                paragraph.append(deepcopy(paragraph_look))
            if line:
                run = etree.SubElement(paragraph, self._name(_DRAWING, "r"))
                if run_look is not None:
                    run.append(_without_links(deepcopy(run_look)))
                etree.SubElement(run, self._name(_DRAWING, "t")).text = line

    def _name(self, namespace: str, name: str) -> str:
        return f"{{{self._namespace(namespace)}}}{name}"

    def _namespace(self, transitional: str) -> str:
        return _STRICT[transitional] if self._strict else transitional


def _lines(script: str) -> list[str]:
    """The script's lines, without what XML cannot hold; one where it is empty, as a text body has a paragraph."""
    text = script.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return _NOT_IN_XML.sub("", text).strip().split("\n")


def _without_links(look: Element) -> Element:
    """What was linked are words that are no longer there."""
    for child in list(look):
        if local_name(child) in _LINKS:
            look.remove(child)
    return look
