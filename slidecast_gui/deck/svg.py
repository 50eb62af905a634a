"""SVG pictures without what they refer to outside of themselves: LibreOffice opens any file that they name."""

from __future__ import annotations

import re
import zlib

from lxml import etree

from slidecast_gui.deck.markup import local_name

_MAX_BYTES = 20 << 20
SNIFFED_BYTES = 8192
"""How much of a part `is_svg` looks at."""
_ENDINGS = (".svg", ".svgz")
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_EMPTY = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
# What is inside: a part of the picture itself, or pixels. Data that is another SVG could refer to the outside again.
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpe?g|gif);base64,\s*(iVBOR|/9j/|R0lGOD))")
_STYLED_REFERENCE = re.compile(r"""url\((?!\s*["']?\s*\#)[^)]*\)?|@import[^;]*;?""", re.IGNORECASE)


def is_svg(name: str, start: bytes) -> bool:
    """Whether a part may be taken for SVG, by its name or by how its content begins."""
    if name.lower().endswith(_ENDINGS):
        return True
    head = start[:SNIFFED_BYTES]
    if head.startswith(_GZIP_MAGIC):
        head = _unpacked(head)[:SNIFFED_BYTES]
    return b"<svg" in head.replace(b"\0", b"")


def without_references(data: bytes) -> bytes:
    """The picture with every reference to the outside emptied, as UTF-8; an empty picture for what is no XML."""
    if data.startswith(_GZIP_MAGIC):
        data = _unpacked(data)
    if len(data) > _MAX_BYTES:
        return _EMPTY
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return _EMPTY
    # What an entity stands for is in a document type, which goes.
    etree.strip_tags(root, etree.Entity)
    for element in root.iter(etree.Element):
        for name, value in element.items():
            if name.rpartition("}")[2] == "href":
                element.set(name, value if _INSIDE.match(value) else "")
            elif "(" in value or "@" in value:
                element.set(name, _STYLED_REFERENCE.sub("none", value))
        if local_name(element) == "style" and element.text:
            element.text = _STYLED_REFERENCE.sub("none", element.text)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _unpacked(data: bytes) -> bytes:
    """The beginning of gzip's content, one byte longer than is accepted at most; of a damaged one nothing."""
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(data, _MAX_BYTES + 1)
    except zlib.error:
        return b""
