"""The menu at a card: what can be done with the chosen jobs, the next step first, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui.joblist.job_actions import JobAction, offered, possible
from slidecast_gui.ui.joblist.standing import Standing

_LAST = (JobAction.REMOVE, JobAction.DELETE)
"""Set apart, where no hand in a hurry comes by."""


class CardMenu(QMenu):
    """Holds the actions of the menu bar, with their shortcuts; what cannot be done is left out instead of greyed."""

    def __init__(self, entry_of: Callable[[JobAction], QAction], parent: QWidget | None = None) -> None:
        """`entry_of` gives the action's entry in the menu bar."""
        super().__init__(parent)
        self._entry_of = entry_of
        self.setToolTipsVisible(True)

    def fill(self, jobs: Sequence[Job], standing: Callable[[Job], Standing]) -> None:
        """What can be done with at least one of the jobs."""
        self.clear()
        first = _union(offered(job, standing(job)) for job in jobs)
        everything = _union(possible(job, standing(job)) for job in jobs)
        near = [action for action in first if action not in _LAST]
        rarer = [action for action in everything if action not in (*near, *_LAST)]
        apart = [action for action in _LAST if action in everything]
        for group in (near, rarer, apart):
            if group and not self.isEmpty():
                self.addSeparator()
            self.addActions([self._entry_of(action) for action in group])
        if near:
            self.setDefaultAction(self._entry_of(near[0]))


def _union(actions: Iterable[Sequence[JobAction]]) -> list[JobAction]:
    """Each once, in the order in which they come."""
    return list(dict.fromkeys(action for some in actions for action in some))
