"""A presentation without its links and media, for LibreOffice.

It opens the files that linked objects and pictures name. Sound and video it does not print either, but opens, and
waits for seconds for those it cannot play.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from slidecast_gui.deck.bounds import OversizedError
from slidecast_gui.deck.copying import beginning, copy_entry, last_of_each_name, require_room, whole
from slidecast_gui.deck.markup import BrokenMarkupError, Element, UnsafeMarkupError, parse
from slidecast_gui.deck.svg import SNIFFED_BYTES, is_svg, without_references

_HYPERLINK = "/hyperlink"
_MEDIA = ("/audio", "/video", "/media")
# A scheme, or a path on another computer; whether it says that it is external or not.
_OUTSIDE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")


def without_links(source: Path, target: Path) -> Path:
    """A copy of the package in which nothing refers to the outside but hyperlinks, nor to media, at `target`.

    Where there is nothing to cut that is `source` itself, and `target` is not written. Parts that cannot be read are
    left out of a copy. Raises OSError, also where `source` is no zip, and DiskFull.
    """
    try:
        with zipfile.ZipFile(source) as package:
            entries = last_of_each_name(package)
            cut = dict(_cut_parts(package, entries))
            if not cut:
                return source
            require_room(entries, target.parent)
            with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
                for entry in entries:
                    if entry.filename not in cut:
                        copy_entry(package, entry, copy)
                    elif data := cut[entry.filename]:
                        copy.writestr(zipfile.ZipInfo(entry.filename), data)
    except zipfile.BadZipFile as error:
        raise OSError(f"{source} cannot be copied") from error
    return target


def _cut_parts(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """The parts that refer to the outside, without that; empty where what they refer to cannot be told."""
    for entry in entries:
        if entry.filename.lower().endswith(".rels"):
            if (cut := _relationships_left(whole(package, entry))) is not None:
                yield entry.filename, cut
        elif is_svg(entry.filename, beginning(package, entry, SNIFFED_BYTES)):
            yield entry.filename, without_references(whole(package, entry) or b"")


def _relationships_left(data: bytes | None) -> bytes | None:
    """The relationships without external ones and media, hyperlinks aside; None where there are none of those.

    Empty for what cannot be read or parsed: LibreOffice may find a link in it all the same.
    """
    try:
        root = parse(data or b"")
    except (BrokenMarkupError, UnsafeMarkupError, OversizedError):
        return b""
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
