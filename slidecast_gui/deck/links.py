"""A presentation without its links and media, for LibreOffice.

It opens the files that linked objects and pictures name. Sound and video it does not print either, but opens, and
waits for seconds for those it cannot play.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from slidecast_gui.deck.bounds import OversizedError
from slidecast_gui.deck.markup import BrokenMarkupError, Element, UnsafeMarkupError, parse
from slidecast_gui.deck.svg import is_svg, without_references

_HYPERLINK = "/hyperlink"
_MEDIA = ("/audio", "/video", "/media")
# A scheme, or a path on another computer; whether it says that it is external or not.
_OUTSIDE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
_SNIFFED_BYTES = 8192
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def without_links(source: Path, target: Path) -> Path:
    """A copy of the package in which nothing refers to the outside but hyperlinks, nor to media, at `target`.

    Where there is nothing to cut that is `source` itself, and `target` is not written. Parts that cannot be read are
    left out of a copy. Raises OSError, also where `source` is no zip.
    """
    try:
        with zipfile.ZipFile(source) as package:
            # Of two entries with one name the last is read everywhere; only that one is copied.
            entries = list({info.filename: info for info in package.infolist()}.values())
            cut = dict(_cut_parts(package, entries))
            if not cut:
                return source
            with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
                for entry in entries:
                    data = cut.get(entry.filename) or _read(package, entry)
                    if data is not None:
                        copy.writestr(entry.filename, data)
    except zipfile.BadZipFile as error:
        raise OSError(f"{source} cannot be copied") from error
    return target


def _cut_parts(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """The parts that refer to the outside, without that."""
    for entry in entries:
        if entry.filename.lower().endswith(".rels"):
            data = _read(package, entry)
            if data is not None and (cut := _relationships_left(data)) is not None:
                yield entry.filename, cut
        elif is_svg(entry.filename, _read(package, entry, _SNIFFED_BYTES) or b""):
            data = _read(package, entry)
            if data is not None:
                yield entry.filename, without_references(data)


def _relationships_left(data: bytes) -> bytes | None:
    """The relationships without external ones and media, hyperlinks aside; None where there are none of those."""
    try:
        root = parse(data)
    except (BrokenMarkupError, UnsafeMarkupError, OversizedError):
        return None
    cut = [element for element in root.iter("{*}Relationship") if _is_cut(element)]
    for element in cut:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) if cut else None


def _is_cut(relationship: Element) -> bool:
    kind, target = relationship.get("Type", ""), relationship.get("Target", "")
    if kind.endswith(_MEDIA):
        return True
    is_outside = relationship.get("TargetMode", "").lower() == "external" or _OUTSIDE.match(target) is not None
    return is_outside and not kind.endswith(_HYPERLINK)


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int = -1) -> bytes | None:
    try:
        with package.open(entry) as stream:
            return stream.read(most)
    except _UNREADABLE:
        return None
