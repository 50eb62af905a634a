"""What is over the picture: the way back, the title, and what else can be done with the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.player.elided import ElidedLabel
from slidecast_gui.ui.player.player_button import PlayerButton


class Header(QFrame):
    """Only says what is wanted."""

    close_wanted = Signal()
    open_wanted = Signal()
    show_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = PlayerButton(theme, "back", self.tr("Back to the list"), self.tr("Back to the list (Esc)"))
        self._title = ElidedLabel("title")
        self.system = PlayerButton(theme, "open", self.tr("Open in the system’s player"))
        self.show_in_folder = PlayerButton(theme, "folder", self.tr("Show in folder"))
        self.copy = PlayerButton(theme, "copy", self.tr("Copy path"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, SPACE)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.back)
        row.addSpacing(SPACE)
        row.addWidget(self._title, 1)
        for button, wanted in (
            (self.system, self.open_wanted),
            (self.show_in_folder, self.show_wanted),
            (self.copy, self.copy_wanted),
        ):
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, wanted=wanted: wanted.emit())
        self.back.clicked.connect(lambda: self.close_wanted.emit())

    def show_title(self, title: str) -> None:
        """What is played."""
        self._title.setText(title)
