"""Copies of a package for programs that should not see all of it, written without ever holding a whole part of it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from slidecast_gui.deck.bounds import MAX_XML_BYTES
from slidecast_gui.deck.package import ZIP_FAULTS
from slidecast_gui.system.space import MARGIN, DiskFull, free_in

UNREADABLE = (*ZIP_FAULTS, RuntimeError, OSError)
"""What is raised for an entry that cannot be unpacked; RuntimeError is how zipfile says that it is encrypted."""
_BLOCK = 1 << 20


def last_of_each_name(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries to copy: of two with one name the last is read everywhere."""
    return list({entry.filename: entry for entry in package.infolist()}.values())


def require_room(entries: Iterable[zipfile.ZipInfo], folder: Path) -> None:
    """Raises DiskFull where a copy of these entries, unpacked, would not fit into `folder`."""
    needed = sum(entry.file_size for entry in entries) + MARGIN
    if free_in(folder) < needed:
        raise DiskFull(folder, needed, f"a copy of the deck needs {needed} bytes")


def beginning(package: zipfile.ZipFile, entry: zipfile.ZipInfo, size: int) -> bytes:
    """The first `size` bytes of an entry; empty for one that cannot be read."""
    try:
        with package.open(entry) as stream:
            return stream.read(size)
    except UNREADABLE:
        return b""


def whole(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    """An entry that is parsed; None for one that cannot be read, or is larger than anything that should be parsed."""
    if entry.file_size > MAX_XML_BYTES:
        return None
    try:
        with package.open(entry) as stream:
            return stream.read(MAX_XML_BYTES)
    except UNREADABLE:
        return None


def copy_entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo, copy: zipfile.ZipFile) -> bool:
    """Write an entry into `copy`, unpacked; False, with nothing written, for one that cannot be read.

    Raises OSError where `copy` cannot be written.
    """
    # Read once before anything is written: what has been begun in a zip cannot be taken back.
    if not _is_sound(package, entry):
        return False
    like = zipfile.ZipInfo(entry.filename)
    with (
        package.open(entry) as source,
        copy.open(like, "w", force_zip64=entry.file_size >= zipfile.ZIP64_LIMIT) as target,
    ):
        shutil.copyfileobj(source, target, _BLOCK)
    return True


def _is_sound(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    try:
        with package.open(entry) as stream:
            while stream.read(_BLOCK):
                pass
    except UNREADABLE:
        return False
    return True
