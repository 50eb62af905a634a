"""A line in the window that says something: a picture, a sentence, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import SPACE, Theme

_PICTURE = 20


class MessageLine(QFrame):
    """Hidden while there is nothing to say. A subclass adds its buttons to `_row`, and shows its picture."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        """`name` is the one under which the style sheet has its colours."""
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._picture = QLabel()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        self._row.setSpacing(SPACE + SPACE // 2)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._sentence, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty while the line is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def _show_picture(self, name: str, color: str) -> None:
        side = self._theme.scaled(_PICTURE)
        self._picture.setPixmap(icons.tinted_icon(name, color).pixmap(side, side))
