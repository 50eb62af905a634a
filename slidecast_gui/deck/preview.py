"""The small picture of the first slide that the presenter's own program has put into a deck, where it has."""

from __future__ import annotations

from pathlib import Path

from slidecast_gui.deck.bounds import OversizedError, PackageEncryptedError
from slidecast_gui.deck.package import Package, PackageBrokenError, PartError

_PARTS = ("/docProps/thumbnail.jpeg", "/docProps/thumbnail.png", "/Thumbnails/thumbnail.png")
"""Where PowerPoint, others that write its format, and those that write OpenDocument (1.3, part 2, 3.8) put it."""
_MAX_BYTES = 2 << 20
"""Real ones have some 50 kB; Google's and Apple's up to ten times that."""


def embedded_preview(path: Path) -> tuple[bytes, str]:
    """The picture as a file, and its format ("jpeg" or "png"); empty where there is none, or none to be trusted.

    Nothing else of the deck is read, and no XML: it takes a millisecond, whatever the deck's size.
    """
    try:
        with Package(path) as package:
            for part in _PARTS:
                if part in package:
                    return package.read(part, _MAX_BYTES), part.rpartition(".")[2]
    except (OSError, PackageBrokenError, PackageEncryptedError, OversizedError, PartError):
        # Whoever reads the deck says what is wrong with it; without its picture it is only shown without one.
        return b"", ""
    return b"", ""
