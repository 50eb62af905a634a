"""One quiet line over the storyboard: why it is as it is, and the way out where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import SPACE, Theme


class Notice(QFrame):
    """Hidden while there is nothing to say."""

    again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = "info"
        self.setObjectName("notice")
        self._picture = QLabel()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.again = QPushButton(self.tr("Try again"))
        self.again.setToolTip(self.tr("Reads the deck and draws its slides again"))
        self.again.setAccessibleDescription(self.again.toolTip())
        self.again.clicked.connect(lambda: self.again_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        row.setSpacing(SPACE + SPACE // 2)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.again)
        theme.changed.connect(self._restyle)
        self.say("")

    @property
    def text(self) -> str:
        """What is said now; empty while the line is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str, icon: str = "info", *, again: bool = False) -> None:
        """Says this instead of anything else; `again` offers to try again."""
        self._icon = icon
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.again.setVisible(again)
        self.setVisible(bool(sentence))
        self._restyle()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self._sentence, QAccessible.Event.Alert))

    def _restyle(self) -> None:
        self._picture.setPixmap(
            icons.tinted_icon(self._icon, self._theme.tones.muted).pixmap(
                self._theme.scaled(20), self._theme.scaled(20)
            )
        )
