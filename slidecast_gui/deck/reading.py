"""From a path to a Deck."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.files import FileKind, identify
from slidecast_gui.deck.legacy import to_presentation
from slidecast_gui.deck.model import Deck
from slidecast_gui.deck.pdf import read_pdf
from slidecast_gui.deck.presentation import read_presentation
from slidecast_gui.events import Event


def read_deck(
    path: Path,
    scratch: Path,
    cancelled: Callable[[], bool] | None = None,
    report: Callable[[Event], None] = lambda _event: None,
) -> Deck:
    """Read the presentation file at `path`, whatever its name ends with.

    `scratch` is a folder of this job; a converted deck is left in it as long as `Deck.source` is used. Raises
    DeckError for what is no deck we can render, and Cancelled soon after `cancelled()` becomes true. `report` is told
    of each call that may never return.
    """
    try:
        kind = identify(path)
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if kind is FileKind.PDF:
            return read_pdf(path, sha256, report)
        source = path if kind is FileKind.PRESENTATION else to_presentation(path, kind, scratch, cancelled)
        return read_presentation(source, path, sha256)
    except OSError as error:
        raise refusals.unreadable(path, error) from error
