"""Good news in the window: what has been finished since the presenter last looked, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from slidecast_gui.jobs import Job
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.joblist.job_actions import JobAction, plain_text
from slidecast_gui.ui.look.theme import Theme

_SOON_MS = 20


class FinishedNews(QObject):
    """One message that counts on while it stands there, and begins anew once it was closed or followed.

    It comes when the work has come to rest, not with each video of many: it moves what lies below, and the list shows
    what is done anyway. It lies over every page, and leaves the keyboard where it is.
    """

    def __init__(self, commands: Commands, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._commands = commands
        self._jobs: dict[str, Job] = {}
        self._is_told = True
        self.banner = Banner(theme)
        self.banner.asked.connect(self._follow)
        # To show the end of a job in the list is enough for one turn.
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._show)

    @property
    def _stands(self) -> bool:
        """Whether the message is there, or about to be."""
        return bool(self.banner.text) or self._soon.isActive()

    def note(self, job: Job) -> None:
        """A video is done; `tell` says so, where the message does not stand there already."""
        if self._is_told and not self._stands:
            self._jobs.clear()
        self._jobs[job.job_id] = job
        self._is_told = False
        if self._stands:
            self._say()

    def tell(self) -> None:
        """The work has come to rest: says what has been finished since the last message, if anything has."""
        if not self._is_told:
            self._say()

    def forget(self, job_id: str) -> None:
        """A job is gone."""
        if self._jobs.pop(job_id, None) is not None and self._stands:
            self._say()

    def _say(self) -> None:
        self._is_told = True
        self._soon.start()

    @Slot()
    def _show(self) -> None:
        show = (JobAction.SHOW, plain_text(JobAction.SHOW))
        jobs = list(self._jobs.values())
        if len(jobs) == 1:
            sentence = self.tr("“{name}” is done.").format(name=jobs[0].name)
            self.banner.say([sentence], good=True, buttons=[(JobAction.PLAY, self.tr("Watch")), show])
        else:
            # Nothing is said once all of them have been removed.
            sentences = [self.tr("{n} videos are done.").format(n=len(jobs))] if jobs else []
            self.banner.say(sentences, good=True, buttons=[show])

    @Slot(str)
    def _follow(self, action: str) -> None:
        """Of several videos the last one is shown, where the others are likely to be, too."""
        self._soon.stop()
        last = list(self._jobs.values())[-1]
        self.banner.say([])
        self._commands.run(JobAction(action), [last])
