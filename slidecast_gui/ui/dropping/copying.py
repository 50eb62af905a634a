"""Taking what is dragged as a copy, and in no other way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

_COPY = Qt.DropAction.CopyAction


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
