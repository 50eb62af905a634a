"""Sounds that presenters give to slides: copied, so that a job finds them whatever becomes of the originals."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from slidecast_gui.system.writing import beside

_UNUSED_AFTER_S = 24 * 3600
"""A sound is kept before the row that names it is written; one that nobody names after a day was forgotten."""


def keep_sound(source: Path, folder: Path) -> str:
    """Copy a sound file into `folder`; its name there, by its content, so that the same sound is kept once.

    Raises OSError.
    """
    with source.open("rb") as file:
        name = hashlib.file_digest(file, "sha256").hexdigest() + source.suffix.lower()
    kept = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    with beside(kept) as part:
        shutil.copyfile(source, part)
    return name


def forget_unused_sounds(folder: Path, used: Collection[str]) -> None:
    """Remove the kept sounds that no job names any more."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        # One that another program has open, or that is gone already, is left to the next launch.
        with suppress(OSError):
            if path.name not in used and time.time() - path.stat().st_mtime > _UNUSED_AFTER_S:
                path.unlink()
