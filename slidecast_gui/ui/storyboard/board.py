"""The slides of an open deck: strip, spotlight and panel side by side; or why there are none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.storyboard.slide_model import SlideModel
from slidecast_gui.ui.storyboard.slide_panel import SlidePanel
from slidecast_gui.ui.storyboard.spotlight import Spotlight
from slidecast_gui.ui.storyboard.strip import Strip

_FITS = ((1000, 112, 300), (1800, 168, 344), (1 << 20, 216, 440))
"""Up to which width of the board pictures of the strip and the panel are how wide, in device-independent pixels."""
_SMALL = QSize(440, 330)
_LARGE = QSize(1920, 1920)
_SMALL_KEPT = 250
_LARGE_KEPT = 6


class Board(QWidget):
    """Puts the parts side by side; what happens between them is the page's business."""

    again_wanted = Signal()

    def __init__(self, slides: SlideModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = Thumbnails(_SMALL, _SMALL_KEPT, self)
        self._large = Thumbnails(_LARGE, _LARGE_KEPT, self)
        self.strip = Strip(slides, theme, self._small)
        self.spotlight = Spotlight(theme, self._large, self._small)
        self.panel = SlidePanel(theme)
        self.again = QPushButton(self.tr("Try again"))
        self._sentence = QLabel()
        self._parts = QScrollArea()
        self._instead = QWidget()
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.spotlight, 1)
        row.addWidget(self.panel)
        # Large text may need more room than a small window has: it is scrolled, and nothing is cut off.
        self._parts.setWidget(content)
        self._parts.setObjectName("board")
        self._parts.setWidgetResizable(True)
        self._parts.setFrameShape(QFrame.Shape.NoFrame)
        self._parts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out_instead()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._instead)
        self._stack.addWidget(self._parts)

    @property
    def sentence(self) -> str:
        """What is said instead of slides; empty while they are shown."""
        return "" if self._stack.currentWidget() is self._parts else self._sentence.text()

    def shape(self, ratio: float) -> None:
        """The slides have this width divided by their height."""
        self.strip.shape(ratio)
        self.spotlight.stage.shape(ratio)

    def show_slides(self) -> None:
        """There are some."""
        self._stack.setCurrentWidget(self._parts)

    def show_sentence(self, sentence: str, *, again: bool) -> None:
        """Says why there are none; `again` offers to try again."""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.again.setVisible(again)
        self._stack.setCurrentWidget(self._instead)
        if again:
            self.again.setFocus()

    def forget_picture(self, path: str) -> None:
        """The picture at a path may have changed."""
        self._small.forget(path)
        self._large.forget(path)

    def stop(self) -> None:
        """Ends reading pictures; to be called before the window goes."""
        self._small.stop()
        self._large.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window has a narrower strip and panel, so that the slide itself stays large."""
        super().resizeEvent(event)
        picture, panel = next(fit for until, *fit in _FITS if self.width() < until)
        self.strip.fit(picture)
        self.panel.fit(panel)

    def _lay_out_instead(self) -> None:
        self._sentence.setProperty("role", "lead")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self.again.setProperty("look", "primary")
        self.again.setToolTip(self.tr("Reads the deck again"))
        self.again.setAccessibleDescription(self.again.toolTip())
        self.again.clicked.connect(lambda: self.again_wanted.emit())
        column = QVBoxLayout(self._instead)
        column.setContentsMargins(8 * SPACE, 4 * SPACE, 8 * SPACE, 4 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
