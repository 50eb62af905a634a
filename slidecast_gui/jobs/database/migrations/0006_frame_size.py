"""Settings call the frame size `size`: a program that looks for `preset` would render everything in 1080p.

Rows that are there keep their words, which are still read.
"""

from __future__ import annotations

from typing import Any


def up(_migrator: Any, _db: Any) -> None:  # noqa: ANN401 - Peewee ships no types
    """Change nothing; older programs are kept from the file."""
