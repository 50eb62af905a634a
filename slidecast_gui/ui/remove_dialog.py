"""Asks whether the files of jobs are to be deleted: the one part of removing that cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui.look.sheet import Sheet
from slidecast_gui.ui.look.theme import SPACE, Theme

_WIDTH = 420


class RemoveDialog(Sheet):
    """One question. Decks are never touched, and the dialog says so."""

    def __init__(self, jobs: Sequence[Job], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        self.setWindowTitle(self.tr("Remove and delete files"))
        question = self.tr("Delete the video of “{name}”?").format(name=jobs[0].name)
        if len(jobs) > 1:
            question = self.tr("Delete the videos of {n} jobs?").format(n=len(jobs))
        title = QLabel(question)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        words = self.tr("The captions and this row of the list go with it, for good. The deck stays.")
        if len(jobs) > 1:
            words = self.tr("The captions and these rows of the list go with them, for good. The decks stay.")
        note = QLabel(words)
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        outer = QVBoxLayout()
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(title)
        outer.addWidget(note)
        self.fill(outer, self._buttons())

    def _buttons(self) -> QHBoxLayout:
        keep = QPushButton(self.tr("Keep"))
        keep.clicked.connect(self.reject)
        delete = QPushButton(self.tr("Delete"))
        delete.setProperty("look", "primary")
        delete.setDefault(True)
        delete.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(delete)
        return row
