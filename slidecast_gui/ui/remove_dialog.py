"""Asks whether the files of removed jobs are deleted as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui.look.sheet import Sheet
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.tick_box import TickBox

_WIDTH = 420


class RemoveDialog(Sheet):
    """One question, one box to tick. Decks are never touched, and the dialog says so."""

    def __init__(self, jobs: Sequence[Job], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        self.setWindowTitle(self.tr("Remove from the list"))
        question = self.tr("Remove “{name}” from the list?").format(name=jobs[0].name)
        if len(jobs) > 1:
            question = self.tr("Remove {n} jobs from the list?").format(n=len(jobs))
        title = QLabel(question)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        note = QLabel(self.tr("The decks themselves stay where they are."))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self._files = TickBox(self.tr("Also delete the videos and captions that were made"), theme)
        self._files.setVisible(any(job.created_files for job in jobs))
        outer = QVBoxLayout()
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        outer.setSpacing(SPACE)
        for widget in (title, note, self._files):
            outer.addWidget(widget)
        self.fill(outer, self._buttons())

    @property
    def with_files(self) -> bool:
        """Whether the files are to be deleted too."""
        return self._files.isChecked()

    @property
    def files_box(self) -> QCheckBox:
        """The box to tick."""
        return self._files

    def _buttons(self) -> QHBoxLayout:
        keep = QPushButton(self.tr("Keep"))
        keep.clicked.connect(self.reject)
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("look", "primary")
        remove.setDefault(True)
        remove.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(remove)
        return row
