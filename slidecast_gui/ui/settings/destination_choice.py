"""Choosing where videos go: beside each deck, or into one folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.theme import Theme

_OTHER = object()


class DestinationChoice(Choice):
    """Beside each deck, the folder that was chosen, or another one."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """`picked` carries a folder's path, or empty text for beside the deck."""
        super().__init__(theme, parent)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(17)
        self._folder = ""
        self.set_folder("")
        self.activated.connect(self._choose)

    @property
    def folder(self) -> str:
        """The chosen folder, or empty text for beside each deck."""
        return self._folder

    def set_folder(self, folder: str) -> None:
        """Shows a choice made before."""
        self._folder = folder
        self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("Beside each deck"), "")
        if folder:
            self.addItem(Path(folder).name or folder, folder)
        self.addItem(self.tr("Choose a folder…"), _OTHER)
        self.setCurrentIndex(1 if folder else 0)
        self.setItemData(self.currentIndex(), folder or self.currentText(), Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(False)

    def _choose(self, row: int) -> None:
        value = self.itemData(row)
        if value is _OTHER:
            value = QFileDialog.getExistingDirectory(self, self.tr("Where videos go"), self._folder) or self._folder
        changed = value != self._folder
        self.set_folder(str(value))
        if changed:
            self.picked.emit(self._folder)
