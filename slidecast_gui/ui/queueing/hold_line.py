"""A line over the list while the queue is held: why nothing starts, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from slidecast_gui.jobs import Hold
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say

_SENTENCES = {
    Hold.AFTER_CURRENT: QT_TRANSLATE_NOOP(
        "Wording", "The queue pauses after what is being rendered now; nothing else starts."
    ),
    Hold.ALL: QT_TRANSLATE_NOOP("Wording", "The queue is paused; decks that wait start when you let it go on."),
}


class HoldLine(QFrame):
    """Hidden while the queue starts jobs as they come."""

    go_on_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("hold")
        self._picture = QLabel()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self.tr("Go on"))
        self.button.setToolTip(self.tr("Let the queue start jobs again"))
        self.button.setAccessibleDescription(self.button.toolTip())
        self.button.clicked.connect(lambda: self.go_on_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE + SPACE // 2)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_hold(Hold.OFF)

    @property
    def text(self) -> str:
        """What is said now; empty while the line is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def show_hold(self, hold: Hold) -> None:
        """Says how the queue is held."""
        sentence = say(_SENTENCES[hold]) if hold in _SENTENCES else ""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)

    def forbid(self, sentence: str) -> None:
        """The queue cannot be let go, and the sentence says why; an empty one allows it."""
        forbid(self.button, sentence)

    def _restyle(self) -> None:
        self._picture.setPixmap(
            icons.tinted_icon("pause", self._theme.tones.accent).pixmap(self._theme.scaled(20), self._theme.scaled(20))
        )
