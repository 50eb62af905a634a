"""The files a job made, each a click away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.ui.look.theme import SPACE


class FileList(QWidget):
    """Buttons with file names; `show_wanted` tells which one is to be shown in its folder."""

    show_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._buttons: list[QPushButton] = []
        title = QLabel(self.tr("Files"))
        title.setProperty("role", "section")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(2)
        self._outer.addWidget(title)
        self._outer.addSpacing(SPACE // 2)

    def show_files(self, paths: Sequence[Path]) -> None:
        """Lists these files; a list that has not changed keeps its buttons, and with them the focus."""
        self.setVisible(bool(paths))
        if list(paths) == self._paths:
            return
        self._paths = list(paths)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(path) for path in paths]

    def _button(self, path: Path) -> QPushButton:
        button = QPushButton()
        button.setProperty("look", "file")
        # An ampersand in a file name is not a mnemonic.
        shown = button.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, 250)
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(self.tr("Show {file} in its folder").format(file=path.name))
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.show_wanted.emit(str(path)))
        self._outer.addWidget(button)
        return button
