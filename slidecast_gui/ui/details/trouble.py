"""What went wrong with a job: the sentence, what helps, and the technical text to unfold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui.joblist.job_actions import JobAction, plain_text, tip
from slidecast_gui.ui.look.theme import SPACE
from slidecast_gui.ui.look.wrapped_label import WrappedLabel


class Trouble(QWidget):
    """Hidden for a job without an error."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = WrappedLabel("error")
        self.retry = QPushButton()
        self.retry.clicked.connect(self.retry_wanted)
        self._forbidden = ""
        self._word_retry(None)
        self._unfold = QPushButton(self.tr("Technical details"))
        self._unfold.setProperty("look", "link")
        self._unfold.setCheckable(True)
        self._unfold.setToolTip(self.tr("What an engineer would like to know"))
        self._detail = QPlainTextEdit()
        self._detail.setReadOnly(True)
        self._detail.setMinimumHeight(150)
        self._detail.setAccessibleName(self.tr("Technical details"))
        self._detail.setAccessibleDescription(self._unfold.toolTip())
        self._unfold.toggled.connect(self._detail.setVisible)
        buttons = QHBoxLayout()
        buttons.addWidget(self.retry)
        buttons.addWidget(self._unfold)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(self._sentence)
        outer.addLayout(buttons)
        outer.addWidget(self._detail)
        self._detail.hide()

    def show_job(self, job: Job) -> None:
        """Shows the job's error; what was unfolded stays so while the text is the same."""
        self.setVisible(bool(job.error))
        self._sentence.setText(job.error)
        self._word_retry(job)
        self._unfold.setVisible(bool(job.error_detail))
        if job.error_detail != self._detail.toPlainText():
            self._detail.setPlainText(job.error_detail)
            self._unfold.setChecked(False)

    def forbid(self, sentence: str) -> None:
        """Nothing can be rendered again, and the sentence says why."""
        self._forbidden = sentence
        self.retry.setEnabled(False)
        self._word_retry(None)

    def _word_retry(self, job: Job | None) -> None:
        self.retry.setText(plain_text(JobAction.RETRY, job))
        self.retry.setToolTip(self._forbidden or tip(JobAction.RETRY, job))
