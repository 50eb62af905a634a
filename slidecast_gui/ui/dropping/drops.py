"""What a drop, a file dialog or a folder brings: decks to add, and files that cannot be decks with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from slidecast_gui.endings import CONVERTED_ENDINGS, DECK_ENDINGS
from slidecast_gui.ui.translation import say


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

    Decided by names alone, as this runs while the mouse moves; what is only called a deck is refused when it falls.
    """
    return any(path.suffix.lower() in DECK_ENDINGS or path.is_dir() for path in local_paths(mime))


def sort_paths(paths: Iterable[Path], stopped: Callable[[], bool] = lambda: False) -> Sorted:
    """Looks into folders and at each file's first bytes; every deck appears once.

    A deck that only LibreOffice reads is refused where there is none. To be called away from the window's thread: a
    drive may be asleep. Once `stopped` says so, what has been looked at until then is returned.
    """
    # Here, as the window opens sooner without all that reads decks.
    from slidecast_gui.deck import find_decks

    decks: dict[Path, None] = {}
    refused: list[Refused] = []
    for path in paths:
        if stopped():
            break
        if path.is_dir():
            found = find_decks(path, stopped)
            if not found and not stopped():
                refused.append(Refused(path, say("There are no decks in “{folder}”.").format(folder=path.name)))
            doubtful = [deck for deck in found if deck.suffix.lower() in CONVERTED_ENDINGS]
        else:
            found = doubtful = [path]
        unreadable = [Refused(deck, reason) for deck in doubtful if (reason := _reason(deck))]
        refused += unreadable
        decks.update(dict.fromkeys(deck for deck in found if deck not in {one.path for one in unreadable}))
    return Sorted(tuple(decks), tuple(refused))


def _reason(path: Path) -> str:
    """Why a file cannot be rendered; empty where it may be."""
    from slidecast_gui.deck import DeckError, check_file

    try:
        check_file(path)
    except DeckError as error:
        return error.sentence
    return ""
