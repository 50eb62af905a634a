"""Two quiet drop-downs beside the filters: how far back, and what comes first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from slidecast_gui.jobs.database.ordering import Order
from slidecast_gui.ui.joblist.period import Period
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP

_PERIODS: Mapping[Period, str] = {
    Period.ANY: QT_TRANSLATE_NOOP("PastChoices", "Any time"),
    Period.TODAY: QT_TRANSLATE_NOOP("PastChoices", "Today"),
    Period.WEEK: QT_TRANSLATE_NOOP("PastChoices", "This week"),
    Period.MONTH: QT_TRANSLATE_NOOP("PastChoices", "This month"),
    Period.YEAR: QT_TRANSLATE_NOOP("PastChoices", "This year"),
}
_ORDERS: Mapping[Order, str] = {
    Order.NEWEST: QT_TRANSLATE_NOOP("PastChoices", "Newest first"),
    Order.OLDEST: QT_TRANSLATE_NOOP("PastChoices", "Oldest first"),
    Order.NAME: QT_TRANSLATE_NOOP("PastChoices", "Name"),
    Order.LONGEST: QT_TRANSLATE_NOOP("PastChoices", "Longest"),
    Order.STATE: QT_TRANSLATE_NOOP("PastChoices", "State"),
}


class PastChoices(QWidget):
    """Of past jobs only; the queue has one order, that in which it is rendered."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.periods = Choice(theme)
        self.orders = Choice(theme)
        for period, words in _PERIODS.items():
            self.periods.addItem(self.tr(words), period)
        for order, words in _ORDERS.items():
            self.orders.addItem(self.tr(words), order)
        self.periods.setAccessibleName(self.tr("Time"))
        self.periods.setToolTip(self.tr("Show past jobs of this time only"))
        self.orders.setAccessibleName(self.tr("Order"))
        self.orders.setToolTip(self.tr("What comes first among past jobs"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        for choice in (self.periods, self.orders):
            choice.setProperty("look", "quiet")
            choice.setAccessibleDescription(choice.toolTip())
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
            row.addWidget(choice)

    @property
    def period(self) -> Period:
        """The chosen time."""
        return Period(str(self.periods.value))

    @property
    def order(self) -> Order:
        """The chosen order."""
        return Order(str(self.orders.value))

    def choose(self, period: Period, order: Order) -> None:
        """Chooses both."""
        self.periods.select(period)
        self.orders.select(order)
