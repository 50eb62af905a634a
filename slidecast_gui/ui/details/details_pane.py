"""Everything about the selected job, beside the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job, JobEvent
from slidecast_gui.jobs.estimate import estimate_told
from slidecast_gui.ui.details import details_text
from slidecast_gui.ui.details.fact_table import FactTable
from slidecast_gui.ui.details.file_list import FileList
from slidecast_gui.ui.details.next_steps import NextSteps
from slidecast_gui.ui.details.story import Story
from slidecast_gui.ui.details.trouble import Trouble
from slidecast_gui.ui.details.warning_list import WarningList
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.job_actions import JobAction, menu_text, possible, tip
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.look.wrapped_label import WrappedLabel
from slidecast_gui.ui.wording import state

_PICTURE = QSize(288, 162)


class DetailsPane(QScrollArea):
    """Shows one job, or says how many are selected. Asks for nothing itself but pictures."""

    action_wanted = Signal(str)
    """A `JobAction` for the selected jobs."""
    remedy_wanted = Signal(str)
    """A `Remedy` for the failure of the job that is shown."""
    slide_wanted = Signal(int)
    """This slide of the job is to be shown."""
    log_wanted = Signal()
    show_wanted = Signal(str)
    """This file is to be shown in its folder."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._job: Job | None = None
        self._picture = QLabel()
        self._name = WrappedLabel("title")
        self._state = WrappedLabel("muted")
        self._reason = WrappedLabel("muted")
        self._steps = NextSteps(theme)
        self._trouble = Trouble()
        self._warnings = WarningList()
        self._results = FactTable(self.tr("Deck and video"))
        self._settings = FactTable(self.tr("Settings"))
        self._files = FileList()
        self._story = Story()
        self._change_action = JobAction.SETTINGS
        self._of_one: Sequence[QWidget] = (
            self._picture,
            self._reason,
            self._steps,
            self._trouble,
            self._results,
            self._warnings,
            self._settings,
            self._files,
            self._story,
        )
        self._forbidden = ""
        self.change = QPushButton()
        self.change.setObjectName("change")
        self.change.setProperty("look", "link")
        self.change.clicked.connect(lambda: self.action_wanted.emit(self._change_action))
        self._lay_out()
        self._steps.wanted.connect(self.action_wanted)
        self._trouble.remedy_wanted.connect(self.remedy_wanted)
        self._warnings.slide_wanted.connect(self.slide_wanted)
        self._files.show_wanted.connect(self.show_wanted)
        self._story.log_wanted.connect(self.log_wanted)
        thumbnails.arrived.connect(self._picture_arrived)

    @property
    def job(self) -> Job | None:
        """The job that is shown, where it is one."""
        return self._job

    def show_job(self, job: Job, events: Sequence[JobEvent], *, missing: bool = False) -> None:
        """Shows a job as it is now, with its story; `missing` tells that its video has gone."""
        self._job = job
        words, _, _ = state(job, missing=missing)
        self._name.setText(job.title)
        self._state.setText(words if job.title == job.name else f"{words}  ·  {job.name}")
        gone = self.tr("The video is no longer where it was made; locate it, or render the deck again.")
        self._reason.setText(gone if missing else card_text.waits_for(job))
        self._reason.setVisible(bool(self._reason.text()))
        self._show_picture()
        self._steps.show_job(job, missing=missing)
        self._trouble.show_job(job)
        self._results.show_facts(details_text.result_facts(job, estimate_told(events, job.attempts)))
        self._warnings.show_warnings(details_text.warnings(events, job.attempts))
        self._settings.show_facts(details_text.settings_facts(job))
        tables = self._results, self._settings
        for table in tables:
            table.align(max(other.name_width for other in tables))
        self._files.show_files(details_text.files(job))
        self._story.show_job(job, events)
        self._offer_change([job])

    def show_many(self, jobs: Sequence[Job]) -> None:
        """Says what the pane is for, or how many jobs are selected."""
        self._job = None
        count = len(jobs)
        chosen = self.tr("{n} jobs are selected").format(n=count)
        self._name.setText(chosen if count else self.tr("No job is selected"))
        self._state.setText("" if count else self.tr("Select a job to see its settings, warnings and files."))
        for widget in self._of_one:
            widget.hide()
        self._offer_change(jobs)

    def lead(self, *, leads: bool) -> None:
        """Whether the next step is here: there is one button that stands out, and decks to render come first."""
        self._steps.lead(leads=leads)
        self._trouble.lead(leads=leads)

    def forbid(self, sentence: str) -> None:
        """No job can be changed or rendered again, and the sentence says why; an empty one allows it."""
        self._forbidden = sentence
        self.change.setEnabled(not sentence)
        self._steps.forbid(sentence)
        self._trouble.forbid(sentence)

    def _lay_out(self) -> None:
        self.setObjectName("details")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Details of the selected job"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_PICTURE.width() + 6 * SPACE)
        content = QWidget()
        content.setObjectName("detailsContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        self._picture.setProperty("role", "portrait")
        blocks: Sequence[tuple[int, Sequence[QWidget]]] = (
            (0, (self._picture, self._name, self._state, self._reason)),
            (SPACE // 2, (self._trouble, self._steps)),
            (SPACE, (self._results, self._warnings, self._settings, self.change, self._files, self._story)),
        )
        for space, widgets in blocks:
            # What is hidden takes no space with it.
            block = QVBoxLayout()
            block.setSpacing(SPACE + space)
            for widget in widgets:
                block.addWidget(widget)
            column.addSpacing(space)
            column.addLayout(block)
        block.setAlignment(self.change, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(content)

    def _show_picture(self) -> None:
        path = self._job.thumbnail_path if self._job else ""
        picture = self._thumbnails.picture(path)
        self._picture.setVisible(picture is not None)
        if picture is not None:
            shown = _scaled(picture, self.devicePixelRatioF())
            self._picture.setPixmap(shown)
            # One pixel more on each side for the frame: a white slide has no edge of its own.
            self._picture.setFixedSize(shown.deviceIndependentSize().toSize() + QSize(2, 2))

    def _picture_arrived(self, path: str) -> None:
        if self._job is not None and self._job.thumbnail_path == path:
            self._show_picture()

    def _offer_change(self, jobs: Sequence[Job]) -> None:
        """Jobs that wait are changed before ended ones are rendered again, where some of both are selected."""
        may = {action for job in jobs for action in possible(job)} & {JobAction.SETTINGS, JobAction.AGAIN}
        self.change.setVisible(bool(may))
        self._change_action = JobAction.SETTINGS if JobAction.SETTINGS in may else JobAction.AGAIN
        self.change.setText(menu_text(self._change_action).replace("&", ""))
        self.change.setToolTip(self._forbidden or tip(self._change_action))
        self.change.setAccessibleDescription(self.change.toolTip())


def _scaled(picture: QPixmap, ratio: float) -> QPixmap:
    """The picture in the pane's box, sharp on a screen of `ratio`."""
    made = picture.scaled(
        _PICTURE * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    made.setDevicePixelRatio(ratio)
    return made
