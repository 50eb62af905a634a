"""Makes the storyboard a place to drop a sound for the chosen slide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.dropping.copying import accept_copy
from slidecast_gui.ui.storyboard.sound_field import sound_of


class SoundDrops(QObject):
    """Watches a page's drags; `dropped` carries a path, `hovers` whether one is above the page. Decks are let through.

    The action is always *copy*; a sender that only offers to move its file is refused.
    """

    dropped = Signal(object)
    hovers = Signal(bool)

    def __init__(self, page: QWidget, is_open: Callable[[], bool]) -> None:
        """`is_open` says whether a sound could be taken now."""
        super().__init__(page)
        self._is_open = is_open
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Decides when a drag enters, so that the cursor never lies."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDragMoveEvent):
            accept_copy(event)
        elif isinstance(event, QDropEvent):
            self._drop(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.hovers.emit(False)
        else:
            return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if sound_of(event.mimeData()) is not None and self._is_open() and accept_copy(event):
            self.hovers.emit(True)
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        path = sound_of(event.mimeData())
        self.hovers.emit(False)
        if not accept_copy(event):
            return
        # Later: the file manager waits for this to return.
        QTimer.singleShot(0, self, lambda: self.dropped.emit(path))
