"""Tells what a file is, by its content; the ending of its name is only a hint."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.compound import MAGIC as COMPOUND_MAGIC
from slidecast_gui.deck.compound import CompoundError, read_streams
from slidecast_gui.deck.markup import local_name
from slidecast_gui.deck.opening import opened_package
from slidecast_gui.deck.package import Package
from slidecast_gui.endings import DECK_ENDINGS

_HEAD_BYTES = 1024
_ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_MAGIC = b"%PDF-"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_CURRENT_USER_ENCRYPTED = b"\xdf\xc4\xd1\xf3"
"""[MS-PPT] 2.3.2, headerToken 0xF3D1C4DF: the file is encrypted."""
_COMPOUND_STRANGERS = {"WordDocument": "a Word document", "Workbook": "an Excel workbook", "Book": "an Excel workbook"}
_MAIN_STRANGERS = {
    "document": "a Word document",
    "workbook": "an Excel workbook",
    "FixedDocumentSequence": "an XPS file",
}


class FileKind(Enum):
    """What has to be done to read a file as a deck."""

    PRESENTATION = auto()
    PDF = auto()
    BINARY_POWERPOINT = auto()
    OPEN_DOCUMENT = auto()


def identify(path: Path) -> FileKind:
    """What kind of deck lies at `path`. Raises DeckError for everything else, and where it may not be read."""
    try:
        head = _head(path)
        if head.startswith(_ZIP_MAGICS):
            with opened_package(path, path) as package:
                return _kind_of_package(package, path)
        if head.startswith(COMPOUND_MAGIC):
            return _identify_compound(path)
        # Acrobat accepts the header anywhere in the first 1024 bytes (PDF Reference 1.7, appendix H, note 13).
        if _PDF_MAGIC in head:
            return FileKind.PDF
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    if path.suffix.lower() in (".pptx", ".pptm", ".ppsx", ".potx") and not _looks_like_text(head):
        raise refusals.damaged(path, "the file does not start like a zip")
    raise refusals.wrong_type(path)


def find_decks(folder: Path, stopped: Callable[[], bool] = lambda: False) -> list[Path]:
    """The decks in a folder and the folders in it, by ending, in natural order of their paths.

    Hidden files and PowerPoint's lock files ("~$talk.pptx") are left out, and so is a PDF beside a presentation of
    the same name: it is a print of it. Folders that may not be read are passed over.
    Once `stopped` says so, what has been found until then is returned.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        if stopped():
            break
        folders[:] = [name for name in folders if not name.startswith(".")]
        decks = [Path(place, name) for name in names if _is_deck_name(name)]
        stems = {deck.stem.lower() for deck in decks if deck.suffix.lower() != ".pdf"}
        found += [deck for deck in decks if deck.suffix.lower() != ".pdf" or deck.stem.lower() not in stems]
    return sorted(found, key=_natural_order)


def _head(path: Path) -> bytes:
    """The first bytes. Raises OSError, or DeckError for what is no file or has no bytes."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise refusals.folder(path)
    if not stat.S_ISREG(status.st_mode):
        raise refusals.not_a_file(path)
    if status.st_size == 0:
        raise refusals.empty_file(path)
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _kind_of_package(package: Package, path: Path) -> FileKind:
    if "/mimetype" in package:
        return _kind_of_open_document(package, path)
    if "/[Content_Types].xml" not in package:
        if any(package.has_folder(folder) for folder in ("/ppt/", "/_rels/")):
            raise refusals.damaged(path, "[Content_Types].xml is missing")
        raise refusals.wrong_type(path)
    main_part = package.related("/", "officeDocument")
    if main_part:
        root = local_name(package.xml(main_part))
        if root == "presentation":
            return FileKind.PRESENTATION
        raise refusals.wrong_type(path, _MAIN_STRANGERS.get(root, "not a presentation"), f"{main_part} is a {root}")
    if package.has_folder("/ppt/"):
        raise refusals.damaged(path, "the package does not say which part is the presentation")
    raise refusals.wrong_type(path)


def _kind_of_open_document(package: Package, path: Path) -> FileKind:
    """OpenDocument names its kind in an entry of its own (ODF 1.3 Part 2, 3.3), what is encrypted in its manifest."""
    kind = package.read("/mimetype", limit=_HEAD_BYTES).decode("ascii", "replace").strip().removeprefix(_OPEN_DOCUMENT)
    if kind not in ("presentation", "presentation-template"):
        raise refusals.wrong_type(path, detail=f"the zip says it is {kind}")
    manifest = "/META-INF/manifest.xml"
    if manifest in package and package.xml(manifest).find(".//{*}encryption-data") is not None:
        raise refusals.encrypted(path)
    return FileKind.OPEN_DOCUMENT


def _identify_compound(path: Path) -> FileKind:
    try:
        streams = read_streams(path)
    except CompoundError as error:
        raise refusals.damaged(path, str(error)) from error
    if "EncryptedPackage" in streams or "EncryptedSummary" in streams:
        raise refusals.encrypted(path)
    if "PowerPoint Document" in streams:
        current_user = streams.get("Current User") or b""
        if current_user[12:16] == _CURRENT_USER_ENCRYPTED:
            raise refusals.encrypted(path)
        return FileKind.BINARY_POWERPOINT
    if "PP40" in streams or "PP95" in streams:
        raise refusals.ancient(path)
    stranger = next((what for name, what in _COMPOUND_STRANGERS.items() if name in streams), "not a presentation")
    raise refusals.wrong_type(path, stranger, f"streams: {', '.join(sorted(streams))[:500]}")


def _looks_like_text(head: bytes) -> bool:
    return b"\0" not in head and head.lstrip()[:1] in (b"<", b"{", b"#")


def _is_deck_name(name: str) -> bool:
    return name.lower().endswith(DECK_ENDINGS) and not name.startswith((".", "~$"))


def _natural_order(path: Path) -> tuple[tuple[int, int | str], ...]:
    """A key by which "talk 2" comes before "talk 10"."""
    pieces = re.split(r"(\d+)", str(path).casefold())
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces if piece)
