"""The zip of a presentation, read without trusting it (ECMA-376 Part 2, Open Packaging Conventions).

Entry names are looked up and never used as paths on disk, so links and `../` in them mean nothing. Nothing is inflated
beyond its declared size, and declared sizes beyond what a presentation needs are refused before anything is read.
"""

from __future__ import annotations

import errno
import hashlib
import lzma
import mimetypes
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote

from slidecast_gui.deck.bounds import MAX_XML_BYTES, XML_ENDINGS, Account, OversizedError, check_sizes
from slidecast_gui.deck.markup import BrokenMarkupError, Element, parse, refuse_document_type

MAX_PARSED_BYTES = 200 << 20
"""The most XML that is parsed of one deck, parts that are parsed again counted again; real decks need a tenth."""
MAX_RELATIONSHIPS = 100_000
_LEAST_PARSED_BYTES = 4096
"""What a small part counts as: opening it costs as much as parsing so many."""
_CHUNK = 1 << 18
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, ValueError)


class PackageBrokenError(Exception):
    """The zip as a whole cannot be read."""


class PartError(Exception):
    """One part is missing, does not inflate, or is not the XML it should be; the others may be sound."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from one part. `kind` is the last word of its type ("slideLayout"), the same in both forms.

    `target` is the name of a part ("/ppt/media/image1.png"), or where `external` whatever was written there.
    """

    rel_id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file, by part name ("/ppt/presentation.xml"). To be closed, or used in `with`."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, PackageBrokenError, OversizedError or PackageEncryptedError."""
        try:
            self._zip = zipfile.ZipFile(path)
        except ZIP_FAULTS as error:
            raise PackageBrokenError(f"not a readable zip: {error}") from error
        except OSError as error:
            if _is_misplaced(error):
                raise PackageBrokenError(f"not a readable zip: {error}") from error
            raise
        try:
            check_sizes(self._zip.infolist(), path.stat().st_size)
        except BaseException:
            self._zip.close()
            raise
        self._entries = _by_part_name(self._zip.infolist())
        self._relationships: dict[str, Mapping[str, Relationship]] = {}
        self._digests: dict[str, str] = {}
        self._parsed = Account("bytes of XML", MAX_PARSED_BYTES)
        self._related = Account("relationships", MAX_RELATIONSHIPS)
        self._types: tuple[dict[str, str], dict[str, str]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def has_folder(self, folder: str) -> bool:
        """Whether any part's name starts with `folder` ("/ppt/")."""
        return any(part.startswith(folder.lower()) for part in self._entries)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def read(self, part: str, limit: int = MAX_XML_BYTES) -> bytes:
        """A part's bytes. Raises PartError, or OversizedError beyond `limit`."""
        data = bytearray()
        for chunk in self._chunks(part):
            data += chunk
            if len(data) > limit:
                raise OversizedError(f"{part} is larger than {limit} bytes")
        return bytes(data)

    def digest(self, part: str) -> str:
        """SHA-256 of a part's bytes, read in pieces; empty where it cannot be read.

        Raises UnsafeMarkupError for XML with a document type: a renderer will read what is never parsed here.
        """
        key = part.lower()
        if key not in self._digests:
            sha = hashlib.sha256()
            try:
                for place, chunk in enumerate(self._chunks(part)):
                    if place == 0 and key.endswith(XML_ENDINGS):
                        refuse_document_type(chunk)
                    sha.update(chunk)
                self._digests[key] = sha.hexdigest()
            except PartError:
                self._digests[key] = ""
        return self._digests[key]

    def xml(self, part: str) -> Element:
        """A part's root element, parsed anew at each call.

        Raises PartError, OversizedError or UnsafeMarkupError.
        """
        data = self.read(part)
        self._parsed.spend(max(len(data), _LEAST_PARSED_BYTES))
        try:
            return parse(data)
        except BrokenMarkupError as error:
            raise PartError(f"{part} is not XML: {error}") from error

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part refers to, by relationship id; "/" is the package itself. Raises as `xml` does."""
        key = part.lower()
        if key not in self._relationships:
            folder, name = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{name}.rels")
            self._relationships[key] = _relationships(self.xml(rels), part, self._related) if rels in self else {}
        return self._relationships[key]

    def related(self, part: str, kind: str) -> str:
        """The part that `part` refers to by the first relationship of this kind, or empty."""
        for relationship in self.relationships(part).values():
            if relationship.kind == kind and not relationship.external:
                return relationship.target
        return ""

    def content_type(self, part: str) -> str:
        """A part's media type as the package declares it, else as its ending suggests, else empty."""
        if self._types is None:
            self._types = self._read_content_types()
        overrides, defaults = self._types
        declared = overrides.get(part.lower()) or defaults.get(posixpath.splitext(part)[1].lower().lstrip("."))
        return declared or mimetypes.guess_type(part)[0] or ""

    def write_copy(self, target: Path, parts: Mapping[str, bytes]) -> None:
        """Write the package to `target` with the content of `parts` in place of theirs, or added after all others.

        Every other entry keeps its bytes and its place; the same package and parts give the same file. Raises OSError,
        PartError.
        """
        replaced = {name.lower(): data for name, data in parts.items()}
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for part, entry in self._entries.items():
                like = _entry_like(entry)
                if part in replaced:
                    copy.writestr(like, replaced[part])
                    continue
                with copy.open(like, "w", force_zip64=entry.file_size >= zipfile.ZIP64_LIMIT) as stream:
                    for chunk in self._chunks(part):
                        stream.write(chunk)
            for name, data in parts.items():
                if name not in self:
                    copy.writestr(_new_entry(name), data)

    def _read_content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        try:
            root = self.xml("/[Content_Types].xml")
        except PartError:
            return {}, {}
        overrides = {e.get("PartName", "").lower(): e.get("ContentType", "") for e in root.iter("{*}Override")}
        defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter("{*}Default")}
        return overrides, defaults

    def _chunks(self, part: str) -> Iterator[bytes]:
        """A part's bytes in pieces. Read in pieces because `read()` inflates everything before it trusts the size."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise PartError(f"{part} is missing from the file")
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except ZIP_FAULTS as error:
            raise PartError(f"{part} cannot be unpacked: {error}") from error
        except OSError as error:
            if _is_misplaced(error):
                raise PartError(f"{part} cannot be unpacked: {error}") from error
            raise


def _is_misplaced(error: OSError) -> bool:
    """Whether the zip's directory, and not the drive, is at fault: it names a place before the file's beginning."""
    return error.errno == errno.EINVAL


def _by_part_name(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Entries by part name in lower case: part names do not depend on case (ECMA-376 Part 2)."""
    return {"/" + entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}


def _entry_like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry to be written with the name, date, kind and compression of another."""
    like = zipfile.ZipInfo(entry.filename, entry.date_time)
    # What Python cannot write is packed as every presentation is.
    kept = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    like.compress_type = entry.compress_type if kept else zipfile.ZIP_DEFLATED
    like.external_attr = entry.external_attr
    return like


def _new_entry(part: str) -> zipfile.ZipInfo:
    """An entry for a part that was not there; without today's date, so that equal content gives equal files."""
    entry = zipfile.ZipInfo(part.lstrip("/"))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _relationships(root: Element, source: str, account: Account) -> dict[str, Relationship]:
    """The relationships written in a .rels part; of several with the same id the first counts."""
    found: dict[str, Relationship] = {}
    for element in root.iter("{*}Relationship"):
        account.spend(1)
        rel_id = element.get("Id", "")
        external = element.get("TargetMode", "").lower() == "external"
        target = element.get("Target", "")
        kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
        found.setdefault(rel_id, Relationship(rel_id, kind, target if external else _resolve(source, target), external))
    return found


def _resolve(source: str, target: str) -> str:
    """The part name a target means: absolute, or relative to the folder of `source`; dots never leave the package."""
    plain = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source) or "/", plain)).replace("//", "/")
