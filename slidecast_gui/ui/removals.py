"""Says what was removed, and brings it back: by the button beside the message, or by the key for undoing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.jobs import Removal
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.look.theme import Theme

_UNDO = "undo"


class Removals(QObject):
    """Nothing is asked before jobs are removed without their files; until the program ends they can come back.

    `changed` tells whether there is something to bring back. `banner` is for the window to lay out.
    """

    changed = Signal(bool)

    def __init__(self, queue: JobQueue, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._removed: list[tuple[str, ...]] = []
        self.banner = Banner(theme)
        self.banner.asked.connect(self.undo)
        queue.removed.connect(self._note)

    @Slot()
    def undo(self) -> None:
        """What was removed last is there again, as it was."""
        if self._removed:
            self._queue.put_back(self._removed.pop())
            self.banner.say([])
            self.changed.emit(bool(self._removed))

    def finish(self) -> None:
        """The window goes, and with it the way back; to be called before the list of jobs is closed."""
        if self._removed:
            self._removed.clear()
            self._queue.forget_removed()

    @Slot(object)
    def _note(self, removal: Removal) -> None:
        if not removal.can_be_undone:
            return
        self._removed.append(removal.jobs)
        one, several = self.tr("1 job was removed."), self.tr("{n} jobs were removed.")
        sentence = one if len(removal.jobs) == 1 else several.format(n=len(removal.jobs))
        self.banner.say([sentence], good=True, buttons=[(_UNDO, self.tr("Undo"))])
        self.changed.emit(True)
