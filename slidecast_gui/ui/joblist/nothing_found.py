"""What stands in the list's place where a filter or a search leaves nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import UNFINISHED, JobStatus
from slidecast_gui.ui.joblist.listing import Wanted
from slidecast_gui.ui.joblist.period import Period
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.theme import SPACE


class NothingFound(QWidget):
    """Says what there is none of, and leads back."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setProperty("role", "lead")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.all = QPushButton(self.tr("Show all"))
        self.all.setToolTip(self.tr("Clears the search and the filters"))
        self.all.setAccessibleDescription(self.all.toolTip())
        self.all.clicked.connect(lambda: self.all_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.all, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, wanted: Wanted) -> None:
        """What was wanted and is not there. A screen reader says it too: the list it was in has gone."""
        sentence = self._sentence(wanted)
        if sentence == self.label.text() and self.isVisible():
            return
        self.label.setText(sentence)
        self.label.setAccessibleName(sentence)
        if self.isVisible():
            announce(self.label, sentence)

    def _sentence(self, wanted: Wanted) -> str:
        if wanted.text:
            return self.tr("Nothing found for “{text}”.").format(text=wanted.text)
        if wanted.period is not Period.ANY and wanted.statuses != UNFINISHED:
            return self.tr("There is nothing from this time.")
        match wanted.statuses:
            case (JobStatus.FAILED,):
                return self.tr("Nothing has failed.")
            case (JobStatus.DONE,):
                return self.tr("Nothing is done yet.")
            case _:
                return self.tr("Nothing waits to be rendered.")
