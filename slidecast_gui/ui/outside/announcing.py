"""Tells how the work goes where the presenter looks: status bar, title, task bar, notifications; and what follows."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import Hold, Job, JobNotFound, JobStatus, JobStore
from slidecast_gui.jobs.estimate import estimate_told
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.jobs_page import JobsPage
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.icons import app_icon
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.menus import Menus
from slidecast_gui.ui.outside.batch import Batch, ready_sentence
from slidecast_gui.ui.outside.finished_news import FinishedNews
from slidecast_gui.ui.outside.notices import notice_of, notice_of_all
from slidecast_gui.ui.outside.notifiers import notifier_for
from slidecast_gui.ui.outside.notifying import Notice, Notifier
from slidecast_gui.ui.outside.taskbar import Taskbar, Work
from slidecast_gui.ui.outside.taskbars import taskbar_for
from slidecast_gui.ui.queueing.countdown import Countdown
from slidecast_gui.ui.queueing.when_done import Afterwards
from slidecast_gui.ui.settings.estimates import Estimates, Expected
from slidecast_gui.ui.window_state import bring_forward

_log = logging.getLogger(__name__)

_WORK_AFTER_MS = 50
QUIT_AFTER_S = 10
"""Time to read a sentence and to reach a button."""


class Announcing(QObject):
    """Follows jobs as the window notes them. `status`, `countdown` and the banner of `news` are for the window.

    `list_wanted` asks for the list, in which a job is about to be shown.
    """

    list_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        store: JobStore,
        queue: JobQueue,
        commands: Commands,
        model: JobModel,
        page: JobsPage,
        menus: Menus,
        theme: Theme,
        sounds: Path,
    ) -> None:
        """`menus` are asked what follows the last job; `page` shows one whose notification was clicked.

        `sounds` is the folder of the sounds that presenters have given to slides.
        """
        super().__init__(window)
        self._window = window
        self._store = store
        self._queue = queue
        self._commands = commands
        self._model = model
        self._jobs = page.list
        self._when_done = menus.queue.when_done
        self._batch = Batch()
        self._work: Work | None = None
        # Not in the turn of what has changed in the list: to look for a task bar loads what speaks with the desktop.
        self._work_soon = QTimer(self, singleShot=True, interval=_WORK_AFTER_MS)
        self._work_soon.timeout.connect(self._tell_taskbar)
        self._expected: set[tuple[str, int]] = set()
        self.status = QLabel()
        self.outlook: Expected | None = None
        """What the decks that are ready amount to, once that is known."""
        self.news = FinishedNews(commands, theme, self)
        self.countdown = Countdown(theme)
        self.countdown.over.connect(window.close)
        self.estimates = Estimates(store, sounds, self)

    @cached_property
    def notifier(self) -> Notifier:
        """Who shows notifications; looked for when there is the first to show."""
        made = notifier_for(sys.platform, app_icon(), self)
        made.opened.connect(self._open)
        made.second_chosen.connect(self._show_file)
        return made

    @cached_property
    def taskbar(self) -> Taskbar:
        """Who shows progress outside of the window."""
        return taskbar_for(sys.platform, self._window)

    def prepare(self) -> None:
        """Looks for the task bar before there is something to show on it: that loads what speaks with the desktop."""
        _ = self.taskbar

    def note(self, job_id: str) -> None:
        """A job was added, has changed or is gone. Raises StoreError."""
        try:
            job = self._store.get(job_id)
        except JobNotFound:
            self._batch.forget(job_id)
            self.news.forget(job_id)
            return
        self._expect(job)
        was_running = self._batch.status(job_id) is JobStatus.RUNNING
        self._batch.note(job)
        if self._batch.is_working:
            self.countdown.cancel()
        # What the presenter has cancelled or paused they know of.
        if was_running and job.status in (JobStatus.DONE, JobStatus.FAILED):
            self._ended(job)
        if self._stands_still:
            self.news.tell()

    def summarise(self, first: Sequence[Job], queued_count: int, ready: Sequence[Job], ready_count: int) -> None:
        """Says what is going on. Raises StoreError.

        `first` are the unfinished jobs from the top, as many as are looked into, and `ready` those of them that have
        not been started; the counts are of all there are.
        """
        for job in first:
            # What waits since the last launch, or was added in a terminal, has told of no change here.
            self._batch.note(job)
        self.estimates.consider(first)
        running = [job for job in first if job.status is JobStatus.RUNNING]
        remaining = self._model.remaining(running[0].job_id) if running else None
        queued = self.estimates.of_all((job for job in first if job.status is JobStatus.QUEUED), queued_count)
        self.outlook = self.estimates.of_all(ready, ready_count) if ready_count else None
        waiting = ready_sentence(ready_count, self.outlook)
        queued_s = queued.amounts.render_s if queued and queued.is_whole else None
        going_on = self._batch.sentence(remaining, queued_s, queued_count)
        # What came of earlier decks says nothing about those that are ready now.
        self.status.setText(waiting if ready_count and not self._batch.is_working else going_on or waiting)
        self._window.setWindowTitle(f"{running[0].progress} % – Slidecast" if running else "Slidecast")
        work = self._batch.work(sum(job.progress for job in running) / 100)
        self._show_work(work)

    def finish(self) -> None:
        """The window is about to go: nothing is counted, looked into or shown any more."""
        self.countdown.cancel()
        self.estimates.stop()
        self._work_soon.stop()
        if self._work is not None:
            self._work = None
            self._tell_taskbar()

    @property
    def _stands_still(self) -> bool:
        """Whether nothing is rendered, nor going to be by itself."""
        return not self._batch.is_working or (not self._batch.is_running and self._queue.hold is not Hold.OFF)

    def _expect(self, job: Job) -> None:
        """Once an attempt has read its deck, its story says how long it is expected to take."""
        attempt = (job.job_id, job.attempts)
        if job.status is not JobStatus.RUNNING or not job.slide_count or attempt in self._expected:
            return
        self._expected.add(attempt)
        if expected := estimate_told(self._store.events(job.job_id), job.attempts):
            self._model.expect(job.job_id, expected.render_s)

    def _show_work(self, work: Work | None) -> None:
        if work != self._work:
            self._work = work
            if not self._work_soon.isActive():
                self._work_soon.start()

    @Slot()
    def _tell_taskbar(self) -> None:
        self.taskbar.show(self._work)

    def _ended(self, job: Job) -> None:
        """A job has come to its own end: the last one of all is told with the others, a failure at once."""
        self.estimates.learn()
        if job.status is JobStatus.DONE:
            self.news.note(job)
        if self._stands_still and len(self._batch.ended) > 1:
            self._notify(notice_of_all(self._batch.outcome(), failed=self._batch.has_failed))
        elif self._stands_still or job.status is JobStatus.FAILED:
            self._notify(notice_of(job))
        if not self._batch.is_working:
            self._follow(job)

    def _notify(self, notice: Notice) -> None:
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            self.notifier.notify(notice)
        else:
            announce(self.status, f"{notice.title}. {notice.text}")

    def _follow(self, last: Job) -> None:
        """What the presenter wants when all is done."""
        if self._when_done.choice is Afterwards.QUIT:
            self.countdown.start(QUIT_AFTER_S)
        elif self._when_done.choice is Afterwards.FOLDER and last.video_path:
            self._commands.show_file(Path(last.video_path))

    @Slot(str)
    def _open(self, job_id: str) -> None:
        """A notification was clicked: the video is played; what failed, or stands for many, is shown in the list."""
        job = self._job(job_id)
        bring_forward(self._window)
        if job is not None and job.status is JobStatus.DONE:
            self._commands.run(JobAction.PLAY, [job])
            return
        self.list_wanted.emit()
        self._jobs.choose(job_id)

    @Slot(str)
    def _show_file(self, job_id: str) -> None:
        """The other button of a notification."""
        if (job := self._job(job_id)) is not None:
            self._commands.run(JobAction.SHOW, [job])

    def _job(self, job_id: str) -> Job | None:
        """The job of a notification; None where it stands for several, or the job has been removed since."""
        try:
            return self._store.get(job_id) if job_id else None
        except SlidecastError as error:
            _log.warning("the job of a notification cannot be read: %s %s", error.sentence, error.detail)
            return None
