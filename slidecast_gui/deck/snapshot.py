"""A deck as it is at one moment, so that saving or deleting it meanwhile cannot mix two versions in one video."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.files import FileKind, identify
from slidecast_gui.deck.pdf import NOTES_ENDINGS

_BLOCK = 1 << 20
_TRIES = 5


def take_snapshot(path: Path, folder: Path) -> Path:
    """Copy the deck, and a PDF's notes that lie beside it, into `folder` under their own names; the copy's path.

    Raises DeckError for what is no deck, before anything is copied, or cannot be read to its end as one version;
    OSError where `folder` cannot be written.
    """
    kind = identify(path)
    inside = folder / "deck"
    inside.mkdir(parents=True, exist_ok=True)
    if kind is FileKind.PDF:
        for beside in (path.with_suffix(ending) for ending in NOTES_ENDINGS):
            if beside.is_file():
                _copy(beside, inside)
    return _copy(path, inside)


def _copy(path: Path, folder: Path) -> Path:
    """A copy of one version: a program that writes over the file while it is read would leave half of each in it."""
    copy = folder / path.name
    for _ in range(_TRIES):
        before = _version(path)
        with copy.open("wb") as target:
            for block in _blocks(path):
                target.write(block)
        if _version(path) in (before, None):
            return copy
    raise refusals.being_written(path)


def _version(path: Path) -> tuple[int, int] | None:
    """What changes when somebody writes the file; None where it has been taken away, and so is written no more."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


def _blocks(path: Path) -> Iterator[bytes]:
    """The file in blocks; errors of reading it are told apart from those of writing the copy."""
    try:
        with path.open("rb") as source:
            while block := source.read(_BLOCK):
                yield block
    except OSError as error:
        raise refusals.unreadable(path, error) from error
