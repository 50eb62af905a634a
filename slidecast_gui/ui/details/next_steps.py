"""The obvious next steps with a job, as buttons with words on them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.joblist.job_actions import JobAction, plain_text, tip
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.flow import FlowLayout
from slidecast_gui.ui.look.main_button import mark_main
from slidecast_gui.ui.look.theme import Theme

_LEADING = (JobAction.PLAY, JobAction.LOCATE)
_STEPS = (*_LEADING, JobAction.SHOW, JobAction.SLIDES)


class NextSteps(QWidget):
    """Few of all the actions there are: the menu has the others. `wanted` carries the `JobAction` that was chosen."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leads = False
        row = FlowLayout(self)
        self.buttons = {action: self._button(action) for action in _STEPS}
        for button in self.buttons.values():
            row.addWidget(button)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_job(self, job: Job, *, missing: bool) -> None:
        """Offers what can be done with this job; `missing` tells that its video has gone."""
        steps = steps_of(job, missing=missing)
        for action, button in self.buttons.items():
            button.setVisible(action in steps)
        self.show()

    def lead(self, *, leads: bool) -> None:
        """Whether the way to the video is what a presenter would do next."""
        self._leads = leads
        self._restyle()

    def forbid(self, sentence: str) -> None:
        """Nothing can be changed, and the sentence says why (an empty one allows it); what only shows something can."""
        for action, button in self.buttons.items():
            if action.writes:
                forbid(button, sentence)

    def _button(self, action: JobAction) -> QPushButton:
        button = QPushButton(self.tr("Watch") if action is JobAction.PLAY else plain_text(action))
        button.setToolTip(tip(action))
        button.setAccessibleDescription(tip(action))
        button.clicked.connect(lambda: self.wanted.emit(action))
        return button

    def _restyle(self) -> None:
        for action, button in self.buttons.items():
            is_main = self._leads and action in _LEADING
            mark_main(button, main=is_main)
            tones = self._theme.tones
            icons.before_text(button, action.value, tones.accent_text if is_main else tones.text)


def steps_of(job: Job, *, missing: bool) -> tuple[JobAction, ...]:
    """What is offered for a job: its video where it has one, and its slides whatever its state."""
    if job.status is not JobStatus.DONE:
        return (JobAction.SLIDES,)
    return (JobAction.LOCATE, JobAction.SLIDES) if missing else (JobAction.PLAY, JobAction.SHOW, JobAction.SLIDES)
