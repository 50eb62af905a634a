"""The pages of the window, and the way back from each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """At home is the list of jobs, or the page of a list without any; what the presenter opens lies over it.

    `away_changed` tells whether something lies over it now.
    """

    away_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._home: QWidget | None = None
        self._is_away = False
        self.currentChanged.connect(self.updateGeometry)

    @property
    def is_away(self) -> bool:
        """Whether another page than the one at home is shown."""
        return self._is_away

    def set_home(self, page: QWidget) -> bool:
        """Makes `page` the one at home; whether it is shown for the first time, or instead of another one."""
        is_new = page is not self._home
        self._home = page
        if not self._is_away:
            self.setCurrentWidget(page)
        return is_new and not self._is_away

    def open(self, page: QWidget) -> None:
        """Shows a page over the one at home."""
        self.setCurrentWidget(page)
        self._set_away(away=True)

    def go_home(self) -> None:
        """Shows the page at home again."""
        if self._home is not None:
            self.setCurrentWidget(self._home)
        self._set_away(away=False)

    def minimumSizeHint(self) -> QSize:
        """That of the page shown: with large text, the largest of all could be too large for the screen."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()

    def _set_away(self, *, away: bool) -> None:
        if away != self._is_away:
            self._is_away = away
            self.away_changed.emit(away)
