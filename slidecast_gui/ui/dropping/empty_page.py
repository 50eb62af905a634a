"""The window without jobs: one large place to drop decks, and a sample for those who have none at hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.ui.dropping.welcome_picture import WelcomePicture
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look.theme import SPACE, Theme


class EmptyPage(QWidget):
    """An invitation. The window takes the drop itself, wherever it falls."""

    add_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.add = QPushButton(self.tr("Add decks…"))
        self.sample = QPushButton(self.tr("Try the sample"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        outer.addStretch(3)
        outer.addWidget(WelcomePicture(theme), alignment=Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(3 * SPACE)
        outer.addWidget(_centred(self.tr("Drop your decks here"), "hero"))
        outer.addSpacing(SPACE)
        outer.addWidget(_centred(self.tr("Each one becomes a narrated video, with captions and chapters."), "lead"))
        outer.addSpacing(3 * SPACE)
        outer.addLayout(self._buttons())
        outer.addSpacing(2 * SPACE)
        outer.addWidget(_centred(self.tr("PowerPoint or PDF, one deck or many, or a whole folder"), "muted"))
        outer.addStretch(4)

    def forbid(self, sentence: str) -> None:
        """Nothing can be added or rendered, and the sentence says why; an empty one allows it."""
        for button in (self.add, self.sample):
            forbid(button, sentence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The edge of the drop zone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("line_strong"), 2)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("surface"))
        margin = 3 * SPACE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(margin, SPACE, -margin, -margin), 20, 20)

    def _buttons(self) -> QHBoxLayout:
        add, sample = self.add, self.sample
        add.setProperty("look", "primary")
        add.setToolTip(self.tr("Choose decks on this computer"))
        add.setAccessibleDescription(add.toolTip())
        add.clicked.connect(self.add_wanted)
        sample.setProperty("look", "link")
        sample.setToolTip(self.tr("Makes a short video about Slidecast, in seconds"))
        sample.setAccessibleDescription(sample.toolTip())
        sample.clicked.connect(self.sample_wanted)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        row.addWidget(add)
        row.addWidget(sample)
        row.addStretch(1)
        return row


def _centred(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
