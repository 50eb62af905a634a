"""Encoded packets as bytes for the store of pieces.

A piece is a stream's header and packets in their order; nothing else is needed, because all times follow from where
the timeline puts the piece.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from slidecast_gui.video.errors import MovieError

_MAGIC = b"slidecast piece 1\n"
_COUNT = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class Piece:
    """`header` is the codec's extradata; `packets` are whole access units in decoding order."""

    header: bytes
    packets: tuple[bytes, ...]

    def to_bytes(self) -> bytes:
        """What the store keeps."""
        parts = (self.header, *self.packets)
        sizes = b"".join(_COUNT.pack(len(part)) for part in parts)
        return b"".join((_MAGIC, _COUNT.pack(len(parts)), sizes, *parts))

    @classmethod
    def from_bytes(cls, data: bytes) -> Piece:
        """The piece that `to_bytes` wrote. Raises MovieError("piece") for bytes that are damaged or something else."""
        try:
            parts = list(_parts(data))
        except struct.error as error:
            raise _damaged(str(error)) from error
        if not parts:
            raise _damaged("no header")
        return cls(parts[0], tuple(parts[1:]))


def _parts(data: bytes) -> Iterable[bytes]:
    """The byte strings of a stored piece."""
    if not data.startswith(_MAGIC):
        raise _damaged("another kind of file")
    (count,) = _COUNT.unpack_from(data, len(_MAGIC))
    sizes = struct.unpack_from(f"<{count}I", data, len(_MAGIC) + _COUNT.size)
    start = len(_MAGIC) + _COUNT.size * (count + 1)
    if start + sum(sizes) != len(data):
        raise _damaged(f"{len(data)} bytes, {start + sum(sizes)} announced")
    for size in sizes:
        yield data[start : start + size]
        start += size


def _damaged(detail: str) -> MovieError:
    """The error of bytes that are no piece."""
    return MovieError("piece", "A stored part of the video is damaged; render again with an empty cache.", detail)
