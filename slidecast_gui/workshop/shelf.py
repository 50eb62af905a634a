"""The piece store as one render sees it: what it found ready, what it made, and what it must not leave behind."""

from __future__ import annotations

import threading
from collections.abc import Callable

from slidecast_gui.workshop.pieces import PieceStore


class Shelf:
    """Pieces of one render, counted; any number of threads may use it."""

    def __init__(self, pieces: PieceStore) -> None:
        self._pieces = pieces
        # What is not to be kept beyond this render.
        self._passing: dict[str, bytes] = {}
        self._made: set[str] = set()
        self._found: set[str] = set()
        self._lock = threading.Lock()

    @property
    def made(self) -> int:
        """How many pieces were made in this render."""
        return len(self._made)

    @property
    def reused(self) -> int:
        """How many pieces were found ready in the store."""
        return len(self._found - self._made)

    def get(self, key: str) -> bytes | None:
        """The piece, or None where it has to be made."""
        kept = self._passing.get(key) or self._pieces.get(key)
        if kept is not None:
            with self._lock:
                self._found.add(key)
        return kept

    def has(self, key: str) -> bool:
        """Whether the piece is there, without reading it and without counting it."""
        return key in self._passing or self._pieces.has(key)

    def put(self, key: str, piece: bytes, *, lasting: bool = True) -> None:
        """Keep a piece that was made; one that is not `lasting` only as long as this render. Raises OSError."""
        with self._lock:
            self._made.add(key)
        if lasting:
            self._pieces.put(key, piece)
        else:
            self._passing[key] = piece

    def get_or_make(self, key: str, make: Callable[[], bytes], *, lasting: bool = True) -> bytes:
        """The piece, made and kept where it is not there. Raises OSError, and what `make` raises."""
        kept = self.get(key)
        if kept is not None:
            return kept
        made = make()
        self.put(key, made, lasting=lasting)
        return made
