"""Makes files of the list of jobs, and jobs of a file: as `slidecast-gui jobs` does, and with the same functions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.database.backups import copy_database
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.store.exporting import export_queue, read_queue_file, write_history, write_queue
from slidecast_gui.ui import questions
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.list_menu import ListMenu
from slidecast_gui.ui.worded import worded

_log = logging.getLogger(__name__)

_Result = TypeVar("_Result")


class ListFiles(QObject):
    """Asks where, does it, and says in the banner what came of it.

    Rows are read and written here, on the window's thread; files in another one, because a drive may be slow.
    """

    _ended = Signal(object)

    def __init__(self, store: JobStore, queue: JobQueue, menu: ListMenu, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self.banner = banner
        self._store = store
        self._queue = queue
        self._window = window
        self._stopped = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._on_ended)
        menu.import_wanted.connect(self.import_queue)
        menu.export_wanted.connect(self.export_queue)
        menu.history_wanted.connect(self.export_history)
        menu.backup_wanted.connect(self.back_up)

    def stop(self) -> None:
        """Ends what is being written or read; to be called before the list of jobs is closed."""
        self._stopped = True
        self._pool.waitForDone()

    @Slot()
    def back_up(self) -> None:
        """Copies the whole list of jobs to one file."""
        target = self._target("slidecast-jobs.sqlite3", {"sqlite3": self.tr("Lists of jobs")})
        if target is not None:
            told = self.tr("The list of jobs was backed up to “{file}”.").format(file=target)
            # Through connections of its own: the store's belongs to this thread.
            self._away(partial(copy_database, self._store.path, target), partial(self._tell, [told]))

    @Slot()
    @worded
    def export_history(self) -> None:
        """Writes all jobs as CSV or JSON, by the ending that is chosen."""
        jobs = self._store.history()
        if not jobs:
            self.banner.say([self.tr("There are no jobs yet, so there is nothing to export.")])
            return
        kinds = {"csv": self.tr("For spreadsheets"), "json": self.tr("For programs")}
        target = self._target("slidecast-history.csv", kinds)
        if target is not None:
            told = self.tr("The history was exported to “{file}”, with {n} jobs in it.")
            told = told.format(file=target, n=len(jobs))
            self._away(partial(write_history, jobs, target), partial(self._tell, [told]))

    @Slot()
    @worded
    def export_queue(self) -> None:
        """Writes the decks that are not done yet, to be imported elsewhere."""
        waiting = len(self._store.queue())
        if not waiting:
            self.banner.say([self.tr("No deck waits to be rendered, so there is nothing to export.")])
            return
        target = self._target("slidecast-queue.json", {"json": self.tr("Queues")})
        if target is not None:
            told = self.tr("The queue was exported to “{file}”, with {n} decks in it.")
            exported = export_queue(self._store)
            sentences = [told.format(file=target, n=waiting)]
            if exported.sounds_left:
                left = self.tr("The sounds given to slides ({n}) are not in it; add them again where it is imported.")
                sentences.append(left.format(n=exported.sounds_left))
            self._away(partial(write_queue, exported, target), partial(self._tell, sentences))

    @Slot()
    def import_queue(self) -> None:
        """Adds the decks of an exported queue; they wait until they are started."""
        source = questions.which_queue(self._window, _documents())
        if source is not None:
            self._away(partial(read_queue_file, source), partial(self._add, source))

    @Slot(object)
    def _on_ended(self, finish: Callable[[], None]) -> None:
        """What is still on its way when everything ends would find a closed list of jobs."""
        if not self._stopped:
            finish()

    def _target(self, name: str, kinds: dict[str, str]) -> Path | None:
        return questions.where_to_save(self._window, _documents() / name, kinds)

    def _add(self, source: Path, text: str) -> None:
        added = self._queue.import_queue(text, source.parent)
        if added:
            told = self.tr("1 deck was added; it waits until you start it.")
            if len(added) > 1:
                told = self.tr("{n} decks were added; they wait until you start them.").format(n=len(added))
            self.banner.say([told, *(job.renamed for job in added if job.renamed)], good=True)

    def _tell(self, sentences: Sequence[str], _nothing: None) -> None:
        self.banner.say(sentences, good=True)

    def _refuse(self, error: SlidecastError) -> None:
        _log.warning("%s: %s %s", error.kind, error.sentence, error.detail)
        self.banner.say([error.sentence])

    def _away(self, work: Callable[[], _Result], then: Callable[[_Result], None]) -> None:
        """Does `work` in the other thread, and `then` with its result here; its error is said."""

        def run() -> None:
            try:
                result = work()
            except SlidecastError as error:
                self._ended.emit(partial(self._refuse, error))
            else:
                self._ended.emit(partial(then, result))

        self._pool.start(run)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
