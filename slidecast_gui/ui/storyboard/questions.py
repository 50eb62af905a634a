"""Asking where the copy of a deck is to be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from slidecast_gui.ui.translation import say


def which_copy(parent: QWidget, deck: Path) -> Path | None:
    """The file for a copy of `deck` with its scripts; None where the presenter thinks better of it."""
    suggested = deck.with_name(say("{deck} with scripts").format(deck=deck.stem) + deck.suffix)
    title = say("Save scripts into a copy of the deck")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), f"{say('Decks')} (*{deck.suffix})")
    return Path(chosen) if chosen else None
