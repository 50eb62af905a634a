"""Filling the screen with the video, and giving it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

_HIDE_AFTER_MS = 2500


class FullScreen(QObject):
    """Puts a page's window into full screen. There, `controls` and pointer hide when no hand has moved for a while.

    They stay while `may_hide` says no, and while the keyboard is among them: a focus that is not seen is lost.
    """

    changed = Signal(bool)

    def __init__(self, page: QWidget, controls: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._controls = controls
        self._before = Qt.WindowState.WindowNoState
        self._on = False
        self.may_hide = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HIDE_AFTER_MS)
        self._timer.timeout.connect(self.rest)

    @property
    def is_on(self) -> bool:
        """Whether the screen is filled."""
        return self._on

    def toggle(self) -> None:
        """Fills the screen, or gives it back."""
        if self._on:
            self.leave()
            return
        window = self._page.window()
        self._before = window.windowState()
        self._on = True
        self.changed.emit(True)
        window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        self._timer.start()

    def leave(self) -> None:
        """Gives the screen back; the window is as it was before."""
        if not self._on:
            return
        self._on = False
        self._timer.stop()
        self._show_all()
        self._page.window().setWindowState(self._before)
        self.changed.emit(False)

    def wake(self) -> None:
        """A hand has moved: everything is shown again."""
        if self._on:
            self._show_all()
            self._timer.start()

    @Slot()
    def rest(self) -> None:
        """Hides what is over, where nothing speaks against it."""
        focus = QApplication.focusWidget()
        if self.may_hide and not (focus is not None and self._controls.isAncestorOf(focus)):
            self._controls.hide()
            self._page.setCursor(Qt.CursorShape.BlankCursor)

    def _show_all(self) -> None:
        self._controls.show()
        self._page.unsetCursor()
