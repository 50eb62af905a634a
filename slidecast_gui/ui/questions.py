"""Asking for decks and folders, with the system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from slidecast_gui.deck import DECK_ENDINGS

_CONTEXT = "Questions"


def which_decks(parent: QWidget, folder: Path) -> list[Path]:
    """The decks the presenter chooses, beginning in `folder`; none where they think better of it."""
    title = QCoreApplication.translate(_CONTEXT, "Add decks")
    decks = QCoreApplication.translate(_CONTEXT, "Decks")
    everything = QCoreApplication.translate(_CONTEXT, "All files")
    endings = " ".join(f"*{ending}" for ending in DECK_ENDINGS)
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), f"{decks} ({endings});;{everything} (*)")
    return [Path(path) for path in chosen]


def which_folder(parent: QWidget, folder: Path) -> Path | None:
    """The folder whose decks are to be added; the search begins in `folder`."""
    title = QCoreApplication.translate(_CONTEXT, "Add all decks of a folder")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def which_video(parent: QWidget, name: str, folder: Path) -> Path | None:
    """Where the video called `name` has been moved to; the search begins in `folder`, where it was."""
    title = QCoreApplication.translate(_CONTEXT, "Where is “{name}” now?").format(name=name)
    videos = QCoreApplication.translate(_CONTEXT, "Videos")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{videos} (*{Path(name).suffix})")
    return Path(chosen) if chosen else None
