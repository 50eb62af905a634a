"""What a deck's file is at one moment, so that a job notices when it has become another."""

from __future__ import annotations

import hashlib
from pathlib import Path


def deck_sha256(path: str | Path) -> str:
    """The SHA-256 of a file in hexadecimal, as `Deck.sha256` has it; empty where it cannot be read.

    That it cannot is said by the render, whose business it is.
    """
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
