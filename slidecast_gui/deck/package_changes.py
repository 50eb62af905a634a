"""Changes to a package: parts written otherwise or added, relationships, content types (ECMA-376 Part 2)."""

from __future__ import annotations

import itertools
import posixpath
from pathlib import Path

from lxml import etree

from slidecast_gui.deck.markup import Element
from slidecast_gui.deck.package import Package

_CONTENT_TYPES = "/[Content_Types].xml"
_RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


class PackageChanges:
    """What is to be different in a copy of one open package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._roots: dict[str, Element] = {}
        self._added: dict[str, bytes] = {}

    def root(self, part: str) -> Element:
        """A part's root, to be changed in place. Raises as `Package.xml`."""
        if part not in self._roots:
            self._roots[part] = self._package.xml(part)
        return self._roots[part]

    def put(self, part: str, root: Element, content_type: str) -> None:
        """A part with another root, there already or not."""
        self._roots[part] = root
        self._declare(part, content_type)

    def put_copy(self, part: str, of: str) -> None:
        """A new part with the content, the type and the relationships of another one in the same folder."""
        self._added[part] = self._package.read(of)
        self._declare(part, self._package.content_type(of))
        if _rels_part(of) in self._package:
            self._added[_rels_part(part)] = self._package.read(_rels_part(of))

    def free_name(self, pattern: str) -> str:
        """The first part name that is not taken; `pattern` has "{}" where its number goes."""
        names = (pattern.format(number) for number in itertools.count(1))
        return next(name for name in names if name not in self._package and not self._is_new(name))

    def relate(self, source: str, kind: str, target: str) -> str:
        """Add a relationship of a type (a whole URI) from part to part; its id."""
        rels = _rels_part(source)
        if rels not in self._package and rels not in self._roots:
            self._roots[rels] = etree.Element(f"{{{_RELATIONSHIPS_NAMESPACE}}}Relationships")
        root = self.root(rels)
        taken = {element.get("Id") for element in root.iterchildren()}
        rel_id = next(name for name in (f"rId{number}" for number in itertools.count(1)) if name not in taken)
        link = etree.SubElement(root, f"{{{_RELATIONSHIPS_NAMESPACE}}}Relationship")
        link.set("Id", rel_id)
        link.set("Type", kind)
        link.set("Target", posixpath.relpath(target, posixpath.dirname(source)))
        return rel_id

    def write(self, target: Path) -> None:
        """Write the copy. Raises OSError, and as `Package.read`."""
        written = {
            part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for part, root in self._roots.items()
        }
        self._package.write_copy(target, {**written, **self._added})

    def _declare(self, part: str, content_type: str) -> None:
        types = self.root(_CONTENT_TYPES)
        declared = next((e for e in types.iter("{*}Override") if e.get("PartName", "").lower() == part.lower()), None)
        if declared is None:
            declared = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override")
            declared.set("PartName", part)
        declared.set("ContentType", content_type)

    def _is_new(self, part: str) -> bool:
        return part in self._roots or part in self._added


def _rels_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
