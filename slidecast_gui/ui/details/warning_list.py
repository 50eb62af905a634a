"""What is to be noticed in a job's video, each slide a click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.ui.details.details_text import Complaint
from slidecast_gui.ui.look.theme import SPACE
from slidecast_gui.ui.look.wrapped_label import WrappedLabel
from slidecast_gui.ui.wording import counted_warnings


class WarningList(QWidget):
    """One row for each; `slide_wanted` tells which slide is to be shown. Hidden while there is nothing to notice."""

    slide_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warnings")
        self._shown: Sequence[Complaint] = ()
        self._rows: list[QWidget] = []
        self._title = WrappedLabel("section")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE // 2)
        outer.addWidget(self._title)
        outer.addLayout(self._grid)

    def show_warnings(self, complaints: Sequence[Complaint]) -> None:
        """Lists these; a list that has not changed keeps its buttons, and with them the focus."""
        self.setVisible(bool(complaints))
        if complaints == self._shown:
            return
        self._shown = complaints
        for widget in self._rows:
            widget.hide()
            widget.deleteLater()
        self._rows.clear()
        self._title.setText(counted_warnings(len(complaints)))
        for row, complaint in enumerate(complaints):
            self._add(row, complaint)

    def _add(self, row: int, complaint: Complaint) -> None:
        text = WrappedLabel("warning")
        text.setText(complaint.text)
        self._rows.append(text)
        if complaint.slide is None:
            self._grid.addWidget(text, row, 0, 1, 2)
            return
        link = QPushButton(self.tr("Slide {n}").format(n=complaint.slide))
        link.setProperty("look", "inline")
        link.setToolTip(self.tr("Opens this slide, with its script"))
        link.setAccessibleName(self.tr("Open slide {n}").format(n=complaint.slide))
        link.setAccessibleDescription(complaint.text)
        link.clicked.connect(lambda _checked=False, slide=complaint.slide: self.slide_wanted.emit(slide))
        self._rows.append(link)
        self._grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
