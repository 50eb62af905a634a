"""What went wrong with a job: the sentence, what helps, and the technical text to unfold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui.details.remedies import Remedy, remedy_of, words
from slidecast_gui.ui.joblist.job_actions import JobAction, plain_text, tip
from slidecast_gui.ui.look.main_button import mark_main
from slidecast_gui.ui.look.theme import SPACE
from slidecast_gui.ui.look.wrapped_label import WrappedLabel


class Trouble(QWidget):
    """Hidden for a job that nothing is wrong with. `remedy_wanted` carries the `Remedy` that was asked for."""

    remedy_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remedy = Remedy.RETRY
        self._forbidden = ""
        self._sentence = WrappedLabel("error")
        self.button = QPushButton(plain_text(JobAction.RETRY))
        self.button.setToolTip(tip(JobAction.RETRY))
        self.button.clicked.connect(lambda: self.remedy_wanted.emit(self._remedy))
        self._unfold = QPushButton(self.tr("Technical details"))
        self._unfold.setObjectName("technical")
        self._unfold.setProperty("look", "link")
        self._unfold.setCheckable(True)
        self._unfold.setToolTip(self.tr("What an engineer would like to know"))
        self._detail = QPlainTextEdit()
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setMinimumHeight(150)
        self._detail.setAccessibleName(self.tr("Technical details"))
        self._detail.setAccessibleDescription(self._unfold.toolTip())
        self._unfold.toggled.connect(self._detail.setVisible)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(self._sentence)
        for button in (self.button, self._unfold):
            outer.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._detail)
        self._detail.hide()

    def show_job(self, job: Job) -> None:
        """Shows the job's error; what was unfolded stays so while the text is the same.

        A job that waits for room on a disk has no error, only a reason, which stands elsewhere; but there is help.
        """
        self.setVisible(bool(job.error or job.error_kind))
        self._sentence.setText(job.error)
        self._sentence.setVisible(bool(job.error))
        self._remedy = remedy_of(job)
        text, explanation = words(job)
        self.button.setText(text)
        self.button.setEnabled(not (self._forbidden and self._remedy.writes))
        self.button.setToolTip(explanation if self.button.isEnabled() else self._forbidden)
        self.button.setAccessibleDescription(self.button.toolTip())
        self._unfold.setVisible(bool(job.error_detail))
        if job.error_detail != self._detail.toPlainText():
            self._detail.setPlainText(job.error_detail)
            self._unfold.setChecked(False)

    def lead(self, *, leads: bool) -> None:
        """Whether what helps is what a presenter would do next."""
        mark_main(self.button, main=leads)

    def forbid(self, sentence: str) -> None:
        """Nothing can be rendered or changed, and the sentence says why; an empty one allows it for the next job."""
        self._forbidden = sentence
        self.button.setEnabled(not sentence)
        self.button.setToolTip(sentence)
