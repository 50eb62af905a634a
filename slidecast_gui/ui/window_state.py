"""Where the window was, how wide its parts were, which filter was chosen. Losing it loses nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from slidecast_gui.jobs.database.ordering import Order
from slidecast_gui.ui.joblist.filter_chips import Filter
from slidecast_gui.ui.joblist.period import Period
from slidecast_gui.ui.jobs_page import JobsPage

_FIRST_SIZE = QSize(1180, 760)
_TITLE_BAR = 40
"""About what a system adds on top of a window, in device-independent pixels; it tells only when the window is shown."""
_FIRST_SPLIT = [840, 340]


def restore(state: QSettings, window: QMainWindow, page: JobsPage) -> bool:
    """Puts everything where it was; returns whether the details are shown."""
    geometry, split = state.value("geometry"), state.value("splitter")
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        # What is restored, Qt itself fits to the screen.
        window.resize(fitting(_FIRST_SIZE, window.screen().availableSize()))
    if not (isinstance(split, QByteArray) and page.splitter.restoreState(split)):
        page.splitter.setSizes(_FIRST_SPLIT)
    chosen = state.value("filter")
    if chosen in tuple(Filter):
        page.chips.choose(Filter(chosen))
    period, order = state.value("period"), state.value("order")
    page.filters.past.choose(
        Period(period) if period in tuple(Period) else Period.ANY,
        Order(order) if order in tuple(Order) else Order.NEWEST,
    )
    shown = str(state.value("details", "true")) == "true"
    page.details.setVisible(shown)
    return shown


def save(state: QSettings, window: QMainWindow, page: JobsPage) -> None:
    """Remembers everything; a file that cannot be written is passed over in silence."""
    state.setValue("geometry", window.saveGeometry())
    state.setValue("splitter", page.splitter.saveState())
    state.setValue("filter", page.chips.chosen.value)
    state.setValue("period", page.filters.past.period.value)
    state.setValue("order", page.filters.past.order.value)
    state.setValue("details", "true" if not page.details.isHidden() else "false")
    state.sync()


def fitting(size: QSize, screen: QSize) -> QSize:
    """The size of a window that is to be wholly on a screen with that much room, its title bar too."""
    return size.boundedTo(QSize(screen.width(), screen.height() - _TITLE_BAR))


def bring_forward(window: QWidget) -> None:
    """Puts a window before all others, as far as the system lets a program do so, and gives it the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
