"""The copy of a deck with the edited scripts as its notes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from slidecast_gui.deck import Deck, check_notes_writable, write_notes
from slidecast_gui.errors import SlidecastError
from slidecast_gui.rehearsal.messages import CopyWritten


def write_copy(deck: Deck, scripts: Mapping[str, str], original: Path, target: Path) -> CopyWritten:
    """Write `deck`, which was read from a snapshot of `original`, to `target` with other notes: whole or not at all.

    Raises DeckError for a deck into which no notes can be written, SlidecastError where `target` is `original` or has
    another ending, OSError.
    """
    check_notes_writable(deck)
    if _is_same_file(original, target):
        raise SlidecastError("copy-on-itself", f"“{target.name}” is the deck itself; give the copy another name.")
    ending = original.suffix
    if ending and target.suffix.lower() != ending.lower():
        # PowerPoint opens no file whose ending is not that of its kind.
        raise SlidecastError("copy-ending", f"The copy of “{original.name}” has to end with “{ending}” as well.")
    part = target.with_name(f".{target.stem}.part")
    try:
        write_notes(deck, scripts, part)
        part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return CopyWritten(str(target))


def _is_same_file(original: Path, target: Path) -> bool:
    """Whether both are one file, also under other names; what is not there is no file's other name."""
    with suppress(OSError):
        return original.samefile(target)
    return original == target
