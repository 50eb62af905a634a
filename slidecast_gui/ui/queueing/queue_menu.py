"""The menu of what is done with the whole queue."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from slidecast_gui.jobs import Hold
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import Theme
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
        self._menu = menu
        self._theme = theme
        self._icons: list[tuple[QAction, str]] = []
        self._forbidden = False
        self.pause_entry = self._add(self.tr("&Pause all"), "pause", "Ctrl+Shift+P")
        self.after_entry = self._add(self.tr("Pause after the &current one"), "waiting", "Ctrl+Shift+A")
        self.go_on_entry = self._add(self.tr("&Go on"), "start", "Ctrl+G")
        menu.addSeparator()
        self.retry_entry = self._add(self.tr("&Retry all failed"), "retry", "Ctrl+Shift+R")
        menu.addSeparator()
        self.when_done = WhenDone(menu.addMenu(self.tr("When all is &done")))
        self.pause_entry.triggered.connect(lambda: self.pause_all.emit())
        self.after_entry.triggered.connect(lambda: self.pause_after_current.emit())
        self.go_on_entry.triggered.connect(lambda: self.go_on.emit())
        self.retry_entry.triggered.connect(lambda: self.retry_failed.emit())
        theme.changed.connect(self._restyle)
        self._restyle()

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
        for entry, _picture in self._icons:
            forbid(entry, sentence)

    def _add(self, text: str, picture: str, keys: str) -> QAction:
        entry = self._menu.addAction(text)
        entry.setMenuRole(QAction.MenuRole.NoRole)
        entry.setShortcut(QKeySequence(keys))
        self._icons.append((entry, picture))
        return entry

    def _restyle(self) -> None:
        for entry, picture in self._icons:
            entry.setIcon(icons.icon(picture, self._theme.tones))
