"""The deck's zip package, as far as renderers need it: which slides are beyond them, and a copy without those."""

from __future__ import annotations

import codecs
import html
import logging
import re
import struct
import zipfile
from collections.abc import Collection
from pathlib import Path

from PIL import Image

from slidecast_gui.deck.bounds import MAX_XML_ENTRY_BYTES
from slidecast_gui.deck.copying import UNREADABLE, beginning, copy_entry, last_of_each_name, require_room

# The engine refuses to draw more shapes on one slide, but only after minutes of reading them.
MOST_SHAPES = 20_000
_SHAPE_MARK = b"cNvPr "
# Ten times what is on the fullest of 2,000 real slides: an engine takes kilobytes of memory for each element.
MOST_TAGS = 250_000
_SMALLEST_TAG = b"<a/>"
# Ten times the largest slide's XML of 2,000 real ones: more text than fits on a slide, or a bomb.
MOST_SLIDE_BYTES = 4 << 20

_DRAWN_PARTS = re.compile(
    r"/?ppt/(slides|slideLayouts|slideMasters|charts|diagrams|drawings)/[^/]+\.xml$", re.IGNORECASE
)

MOST_PICTURE_PIXELS = 150_000_000
_PICTURE_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_PICTURE_HEAD_BYTES = 30

_BLANK_SLIDE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    b'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr>'
    b'<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld></p:sld>'
)
_log = logging.getLogger(__name__)


def oversized_slides(source: Path, parts: Collection[str]) -> frozenset[str]:
    """Return those of `parts` (part names, "/ppt/slides/slide1.xml") that hold more than any renderer should read."""
    try:
        with zipfile.ZipFile(source) as package:
            names = {info.filename.lower(): info for info in package.infolist()}
            return frozenset(part for part in parts if _is_oversized(package, names.get(part.lstrip("/").lower())))
    except UNREADABLE:
        return frozenset()


def letters_of(source: Path) -> frozenset[str]:
    """Return every character in the parts that slides are drawn from; notes are not among them."""
    letters: set[str] = set()
    try:
        with zipfile.ZipFile(source) as package:
            for entry in package.infolist():
                if _DRAWN_PARTS.match(entry.filename) and entry.file_size <= MOST_SLIDE_BYTES:
                    letters |= _letters(package, entry)
    except UNREADABLE as error:
        _log.warning("%s: letters not read: %s", source, error)
    return frozenset(letters)


def picture_sizes(source: Path) -> dict[str, tuple[int, int]]:
    """Return width and height in pixels of every picture in the package, by part name without the first slash.

    Only headers are read; what Pillow does not know (SVG, EMF) is not among them.
    """
    try:
        with zipfile.ZipFile(source) as package:
            found = ((entry.filename, _picture_size(package, entry)) for entry in package.infolist())
            return {name: size for name, size in found if size is not None}
    except UNREADABLE:
        return {}


def is_beyond_libreoffice(source: Path, parts: Collection[str]) -> bool:
    """Tell whether LibreOffice would need gigabytes (for a picture) or minutes (for shapes), and prints all or nothing.

    The engine leaves such pictures out by itself, and such slides blank.
    """
    pictures = picture_sizes(source).values()
    return any(width * height > MOST_PICTURE_PIXELS for width, height in pictures) or bool(
        oversized_slides(source, parts)
    )


def with_blank_slides(source: Path, blank: Collection[str], target: Path) -> Path:
    """Write a copy of the package to `target` in which the slides `blank` are empty and all XML is in UTF-8.

    Entries that cannot be read, or whose names lead out of the package, are left out.

    Raises OSError where `source` is no zip file, or `target` cannot be written; DiskFull.
    """
    emptied = {part.lstrip("/") for part in blank}
    try:
        with zipfile.ZipFile(source) as package:
            entries = [entry for entry in last_of_each_name(package) if _is_part_name(entry.filename)]
            require_room(entries, target.parent)
            with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
                for entry in entries:
                    if entry.filename not in emptied and not _copy_part(package, entry, copy):
                        _log.warning("%s: left out of the copy", entry.filename)
                for name in sorted(emptied):
                    copy.writestr(name, _BLANK_SLIDE)
    except zipfile.BadZipFile as error:
        raise OSError(f"{source} is not a zip package") from error
    return target


def _copy_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, copy: zipfile.ZipFile) -> bool:
    """Copy an entry, XML in UTF-16 as UTF-8; False for one that cannot be read."""
    start = beginning(package, entry, len(codecs.BOM_UTF16))
    if entry.file_size > MAX_XML_ENTRY_BYTES or start not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return copy_entry(package, entry, copy)
    try:
        data = package.read(entry)
    except UNREADABLE:
        return False
    copy.writestr(zipfile.ZipInfo(entry.filename), _as_utf8(data))
    return True


def _as_utf8(data: bytes) -> bytes:
    """Return XML in UTF-16, which packages may hold (ECMA-376 Part 2, 8.1.4), as UTF-8; anything else unchanged."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return data
    if not text.startswith("<"):
        return data
    return re.sub(r"""(^<\?xml[^>]*encoding=)(["'])utf-16\2""", r"\1\2UTF-8\2", text, flags=re.IGNORECASE).encode()


def _is_part_name(name: str) -> bool:
    """Tell whether a zip entry can be a part: engines refuse packages with names that lead out of a folder."""
    return not (name.startswith("/") or name.endswith("/") or "\\" in name or ":" in name or ".." in name.split("/"))


def _picture_size(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[int, int] | None:
    # Not Image.open: that warns of large pictures, and finding them is the point.
    Image.preinit()
    try:
        with package.open(entry) as file:
            start = file.read(_PICTURE_HEAD_BYTES)
            if (webp := _webp_size(start)) is not None:
                return webp
            file.seek(0)
            for name in _PICTURE_FORMATS:
                factory, accepts = Image.OPEN.get(name, (None, None))
                if factory is not None and accepts is not None and accepts(start[:16]) is True:
                    size: tuple[int, int] = factory(file, entry.filename).size
                    return size
    except (*UNREADABLE, SyntaxError, TypeError, KeyError, IndexError, struct.error):
        return None
    return None


def _webp_size(start: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP picture by its first 30 bytes (RFC 9649): Pillow would read all of it for them."""
    if len(start) < _PICTURE_HEAD_BYTES or start[:4] != b"RIFF" or start[8:12] != b"WEBP":
        return None
    if start[12:16] == b"VP8X":
        return 1 + int.from_bytes(start[24:27], "little"), 1 + int.from_bytes(start[27:30], "little")
    if start[12:16] == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", start, 26)
    return width & 0x3FFF, height & 0x3FFF


def _is_oversized(package: zipfile.ZipFile, entry: zipfile.ZipInfo | None) -> bool:
    if entry is None:
        return False
    if entry.file_size > MOST_SLIDE_BYTES:
        return True
    # Most slides are far too small for so much: nothing of them is read here.
    if entry.file_size < min(MOST_SHAPES * len(_SHAPE_MARK), MOST_TAGS * len(_SMALLEST_TAG)):
        return False
    try:
        data = package.read(entry)
        return data.count(_SHAPE_MARK) > MOST_SHAPES or data.count(b"<") > MOST_TAGS
    except UNREADABLE:
        return False


def _letters(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> set[str]:
    try:
        text = _as_utf8(package.read(entry)).decode("utf-8", "ignore")
    except UNREADABLE:
        return set()
    # Only a few characters are written as numbers; they must be told apart from what stands in the text itself.
    return set(text) | {html.unescape(reference) for reference in set(re.findall(r"&#x?[0-9A-Fa-f]{1,6};", text))}
