"""The line over the list: what is shown, from when, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from slidecast_gui.ui.joblist.card_layout import SIDE, WIDEST
from slidecast_gui.ui.joblist.filter_chips import Filter, FilterChips
from slidecast_gui.ui.joblist.listing import Wanted
from slidecast_gui.ui.joblist.past_choices import PastChoices
from slidecast_gui.ui.joblist.period import Period
from slidecast_gui.ui.look.theme import SPACE, Theme


class FilterRow(QWidget):
    """Chips and drop-downs beside each other, or below where that is too wide."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = FilterChips()
        self.past = PastChoices(theme)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SIDE, 0, SIDE, 0)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        self._beside: bool | None = None
        self._place(beside=True)

    def wanted(self, text: str) -> Wanted:
        """What is chosen here, with a text that is searched for."""
        return Wanted(self.chips.chosen.statuses, text, self.past.period, self.past.order)

    def show_all(self) -> None:
        """Leaves nothing out; the order stays."""
        self.chips.choose(Filter.ALL)
        self.past.choose(Period.ANY, self.past.order)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the chips, whatever lies beside them now."""
        widest = max(self.chips.minimumSizeHint().width(), self.past.minimumSizeHint().width())
        # Where the window is low, it is the list that gives way.
        return QSize(widest + 2 * SIDE, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the drop-downs where there is room for them, and no farther to the right than the cards below go."""
        super().resizeEvent(event)
        self._grid.setContentsMargins(SIDE, 0, max(SIDE, self.width() - SIDE - WIDEST), 0)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """A chip that counts more jobs is wider."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def _settle(self) -> None:
        needed = self.chips.sizeHint().width() + self.past.sizeHint().width() + 2 * SIDE + SPACE
        self._place(beside=needed <= self.width())

    def _place(self, *, beside: bool) -> None:
        if beside is not self._beside:
            self._beside = beside
            places = ((0, 0, 1, 1), (0, 2, 1, 1)) if beside else ((0, 0, 1, 3), (1, 0, 1, 3))
            for part, place in zip((self.chips, self.past), places, strict=True):
                self._grid.removeWidget(part)
                self._grid.addWidget(part, *place)
            # Beside the higher drop-downs the chips stand on the middle of the line.
            self._grid.setAlignment(self.chips, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))
