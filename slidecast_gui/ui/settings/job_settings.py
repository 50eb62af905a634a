"""Other settings for jobs that are in the list: those that wait are changed, those that have ended begin anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.presets import PresetShelf
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.settings.job_settings_dialog import JobSettingsDialog
from slidecast_gui.ui.settings.voice_listing import VoiceList


class JobSettings(QObject):
    """Asks, and hands the answer to the queue; what it refuses (a job that runs by now) it says itself."""

    def __init__(self, queue: JobQueue, theme: Theme, voices: VoiceList, presets: PresetShelf, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._theme = theme
        self._voices = voices
        self._presets = presets
        self._window = window

    @Slot(str, list)
    def ask(self, action: str, jobs: Sequence[Job]) -> None:
        """Opens the fields over the window; `action` is SETTINGS or AGAIN."""
        again = action == JobAction.AGAIN
        own = self._presets.own()
        dialog = JobSettingsDialog(jobs, self._theme, self._voices, own, again=again, parent=self._window)
        dialog.accepted.connect(lambda: (self._begin_again if again else self._change)(jobs, dialog))
        dialog.open()

    def _change(self, jobs: Sequence[Job], dialog: JobSettingsDialog) -> None:
        for job in jobs:
            settings = replace(job.settings, **dialog.changes)
            # Settings that could not be read are replaced by what was shown for them.
            if settings != job.settings or job.settings_error:
                self._queue.update_settings(job.job_id, settings)

    def _begin_again(self, jobs: Sequence[Job], dialog: JobSettingsDialog) -> None:
        for job in jobs:
            self._queue.retry_with(job.job_id, replace(job.settings, **dialog.changes))
