"""What is shown in place of a video that cannot be played here: why, and another way to see it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import SPACE, Theme

_PICTURE = QSize(24, 24)


class Refusal(QWidget):
    """A sentence, and the button that opens the video elsewhere."""

    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "lead")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self.tr("Open in the system’s player"))
        self.button.setProperty("look", "primary")
        self.button.setToolTip(self.tr("Plays the video with this computer’s own program for videos"))
        self.button.setAccessibleDescription(self.button.toolTip())
        self.button.clicked.connect(lambda: self.open_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 3 * SPACE, 6 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._sentence)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """The sentence."""
        return self._sentence.text()

    def say(self, sentence: str, *, can_open: bool) -> None:
        """Shows the sentence; the button only where there is a file to open."""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.button.setVisible(can_open)

    def _restyle(self) -> None:
        picture = icons.tinted_icon("movie", self._theme.tones.muted)
        self._picture.setPixmap(picture.pixmap(_PICTURE, self.devicePixelRatioF()))
