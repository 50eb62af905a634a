"""How much a presentation may hold, and how much of it is ever read: what keeps a zip bomb from being one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable

MAX_ENTRIES = 60_000
MAX_XML_BYTES = 20 << 20
"""The most that is parsed: a tree takes about twenty times this. The largest part of real decks seen is under 3 MB."""
MAX_XML_ENTRY_BYTES = 64 << 20
"""The most that XML may unpack to where it is not parsed here, such as a record of many people's changes."""
MAX_PART_BYTES = 4 << 30
MAX_TOTAL_BYTES = 8 << 30
XML_ENDINGS = (".xml", ".rels", ".vml")
_SUSPICIOUS_BYTES, _SUSPICIOUS_RATIO = 64 << 20, 200
# Pictures and films hardly pack at all, so a whole deck that packs so well is made of emptiness.
_SUSPICIOUS_TOTAL_BYTES, _SUSPICIOUS_TOTAL_RATIO = 256 << 20, 50
_ENCRYPTED_FLAG = 0x1


class OversizedError(Exception):
    """More, larger or deeper content than a presentation needs."""


class PackageEncryptedError(Exception):
    """The zip's entries are encrypted."""


class Account:
    """What may be spent of one thing for one deck, however its parts are put together."""

    def __init__(self, what: str, limit: int) -> None:
        """`what` is for the log: "bytes of XML"."""
        self._what, self._limit, self._spent = what, limit, 0

    def spend(self, amount: int) -> None:
        """Raises OversizedError where more than the limit has been spent."""
        self._spent += amount
        if self._spent > self._limit:
            raise OversizedError(f"the deck needs more than {self._limit} {self._what}")


def check_sizes(entries: Iterable[zipfile.ZipInfo], file_bytes: int) -> None:
    """Judge what the zip of `file_bytes` says of itself. Raises OversizedError, PackageEncryptedError."""
    total = 0
    for count, entry in enumerate(entries, start=1):
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise PackageEncryptedError(entry.filename)
        total += entry.file_size
        if count > MAX_ENTRIES:
            raise OversizedError(f"more than {MAX_ENTRIES} entries in the zip")
        if _is_too_large(entry) or total > MAX_TOTAL_BYTES:
            raise OversizedError(f"{entry.filename} unpacks to {entry.file_size} bytes")
    # Of the file and not of what its entries claim: several may share the same packed bytes.
    if total > _SUSPICIOUS_TOTAL_BYTES and total > _SUSPICIOUS_TOTAL_RATIO * file_bytes:
        raise OversizedError(f"{file_bytes} bytes unpack to {total}")


def _is_too_large(entry: zipfile.ZipInfo) -> bool:
    if entry.filename.lower().endswith(XML_ENDINGS):
        return entry.file_size > MAX_XML_ENTRY_BYTES
    ratio = entry.file_size / max(1, entry.compress_size)
    return entry.file_size > MAX_PART_BYTES or (entry.file_size > _SUSPICIOUS_BYTES and ratio > _SUSPICIOUS_RATIO)
