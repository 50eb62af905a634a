"""What a drop, a file dialog or a folder brings: decks to add, and files that cannot be decks with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from slidecast_gui.deck import DECK_ENDINGS, DeckError, check_file, find_decks
from slidecast_gui.ui.translation import say

OTHER_PRESENTATIONS = (".key", ".sxi", ".fodp")
"""Endings of presentations that only other programs read."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not added, and the sentence that says why."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """A drop, looked at: what to add, and what not."""

    decks: tuple[Path, ...] = ()
    refused: tuple[Refused, ...] = ()


def local_paths(mime: QMimeData) -> list[Path]:
    """The files and folders of a drag that lie on this computer, in their order."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def is_welcome(mime: QMimeData) -> bool:
    """Whether the cursor should promise that something can be dropped: a deck, or a folder that may hold some.

    Decided by names alone, as this runs while the mouse moves. Presentations of other programs are let in as well:
    the presenter means them as decks, and the banner can say what to do.
    """
    return any(path.suffix.lower() in DECK_ENDINGS + OTHER_PRESENTATIONS or path.is_dir() for path in local_paths(mime))


def sort_paths(paths: Iterable[Path], stopped: Callable[[], bool] = lambda: False) -> Sorted:
    """Looks into folders and at each file's first bytes; every deck appears once.

    Once `stopped` says so, what has been looked at until then is returned.
    """
    decks: dict[Path, None] = {}
    refused: list[Refused] = []
    for path in paths:
        if stopped():
            break
        if path.is_dir():
            found = find_decks(path, stopped)
            decks.update(dict.fromkeys(found))
            if not found and not stopped():
                refused.append(Refused(path, say("There are no decks in “{folder}”.").format(folder=path.name)))
            continue
        try:
            check_file(path)
        except DeckError as error:
            refused.append(Refused(path, error.sentence))
        else:
            decks[path] = None
    return Sorted(tuple(decks), tuple(refused))
