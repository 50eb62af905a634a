"""A deck as it is at one moment, so that saving or deleting it meanwhile cannot mix two versions in one video."""

from __future__ import annotations

import shutil
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.files import identify
from slidecast_gui.deck.pdf import NOTES_ENDINGS


def take_snapshot(path: Path, folder: Path) -> Path:
    """Copy the deck, and notes that lie beside it, into `folder` under their own names; the copy's path.

    Raises DeckError for what is no deck, before anything is copied, and OSError where `folder` cannot be written.
    """
    identify(path)
    inside = folder / "deck"
    inside.mkdir(parents=True, exist_ok=True)
    for beside in (path.with_suffix(ending) for ending in NOTES_ENDINGS):
        if beside != path and beside.is_file():
            shutil.copyfile(beside, inside / beside.name)
    copy = inside / path.name
    try:
        source = path.open("rb")
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    with source, copy.open("wb") as target:
        shutil.copyfileobj(source, target)
    return copy
