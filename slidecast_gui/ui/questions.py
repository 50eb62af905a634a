"""Asking for files, folders and names, with the system's own dialogs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from slidecast_gui.endings import DECK_ENDINGS
from slidecast_gui.presets import FILE_ENDING

_CONTEXT = "Questions"


def which_decks(parent: QWidget, folder: Path) -> list[Path]:
    """The decks the presenter chooses, beginning in `folder`; none where they think better of it."""
    title = QCoreApplication.translate(_CONTEXT, "Add decks")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), _decks())
    return [Path(path) for path in chosen]


def which_deck(parent: QWidget, name: str, folder: Path) -> Path | None:
    """Where the deck called `name` is now; the search begins in `folder`."""
    title = QCoreApplication.translate(_CONTEXT, "Where is “{name}” now?").format(name=name)
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), _decks())
    return Path(chosen) if chosen else None


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


def which_queue(parent: QWidget, folder: Path) -> Path | None:
    """The exported queue that is to be imported; the search begins in `folder`."""
    title = QCoreApplication.translate(_CONTEXT, "Import a queue")
    queues = QCoreApplication.translate(_CONTEXT, "Queues")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{queues} (*.json)")
    return Path(chosen) if chosen else None


def which_preset(parent: QWidget, folder: Path) -> Path | None:
    """The exported preset that is to be imported; the search begins in `folder`."""
    title = QCoreApplication.translate(_CONTEXT, "Import a preset")
    presets = QCoreApplication.translate(_CONTEXT, "Presets")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{presets} (*{FILE_ENDING} *.json)")
    return Path(chosen) if chosen else None


def which_name(parent: QWidget, title: str, proposed: str) -> str | None:
    """A name the presenter types; None where they think better of it."""
    label = QCoreApplication.translate(_CONTEXT, "Name")
    name, accepted = QInputDialog.getText(parent, title, label, text=proposed)
    return name if accepted else None


def may_replace(parent: QWidget, name: str) -> bool:
    """Whether what has that name already may go."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate(_CONTEXT, "Slidecast"))
    box.setText(QCoreApplication.translate(_CONTEXT, "Replace “{name}”?").format(name=name))
    replace = box.addButton(QCoreApplication.translate(_CONTEXT, "Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is replace


def where_to_save(parent: QWidget, proposed: Path, kinds: Mapping[str, str]) -> Path | None:
    """The file the presenter wants; `kinds` are the endings to choose from (no dot) and what each is for.

    A name without an ending gets that of the chosen kind here, where Qt still asks before a file is written over.
    """
    title = QCoreApplication.translate(_CONTEXT, "Save as")
    filters = {f"{words} (*.{ending})": ending for ending, words in kinds.items()}
    dialog = QFileDialog(parent, title, str(proposed.parent), ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(next(iter(kinds)))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen]))
    # Without its ending, so that choosing another kind is enough to get one.
    dialog.selectFile(proposed.stem)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = Path(dialog.selectedFiles()[0]) if accepted else None
    dialog.deleteLater()
    return chosen


def _decks() -> str:
    """What a dialog lists: decks, or everything."""
    decks = QCoreApplication.translate(_CONTEXT, "Decks")
    everything = QCoreApplication.translate(_CONTEXT, "All files")
    endings = " ".join(f"*{ending}" for ending in DECK_ENDINGS)
    return f"{decks} ({endings});;{everything} (*)"
