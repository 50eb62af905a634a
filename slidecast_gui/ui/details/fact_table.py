"""Pairs of a name and a value, as the details pane shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from slidecast_gui.ui.look.theme import SPACE
from slidecast_gui.ui.look.wrapped_label import WrappedLabel


class FactTable(QWidget):
    """A heading and its pairs; labels are made once and used again. Hidden while there is nothing to show."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(heading)
        title.setProperty("role", "section")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE // 2 + 1)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, WrappedLabel]] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(title)
        outer.addLayout(self._grid)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows these pairs in place of earlier ones."""
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (name, value) in enumerate(self._rows):
            used = number < len(facts)
            name.setVisible(used)
            value.setVisible(used)
            if used:
                name.setText(facts[number][0])
                value.setText(facts[number][1])
        self.setVisible(bool(facts))

    @property
    def name_width(self) -> int:
        """How wide the longest name shown is."""
        return max((name.sizeHint().width() for name, _ in self._rows if not name.isHidden()), default=0)

    def align(self, width: int) -> None:
        """Puts the values as far to the right as those of another table are."""
        self._grid.setColumnMinimumWidth(0, width)

    def _add_row(self) -> None:
        name, value = QLabel(), WrappedLabel()
        name.setProperty("role", "fact")
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(name, len(self._rows), 0)
        self._grid.addWidget(value, len(self._rows), 1)
        self._rows.append((name, value))
