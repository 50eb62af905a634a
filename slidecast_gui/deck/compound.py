"""The names of the streams in an OLE compound file: enough to tell what such a file is ([MS-CFB]).

Old .ppt files are compound files, and so is every Office file that is protected by a password.
"""

from __future__ import annotations

import struct
import sys
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_REGULAR_SECTOR = 0xFFFFFFFA
_HEADER_FAT_SECTORS = 109
_ENTRY_BYTES = 128
_MAX_FAT_SECTORS = 8_000
_MAX_DIRECTORY_SECTORS = 4_096
_MAX_SMALL_STREAM_SECTORS = 4_096
_STREAM, _ROOT = 2, 5


class CompoundError(Exception):
    """Not a compound file, or one whose directory cannot be followed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


def read_streams(path: Path) -> dict[str, bytes | None]:
    """The names of a file's streams, each with its content where that is small enough for the mini stream, else None.

    Raises OSError or CompoundError.
    """
    with path.open("rb") as file:
        try:
            return _Sectors(file).streams()
        except (struct.error, IndexError, OverflowError, ValueError) as error:
            raise CompoundError(f"the directory cannot be followed: {error}") from error


class _Sectors:
    """Chains of sectors of one open file. Every chain has an end here, whatever the file says."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        header = file.read(512)
        if header[:8] != MAGIC or len(header) < 512:
            raise CompoundError("no compound file header")
        sector_shift, mini_shift = struct.unpack_from("<HH", header, 30)
        if sector_shift not in (9, 12) or mini_shift != 6:
            raise CompoundError(f"sector sizes 2^{sector_shift} and 2^{mini_shift}")
        self._size = 1 << sector_shift
        self._mini_size = 1 << mini_shift
        self._directory_start = struct.unpack_from("<I", header, 48)[0]
        self._mini_cutoff, self._mini_fat_start = struct.unpack_from("<II", header, 56)
        self._fat = self._read_fat(header)

    def streams(self) -> dict[str, bytes | None]:
        """Names of all streams, with the content of those in the mini stream ([MS-CFB] 2.4 and 2.6)."""
        entries = _entries(self._chain(self._directory_start, _MAX_DIRECTORY_SECTORS))
        root = next((entry for entry in entries if entry.kind == _ROOT), None)
        mini_stream = self._chain(root.start, _MAX_SMALL_STREAM_SECTORS) if root else b""
        mini_fat = _numbers(self._chain(self._mini_fat_start, _MAX_SMALL_STREAM_SECTORS))
        return {
            entry.name: self._mini_content(entry, mini_stream, mini_fat) if entry.size < self._mini_cutoff else None
            for entry in entries
            if entry.kind == _STREAM
        }

    def _mini_content(self, entry: _Entry, mini_stream: bytes, mini_fat: array[int]) -> bytes:
        content = bytearray()
        sector = entry.start
        while len(content) < entry.size and sector < len(mini_fat):
            start = sector * self._mini_size
            content += mini_stream[start : start + self._mini_size]
            sector = mini_fat[sector]
        return bytes(content[: entry.size])

    def _read_fat(self, header: bytes) -> array[int]:
        """The allocation table: its own sectors are listed in the header and, in large files, in a chain (2.5)."""
        places = list(struct.unpack_from(f"<{_HEADER_FAT_SECTORS}I", header, 76))
        following = struct.unpack_from("<I", header, 68)[0]
        while following < _LAST_REGULAR_SECTOR and len(places) < _MAX_FAT_SECTORS:
            numbers = _numbers(self._sector(following))
            if not numbers:
                break
            places += numbers[:-1]
            following = numbers[-1]
        return _numbers(b"".join(self._sector(place) for place in places if place < _LAST_REGULAR_SECTOR))

    def _chain(self, sector: int, limit: int) -> bytes:
        content: list[bytes] = []
        while sector < len(self._fat) and len(content) < limit:
            content.append(self._sector(sector))
            sector = self._fat[sector]
        return b"".join(content)

    def _sector(self, number: int) -> bytes:
        self._file.seek((number + 1) * self._size)
        return self._file.read(self._size)


def _numbers(content: bytes) -> array[int]:
    """The little-endian numbers of 4 bytes in `content`, packed: a large file's table has millions."""
    numbers = array("I", content[: len(content) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _entries(directory: bytes) -> list[_Entry]:
    """The directory's entries (2.6.1): 64 bytes of name, its length, the kind, ..., first sector and size."""
    found = []
    for place in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        name_bytes, kind = struct.unpack_from("<HB", directory, place + 64)
        start, size = struct.unpack_from("<II", directory, place + 116)
        name = directory[place : place + max(0, min(name_bytes, 64) - 2)].decode("utf-16-le", "replace")
        found.append(_Entry(name, kind, start, size))
    return found
