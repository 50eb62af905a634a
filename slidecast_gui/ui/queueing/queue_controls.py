"""Connects what stops the whole queue and lets it go on with what shows it: the menu, and the line over the list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.ui.queueing.hold_line import HoldLine
from slidecast_gui.ui.queueing.queue_menu import QueueMenu


class QueueControls(QObject):
    """Follows the queue, which may also be held by another process or by its last job's end."""

    def __init__(self, queue: JobQueue, menu: QueueMenu, line: HoldLine, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._menu = menu
        self._line = line
        menu.pause_all.connect(queue.pause_all)
        menu.pause_after_current.connect(queue.pause_after_current)
        menu.go_on.connect(queue.go_on)
        menu.retry_failed.connect(queue.retry_failed)
        line.go_on_wanted.connect(queue.go_on)
        queue.hold_changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        hold = self._queue.hold
        self._menu.offer_hold(hold)
        self._line.show_hold(hold)
