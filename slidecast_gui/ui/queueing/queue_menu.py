"""The menu of what is done with the whole queue."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from slidecast_gui.jobs import Hold
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.menu_entries import MenuEntries
from slidecast_gui.ui.queueing.when_done import WhenDone


class QueueMenu(QObject):
    """Pause all, pause after the current one, go on, retry what failed; signals say what was chosen.

    `when_done` holds what is to follow the last job.
    """

    pause_all = Signal()
    pause_after_current = Signal()
    go_on = Signal()
    retry_failed = Signal()

    def __init__(self, menu: QMenu, theme: Theme) -> None:
        super().__init__(menu)
        self._forbidden = False
        add = partial(MenuEntries(theme, self).add, menu)
        self.pause_entry = add(self.tr("&Pause all"), "pause", self.pause_all.emit, "Ctrl+Shift+P")
        after = self.tr("Pause after the &current one")
        self.after_entry = add(after, "waiting", self.pause_after_current.emit, "Ctrl+Shift+A")
        self.go_on_entry = add(self.tr("&Go on"), "start", self.go_on.emit, "Ctrl+G")
        menu.addSeparator()
        self.retry_entry = add(self.tr("&Retry all failed"), "retry", self.retry_failed.emit, "Ctrl+Shift+R")
        menu.addSeparator()
        self.when_done = WhenDone(menu.addMenu(self.tr("When all is &done")))

    def offer_hold(self, hold: Hold) -> None:
        """Enables what would change how the queue is held."""
        self.pause_entry.setEnabled(hold is not Hold.ALL and not self._forbidden)
        self.after_entry.setEnabled(hold is Hold.OFF and not self._forbidden)
        self.go_on_entry.setEnabled(hold is not Hold.OFF and not self._forbidden)

    def offer_retry(self, *, any_failed: bool) -> None:
        """Enables trying again where something has failed."""
        self.retry_entry.setEnabled(any_failed and not self._forbidden)

    def forbid(self, sentence: str) -> None:
        """Nothing of this can be done, and the sentence says why; an empty one allows what is offered from then on."""
        self._forbidden = bool(sentence)
        for entry in (self.pause_entry, self.after_entry, self.go_on_entry, self.retry_entry):
            forbid(entry, sentence)
