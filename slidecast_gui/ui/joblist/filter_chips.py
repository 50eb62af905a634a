"""The row of filters over the list: everything, the queue, what is done, what failed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from slidecast_gui.jobs import UNFINISHED, JobStatus
from slidecast_gui.ui.look.flow import FlowLayout
from slidecast_gui.ui.look.theme import SPACE
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP


class Filter(StrEnum):
    """One chip."""

    ALL = "all"
    QUEUE = "queue"
    DONE = "done"
    FAILED = "failed"

    @property
    def statuses(self) -> tuple[JobStatus, ...]:
        """The states it lets through; empty for all."""
        return _STATUSES[self]


_STATUSES: Mapping[Filter, tuple[JobStatus, ...]] = {
    Filter.ALL: (),
    Filter.QUEUE: UNFINISHED,
    Filter.DONE: (JobStatus.DONE,),
    Filter.FAILED: (JobStatus.FAILED,),
}
_WORDS: Mapping[Filter, str] = {
    Filter.ALL: QT_TRANSLATE_NOOP("FilterChips", "All"),
    Filter.QUEUE: QT_TRANSLATE_NOOP("FilterChips", "Queue"),
    Filter.DONE: QT_TRANSLATE_NOOP("FilterChips", "Done"),
    Filter.FAILED: QT_TRANSLATE_NOOP("FilterChips", "Failed"),
}


class FilterChips(QWidget):
    """One chip is always chosen; each shows how many jobs it lists."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Filter, QPushButton] = {}
        group = QButtonGroup(self)
        # At large text, or in a narrow window, they take a second line.
        row = FlowLayout(self)
        row.setSpacing(SPACE // 2)
        for choice in Filter:
            chip = QPushButton(self.tr(_WORDS[choice]))
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setToolTip(self.tr("Show only these jobs") if choice is not Filter.ALL else self.tr("Show all jobs"))
            group.addButton(chip)
            row.addWidget(chip)
            self._chips[choice] = chip
        self._chips[Filter.ALL].setChecked(True)
        group.buttonToggled.connect(self._toggled)

    @property
    def chosen(self) -> Filter:
        """The chip that is pressed."""
        return next(choice for choice, chip in self._chips.items() if chip.isChecked())

    def choose(self, choice: Filter) -> None:
        """Presses a chip."""
        self._chips[choice].setChecked(True)

    def chip(self, choice: Filter) -> QPushButton:
        """The button of a filter."""
        return self._chips[choice]

    def count(self, counts: Mapping[JobStatus, int]) -> None:
        """Shows how many jobs there are behind each chip; a nought is left out."""
        for choice, chip in self._chips.items():
            number = sum(counts.get(status, 0) for status in choice.statuses or JobStatus)
            words = self.tr(_WORDS[choice])
            chip.setText(f"{words}  {number}" if number else words)
            chip.setAccessibleName(self.tr("{filter}, {n} jobs").format(filter=words, n=number))

    def _toggled(self, _button: object, pressed: bool) -> None:
        if pressed:
            self.chosen_changed.emit()
