"""How a job went, line by line, to unfold; and what to give to somebody who is to find out why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job, JobEvent
from slidecast_gui.ui.details import story_text
from slidecast_gui.ui.details.bug_report import bug_report
from slidecast_gui.ui.look.flow import FlowLayout
from slidecast_gui.ui.look.theme import SPACE

_FEWEST_LINES, _MOST_LINES = 6, 16


class Story(QWidget):
    """Folded until the presenter wants it; it stays unfolded from then on. `log_wanted` asks for the program's log."""

    log_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._events: Sequence[JobEvent] = ()
        self.unfold = QPushButton(self.tr("Story"))
        self.unfold.setObjectName("story")
        self.unfold.setProperty("look", "link")
        self.unfold.setCheckable(True)
        self.unfold.setToolTip(self.tr("What has happened to this job, line by line"))
        self.unfold.setAccessibleDescription(self.unfold.toolTip())
        self._lines = QPlainTextEdit()
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setAccessibleName(self.tr("Story"))
        self._lines.setAccessibleDescription(self.unfold.toolTip())
        self.copy = _button(self.tr("Copy for a bug report"), self.tr("Copies versions, settings, story and errors"))
        self.log = _button(self.tr("Show log"), self.tr("Shows the file in which Slidecast notes what it does"))
        self._below = QWidget()
        self._lay_out()
        self.unfold.toggled.connect(self._below.setVisible)
        self.unfold.toggled.connect(self._show_lines)
        self.copy.clicked.connect(self._copy_report)
        self.log.clicked.connect(self.log_wanted)
        self._below.hide()

    @property
    def text(self) -> str:
        """The lines, as they are shown."""
        return self._lines.toPlainText()

    def show_job(self, job: Job, events: Sequence[JobEvent]) -> None:
        """Tells the story of this job."""
        self._job, self._events = job, events
        self.show()
        if self.unfold.isChecked():
            self._show_lines()

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.log)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE)
        below.addWidget(self._lines)
        below.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE // 2)
        outer.addWidget(self.unfold, alignment=Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._below)

    def _show_lines(self) -> None:
        """A story that has not changed is left alone: somebody may be reading, or selecting, in it."""
        text = "\n".join(story_text.lines(self._events))
        if text != self.text:
            self._lines.setPlainText(text)
            # In a narrow pane a sentence takes two lines or so.
            lines = min(max(2 * self._lines.blockCount(), _FEWEST_LINES), _MOST_LINES)
            self._lines.setFixedHeight(self._lines.fontMetrics().lineSpacing() * lines)

    def _copy_report(self) -> None:
        if self._job is not None:
            QGuiApplication.clipboard().setText(bug_report(self._job, self._events))


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button
