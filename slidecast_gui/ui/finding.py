"""What the list shows: what is searched for, what the filters leave, and what has just been added."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal

from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.joblist.filter_chips import Filter
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.jobs_page import JobsPage
from slidecast_gui.ui.pages import Pages
from slidecast_gui.ui.top_bar import TopBar
from slidecast_gui.ui.turns import Turns
from slidecast_gui.ui.worded import worded


class Finding(QObject):
    """The list follows the search and the filters. `found` tells that other jobs may be in it than before."""

    found = Signal()

    def __init__(
        self,
        model: JobModel,
        page: JobsPage,
        bar: TopBar,
        pages: Pages,
        banner: Banner,
        count: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`count` brings up to date what is counted over all jobs, and with it which page is shown."""
        super().__init__(parent)
        self.banner = banner
        self._model = model
        self._page = page
        self._bar = bar
        self._pages = pages
        self._count = count
        self._turns = Turns(self)
        bar.searched.connect(lambda _text: self.find())
        bar.left.connect(self._to_list)
        page.chips.chosen_changed.connect(self.find)
        page.filters.past.changed.connect(self.find)
        page.nothing.all_wanted.connect(self._show_all)

    @worded
    def find(self) -> None:
        """Shows what is wanted now; the job that was chosen stays so where it is among that."""
        chosen = self._page.list.chosen
        # What is chosen then is told once, at the end.
        with QSignalBlocker(self._page.list):
            self._model.show(self._page.filters.wanted(self._bar.search.text().strip()))
            if chosen:
                self._page.list.choose(chosen[0].job_id)
            # Details of something are more use than none, above all of the only deck that has failed.
            self._page.list.choose_first()
        self.found.emit()

    def show_added(self, job_ids: Sequence[str]) -> None:
        """New decks must not hide behind a filter, nor behind another page."""
        self._pages.go_home()
        if self._page.chips.chosen not in (Filter.ALL, Filter.QUEUE):
            self._page.chips.choose(Filter.ALL)
        self._bar.search.clear()
        self._turns.take(self.find, self._count, lambda: self._choose_added(job_ids))

    def stop(self) -> None:
        """Nothing is looked for any more; to be called before the list of jobs is closed."""
        self._turns.stop()
        self._bar.stop()

    def _choose_added(self, job_ids: Sequence[str]) -> None:
        if job_ids:
            self._page.list.choose(job_ids[0])
            self._page.list.setFocus()

    def _to_list(self) -> None:
        """From the search down to what it has found."""
        self.find()
        (self._page.list if self._model.rowCount() else self._page.nothing.all).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_all(self) -> None:
        """Nothing was found: nothing is filtered any more, and the keyboard is in the list again."""
        self._bar.search.clear()
        self._page.filters.show_all()
        self.find()
        self._page.list.setFocus()
