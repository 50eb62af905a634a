"""Taking what is dragged as a copy, and in no other way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_COPY = Qt.DropAction.CopyAction


class CopyDrops(QObject):
    """Makes a widget a place to drop something, and watches the drags across it.

    `hovers` tells whether something welcome is above it; `dropped` carries what was dropped, after the sender has been
    let go. The action is always *copy*; a sender that only offers to move its file is refused.
    """

    hovers = Signal(bool)
    dropped = Signal(object)

    def __init__(self, place: QWidget, welcome: Callable[[QMimeData], object | None]) -> None:
        """`welcome` says what of a drag would be taken here; None lets it through to what lies below."""
        super().__init__(place)
        self._welcome = welcome
        place.setAcceptDrops(True)
        place.installEventFilter(self)

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
        if self._welcome(event.mimeData()) is not None and accept_copy(event):
            self.hovers.emit(True)
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        dropped = self._welcome(event.mimeData())
        self.hovers.emit(False)
        if dropped is not None and accept_copy(event):
            # Later: the file manager waits for this to return.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(dropped))


def accept_copy(event: QDropEvent) -> bool:
    """Accepts a drag, also while it enters and moves, where its sender offers a copy; else it is ignored.

    A sender whose offer to move is accepted deletes the presenter's file. It may offer nothing but to move: then
    asking for a copy changes nothing, and the drag must not be accepted at all.
    """
    if not event.possibleActions() & _COPY:
        event.ignore()
        return False
    event.setDropAction(_COPY)
    event.accept()
    return True
