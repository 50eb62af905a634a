"""OpenDocument files, as far as LibreOffice must be kept from what they point to.

Its own settings keep it from fetching what a .pptx links to, and anything over the network; pictures that an .odp
names elsewhere on this computer it loads all the same. So the file is copied without such links before it is opened.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from slidecast_gui.deck.bounds import MAX_XML_BYTES, OversizedError
from slidecast_gui.deck.copying import beginning, copy_entry, last_of_each_name, require_room, whole
from slidecast_gui.deck.markup import Element, parse
from slidecast_gui.deck.svg import SNIFFED_BYTES, is_svg, without_references

_HREF = "{http://www.w3.org/1999/xlink}href"
_WITH_LINKS = re.compile(r"(.*/)?(content|styles)\.xml", re.DOTALL)
# OpenDocument 1.2 Part 3, 3.7: what lies in the package is named from its root, or from the part by "./"; whatever
# has a scheme, starts at the root of something or leads upwards is outside.
_OUTSIDE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]|(\./)*\.\.)")


def copy_without_links(source: Path, target: Path) -> None:
    """Copy the package `source` to `target` with every reference to the outside emptied, hyperlinks included.

    Parts that cannot be read are left out. Raises BrokenMarkupError, UnsafeMarkupError, OversizedError, DiskFull,
    zipfile.BadZipFile, OSError.
    """
    with zipfile.ZipFile(source) as package:
        entries = last_of_each_name(package)
        require_room(entries, target.parent)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
            for entry in entries:
                if _WITH_LINKS.fullmatch(entry.filename):
                    copy.writestr(zipfile.ZipInfo(entry.filename), _without_links(_parsed(package, entry)))
                elif is_svg(entry.filename, beginning(package, entry, SNIFFED_BYTES)):
                    picture = without_references(whole(package, entry) or b"")
                    copy.writestr(zipfile.ZipInfo(entry.filename), picture)
                else:
                    copy_entry(package, entry, copy)


def _parsed(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Element:
    """A part that LibreOffice cannot do without."""
    if entry.file_size > MAX_XML_BYTES:
        raise OversizedError(f"{entry.filename} unpacks to {entry.file_size} bytes")
    return parse(whole(package, entry) or b"")


def _without_links(root: Element) -> bytes:
    for element in root.iter():
        if _OUTSIDE.match(element.get(_HREF, "")):
            element.set(_HREF, "")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
