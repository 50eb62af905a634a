"""OpenDocument files, as far as LibreOffice must be kept from what they point to.

Its own settings keep it from fetching what a .pptx links to, and anything over the network; pictures that an .odp
names elsewhere on this computer it loads all the same. So the file is copied without such links before it is opened.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from slidecast_gui.deck.markup import parse
from slidecast_gui.deck.svg import is_svg, without_references

_HREF = "{http://www.w3.org/1999/xlink}href"
_WITH_LINKS = re.compile(r"(.*/)?(content|styles)\.xml", re.DOTALL)
# OpenDocument 1.2 Part 3, 3.7: what lies in the package is named from its root, or from the part by "./"; whatever
# has a scheme, starts at the root of something or leads upwards is outside.
_OUTSIDE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]|(\./)*\.\.)")


def copy_without_links(source: Path, target: Path) -> None:
    """Copy the package `source` to `target` with every reference to the outside emptied, hyperlinks included.

    Raises BrokenMarkupError, UnsafeMarkupError, zipfile.BadZipFile, OSError.
    """
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w") as copy:
        # Of two entries with one name the last is read everywhere; only that one is copied.
        for entry in {info.filename: info for info in package.infolist()}.values():
            data = package.read(entry)
            if _WITH_LINKS.fullmatch(entry.filename):
                data = _without_links(data)
            elif is_svg(entry.filename, data):
                data = without_references(data)
            copy.writestr(entry.filename, data, entry.compress_type)


def _without_links(data: bytes) -> bytes:
    root = parse(data)
    for element in root.iter():
        if _OUTSIDE.match(element.get(_HREF, "")):
            element.set(_HREF, "")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
