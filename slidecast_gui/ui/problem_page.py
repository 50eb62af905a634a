"""What is shown when the list of jobs cannot be opened: what is wrong, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.errors import SlidecastError
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import SPACE, Theme


class ProblemPage(QWidget):
    """A calm sentence instead of a traceback; the technical text can be unfolded and copied."""

    again_wanted = Signal()

    def __init__(self, error: SlidecastError, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(
            icons.tinted_icon("warning", theme.tones.warn_text).pixmap(theme.scaled(48), theme.scaled(48))
        )
        title = QLabel(self.tr("Slidecast cannot open its list of jobs"))
        title.setProperty("role", "title")
        self._sentence = QLabel(error.sentence)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.setAccessibleName(error.sentence)
        again = QPushButton(self.tr("Try again"))
        again.setProperty("look", "primary")
        again.clicked.connect(self.again_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        outer.setSpacing(2 * SPACE)
        outer.addStretch(1)
        for widget in (picture, title, self._sentence):
            outer.addWidget(widget)
        if error.detail:
            outer.addWidget(self._detail(error.detail, theme))
        outer.addWidget(again, alignment=Qt.AlignmentFlag.AlignLeft)
        outer.addStretch(2)

    @property
    def sentence(self) -> str:
        """What the page says."""
        return self._sentence.text()

    def _detail(self, text: str, theme: Theme) -> QPlainTextEdit:
        detail = QPlainTextEdit(text)
        detail.setReadOnly(True)
        detail.setMaximumHeight(theme.scaled(140))
        detail.setAccessibleName(self.tr("Technical details"))
        return detail


class ProblemWindow(QMainWindow):
    """The window while there is no list of jobs to show. Closing it ends the program; trying again replaces it."""

    again_wanted = Signal()
    gone = Signal()

    def __init__(self, error: SlidecastError, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Slidecast")
        self.page = ProblemPage(error, theme)
        self.page.again_wanted.connect(self.again_wanted)
        self.setCentralWidget(self.page)
        self.resize(860, 560)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the presenter has gone."""
        super().closeEvent(event)
        self.gone.emit()
