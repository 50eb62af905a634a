"""Makes a whole window a place to drop decks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.dropping import drops
from slidecast_gui.ui.dropping.copying import accept_copy
from slidecast_gui.ui.dropping.drop_veil import DropVeil
from slidecast_gui.ui.look.theme import Theme


class DropTarget(QObject):
    """Watches a window's drags. `dropped` carries the paths, after the sender has been let go.

    The action is always *copy*; a sender that only offers to move its file is refused.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.veil = DropVeil(theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Decides when a drag enters, so that the cursor never lies."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDragMoveEvent):
            accept_copy(event)
        elif isinstance(event, QDropEvent):
            self._drop(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
        elif event.type() == QEvent.Type.Resize and self.veil.isVisible():
            self.veil.cover()
            return False
        else:
            return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if drops.is_welcome(event.mimeData()) and accept_copy(event):
            self.veil.cover()
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        self.veil.hide()
        if not accept_copy(event):
            return
        paths = drops.local_paths(event.mimeData())
        # Later: the file manager waits for this to return.
        QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))
