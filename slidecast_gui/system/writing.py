"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A place in the same folder to write a file at. It is renamed to `path` at the end, or removed after an error.

    Raises OSError where it cannot be renamed.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()


def write_whole(path: Path, text: str) -> None:
    """Writes a small file, with the folder made where it is missing. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside(path) as part:
        part.write_text(text, encoding="utf-8")
