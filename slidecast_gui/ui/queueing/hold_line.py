"""A line over the list while the queue is held: why nothing starts, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from slidecast_gui.jobs import Hold
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.message_line import MessageLine
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say

_SENTENCES = {
    Hold.AFTER_CURRENT: QT_TRANSLATE_NOOP(
        "Wording", "The queue pauses after what is being rendered now; nothing else starts."
    ),
    Hold.ALL: QT_TRANSLATE_NOOP("Wording", "The queue is paused; decks that wait start when you let it go on."),
}


class HoldLine(MessageLine):
    """Hidden while the queue starts jobs as they come."""

    go_on_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("hold", theme, parent)
        self.button = QPushButton(self.tr("Go on"))
        self.button.setToolTip(self.tr("Let the queue start jobs again"))
        self.button.setAccessibleDescription(self.button.toolTip())
        self.button.clicked.connect(lambda: self.go_on_wanted.emit())
        self._row.addWidget(self.button)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_hold(Hold.OFF)

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
        self._show_picture("pause", self._theme.tones.accent)
