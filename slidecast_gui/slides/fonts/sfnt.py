"""What a font file says of itself, read straight from its tables.

A system has hundreds of font files, and a render must know them all before it draws: this reads the four small
tables that matter in well under a millisecond a file, where a full font library takes ten.
Sources: OpenType specification, "Organization of an OpenType Font", `name`, `OS/2`, `head`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_COLLECTION = b"ttcf"
_OUTLINE_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_MOST_FACES = 256
_MOST_TABLES = 512
_MOST_NAME_BYTES = 1 << 20
# Name IDs: family and style for four-style menus, full name, PostScript name, typographic family.
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 4, 6, 16
_ITALIC, _BOLD = 0x01, 0x20


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file.

    `names` are its family, typographic family, full and PostScript names in every language the file has them.
    `index` counts the faces of a collection.
    """

    path: Path
    index: int
    family: str
    names: frozenset[str]
    bold: bool
    italic: bool
    weight: int
    condensed: bool


Tables = dict[bytes, tuple[int, int]]


def read_faces(path: Path) -> tuple[Face, ...]:
    """Return the faces in the font file at `path`; none for a file that is no outline font, or damaged."""
    try:
        with path.open("rb") as file:
            return tuple(
                face
                for index, start in enumerate(_face_starts(file))
                if (face := _read_face(file, path, index, start)) is not None
            )
    except (OSError, struct.error):
        return ()


def face_bytes(path: Path, index: int) -> bytes:
    """Return one face as a font file of its own. Raises OSError where the file cannot be read.

    A face of a collection shares tables with its neighbours; here each table it uses is copied. Offsets change, the
    tables' contents and checksums do not.
    """
    data = path.read_bytes()
    if data[:4] != _COLLECTION:
        return data
    try:
        (start,) = struct.unpack_from(">I", data, 12 + 4 * index)
        (count,) = struct.unpack_from(">H", data, start + 4)
        position, records, bodies = 12 + 16 * count, [], []
        for number in range(count):
            tag, checksum, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
            body = data[offset : offset + length]
            body += b"\0" * (-len(body) % 4)
            records.append(struct.pack(">4sIII", tag, checksum, position, length))
            bodies.append(body)
            position += len(body)
    except struct.error as error:
        raise OSError(f"{path} is not a whole font collection") from error
    return data[start : start + 12] + b"".join(records) + b"".join(bodies)


def _face_starts(file: IO[bytes]) -> tuple[int, ...]:
    magic = file.read(4)
    if magic in _OUTLINE_FONTS:
        return (0,)
    if magic != _COLLECTION:
        return ()
    _version, count = struct.unpack(">II", file.read(8))
    count = min(count, _MOST_FACES)
    return struct.unpack(f">{count}I", file.read(4 * count))


def _read_face(file: IO[bytes], path: Path, index: int, start: int) -> Face | None:
    tables = _tables(file, start)
    if not tables.keys() >= {b"name", b"head", b"cmap"}:
        return None
    families, names = _names(_table(file, tables[b"name"]))
    if not families:
        return None
    head = _table(file, tables[b"head"])
    (mac_style,) = struct.unpack_from(">H", head, 44)
    bold, italic, weight, width_class = bool(mac_style & 1), bool(mac_style & 2), 400, 5
    if b"OS/2" in tables:
        os2 = _table(file, tables[b"OS/2"])
        weight, width_class = struct.unpack_from(">HH", os2, 4)
        (selection,) = struct.unpack_from(">H", os2, 62)
        bold, italic = bold or bool(selection & _BOLD), italic or bool(selection & _ITALIC)
    return Face(
        path,
        index,
        families[0],
        frozenset(names),
        bold,
        italic,
        weight,
        width_class < 5,
    )


def _tables(file: IO[bytes], start: int) -> Tables:
    file.seek(start + 4)
    (count,) = struct.unpack(">H", file.read(2))
    file.seek(start + 12)
    records = file.read(16 * min(count, _MOST_TABLES))
    return {
        tag: (offset, length)
        for tag, _checksum, offset, length in struct.iter_unpack(">4sIII", records[: len(records) // 16 * 16])
    }


def _table(file: IO[bytes], place: tuple[int, int]) -> bytes:
    offset, length = place
    file.seek(offset)
    return file.read(min(length, _MOST_NAME_BYTES))


def _names(table: bytes) -> tuple[list[str], set[str]]:
    """Return the family names, the English one first, and every name the face may be asked for by."""
    _format, count, storage = struct.unpack_from(">HHH", table)
    families: list[tuple[bool, str]] = []
    names: set[str] = set()
    for number in range(count):
        platform, _encoding, language, name_id, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        if name_id not in (_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC):
            continue
        raw = table[storage + offset : storage + offset + length]
        # Platforms 0 (Unicode) and 3 (Windows) hold UTF-16; 1 is the old Macintosh.
        text = raw.decode("mac_roman" if platform == 1 else "utf-16-be", "replace").strip("\0 ")
        if not text:
            continue
        names.add(text)
        if name_id == _FAMILY:
            english = language == 0x409 if platform == 3 else language == 0
            families.append((not english, text))
    return [text for _foreign, text in sorted(families, key=lambda entry: entry[0])], names
