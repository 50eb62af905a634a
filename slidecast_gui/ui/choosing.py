"""What follows from the jobs that are chosen in the list, and what is done with them there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.jobs import JobStore
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.joblist.card_menu import CardMenu
from slidecast_gui.ui.joblist.job_actions import JobAction, possible
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.jobs_page import JobsPage
from slidecast_gui.ui.menus import Menus
from slidecast_gui.ui.pages import Pages
from slidecast_gui.ui.worded import worded

_DETAILS_AFTER_MS = 20


class Choosing(QObject):
    """Menus and details follow the choice; a card's buttons, its menu and a double click are answered."""

    def __init__(
        self,
        store: JobStore,
        model: JobModel,
        page: JobsPage,
        pages: Pages,
        menus: Menus,
        commands: Commands,
        banner: Banner,
        window: QWidget,
    ) -> None:
        """`window` is what the menu at a card belongs to."""
        super().__init__(window)
        self.banner = banner
        self._store = store
        self._model = model
        self._page = page
        self._pages = pages
        self._menus = menus
        self._commands = commands
        self.card_menu = CardMenu(menus.action, window)
        page.list.asked.connect(self._asked)
        page.list.activated.connect(self._activated)
        page.list.chosen_changed.connect(self.follow)
        page.list.menu_wanted.connect(self._open_card_menu)
        # A drive answers for one file after another.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._offer)
        # When the list has been painted: both together are too much for one turn.
        self._later = QTimer(self, singleShot=True, interval=_DETAILS_AFTER_MS)
        self._later.timeout.connect(self._show_details)
        for disk in (model.missing, model.decks):
            disk.changed.connect(lambda _key: self.follow_soon())

    def follow(self) -> None:
        """Offers what can be done with the chosen jobs now, and shows their details."""
        # What was to follow soon is done with this.
        self._soon.stop()
        self._later.stop()
        self._offer()
        self._show_details()

    @Slot()
    def follow_soon(self) -> None:
        """The same in the next turns of the event loop, the details last."""
        self._soon.start()
        if not self._later.isActive():
            self._later.start()

    def stop(self) -> None:
        """Nothing is followed later; to be called before the list of jobs is closed."""
        for timer in (self._soon, self._later):
            timer.stop()
            timer.timeout.disconnect()

    @worded
    def _offer(self) -> None:
        # On another page its keys are that page's own.
        self._menus.offer([] if self._pages.is_away else self._page.list.chosen, self._model.standing)

    @worded
    def _show_details(self) -> None:
        jobs = self._page.list.chosen
        if len(jobs) == 1:
            missing = self._model.missing.is_missing(jobs[0])
            self._page.details.show_job(jobs[0], self._store.events(jobs[0].job_id), missing=missing)
        else:
            self._page.details.show_many(jobs)

    @worded
    def _asked(self, action: str, job_id: str) -> None:
        """A button on a card."""
        self._commands.run(JobAction(action), [self._store.get(job_id)])

    def _activated(self, index: QModelIndex) -> None:
        """Return or a double click opens a job: its video, or the slides that are to become one."""
        job = self._model.job(index)
        if job is not None:
            self._commands.run(JobAction.PLAY if JobAction.PLAY in possible(job) else JobAction.SLIDES, [job])

    def _open_card_menu(self, at: QPoint) -> None:
        self.card_menu.fill(self._page.list.chosen, self._model.standing)
        self.card_menu.popup(at)
