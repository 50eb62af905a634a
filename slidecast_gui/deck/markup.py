"""XML of unknown origin, parsed without trusting it, and small helpers to walk it.

Parts are compared by local name: the transitional and the strict form of ECMA-376 differ in namespaces only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from slidecast_gui.deck.bounds import OversizedError

Element: TypeAlias = etree._Element

_RELATIONSHIP_NAMESPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_DOCTYPE_IN_PROLOG = re.compile(
    # Never back into what was passed: else thousands of comments take for ever.
    rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE",
    re.DOTALL,
)
_PROLOG_BYTES = 65_536
_RESOURCE_LIMIT_CODES = frozenset({etree.ErrorTypes.ERR_INTERNAL_ERROR, 114})
"""libxml2's codes for nesting, or a text, beyond its limits: the first before 2.11, XML_ERR_RESOURCE_LIMIT since."""


class BrokenMarkupError(Exception):
    """Not well-formed XML."""


class UnsafeMarkupError(Exception):
    """XML that declares entities: harmless here, but whatever opens the file next may not be."""


def parse(data: bytes) -> Element:
    """The root element of `data`.

    A document type is refused whole: ECMA-376 Part 2 forbids it in a package. Raises BrokenMarkupError,
    UnsafeMarkupError; OversizedError where it nests without end, or holds millions of characters in one piece.
    """
    refuse_document_type(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code in _RESOURCE_LIMIT_CODES:
            raise OversizedError(str(error)) from error
        raise BrokenMarkupError(str(error)) from error
    except ValueError as error:
        raise BrokenMarkupError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeMarkupError("the XML has a document type declaration")
    return root


def refuse_document_type(data: bytes) -> None:
    """Raise UnsafeMarkupError where a document type comes before the root element.

    It is found in every encoding that keeps ASCII or pads it with zeros. Without this look libxml2 would already have
    expanded entities in attribute values when we can ask it.
    """
    if _DOCTYPE_IN_PROLOG.match(data[:_PROLOG_BYTES].replace(b"\0", b"")):
        raise UnsafeMarkupError("the XML has a document type declaration")


def settle_alternatives(root: Element) -> Element:
    """Replace every `mc:AlternateContent` by the branch that today's PowerPoint shows, in place; returns `root`.

    That is the first choice (ECMA-376 Part 3, Markup Compatibility), but for choices that require VML ("v"): what they
    hold is a placeholder for old programs, and the fallback has the picture.
    """
    for alternate in list(root.iter("{*}AlternateContent")):
        parent = alternate.getparent()
        if parent is None:
            continue
        chosen = _chosen_branch(alternate)
        position = parent.index(alternate)
        parent[position : position + 1] = list(chosen) if chosen is not None else []
    return root


def _chosen_branch(alternate: Element) -> Element | None:
    for choice in alternate.iterchildren("{*}Choice"):
        if choice.get("Requires", "").strip() != "v":
            return choice
    return alternate.find("{*}Fallback")


def local_name(element: Element) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def relationship_id(element: Element, name: str) -> str:
    """The value of `r:name` ("id", "embed", "link", ...) in either form's namespace, or empty."""
    for namespace in _RELATIONSHIP_NAMESPACES:
        value = element.get(f"{{{namespace}}}{name}")
        if value:
            return str(value)
    return ""


def truth(value: str | None, default: bool) -> bool:
    """An `xsd:boolean` attribute; what is neither true nor false is the default."""
    return {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}.get(
        (value or "").strip().lower(), default
    )


def descendants(root: Element, *names: str) -> Iterator[Element]:
    """`root` and everything below it with one of these local names, in document order, without recursion."""
    yield from root.iter(*(f"{{*}}{name}" for name in names))
