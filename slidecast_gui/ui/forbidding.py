"""What would write into a list of jobs that can only be read is disabled, and says why; until it can be written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.translation import say

_WORDS_BEFORE = "words before it was forbidden"


class Forbiddable(Protocol):
    """A part of the window that writes."""

    def forbid(self, sentence: str) -> None:
        """Nothing that writes can be done, and the sentence says why; an empty one allows it again."""


def forbid(what: QWidget | QAction, sentence: str) -> None:
    """Disables a button or a menu entry and lets it say why; an empty sentence gives it back what it said before."""
    before = what.property(_WORDS_BEFORE)
    if sentence and before is None:
        what.setProperty(_WORDS_BEFORE, [what.toolTip(), _more(what)])
    elif not sentence and before is None:
        return
    elif not sentence:
        what.setProperty(_WORDS_BEFORE, None)
    tip, more = (sentence, sentence) if sentence else before
    what.setEnabled(not sentence)
    what.setToolTip(tip)
    if isinstance(what, QAction):
        what.setStatusTip(more)
    else:
        what.setAccessibleDescription(more)


class Forbidding(QObject):
    """Forbids the parts of a window as long as its list of jobs can only be read; `allowed` comes when it can."""

    allowed = Signal()

    def __init__(
        self, store: JobStore, queue: JobQueue, parts: Sequence[Forbiddable], banner: Banner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._parts = parts
        self._banner = banner
        queue.writable.connect(self._allow)
        if store.unwritable is not None:
            self._forbid(store.unwritable.sentence)

    @Slot()
    def _allow(self) -> None:
        self._forbid("")
        told = [self.tr("The list of jobs can be written again.")]
        if self._store.recovery is not None:
            told.append(say(self._store.recovery.sentence))
        self._banner.say(told, good=self._store.recovery is None)
        self.allowed.emit()

    def _forbid(self, sentence: str) -> None:
        for part in self._parts:
            part.forbid(sentence)


def _more(what: QWidget | QAction) -> str:
    return what.statusTip() if isinstance(what, QAction) else what.accessibleDescription()
