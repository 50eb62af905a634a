"""What a presenter can do with a job, and in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP
from slidecast_gui.ui.wording import is_ready


class JobAction(StrEnum):
    """One thing to do; the value is also the name of its icon."""

    START = "start"
    SLIDES = "storyboard"
    NEXT = "next"
    PAUSE = "pause"
    CANCEL = "cancel"
    SETTINGS = "settings"
    RETRY = "retry"
    AGAIN = "adjust"
    LOCATE = "search"
    PLAY = "play"
    OPEN = "open"
    SHOW = "folder"
    REMOVE = "remove"

    @property
    def writes(self) -> bool:
        """Whether it changes the list of jobs, and so cannot be done where that can only be read."""
        return self not in (JobAction.SLIDES, JobAction.PLAY, JobAction.OPEN, JobAction.SHOW)


@dataclass(frozen=True, slots=True)
class _Words:
    """An action in the menu, its shortcut, and its explanation."""

    text: str
    keys: str
    tip: str


_WORDS: Mapping[JobAction, _Words] = {
    JobAction.START: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Start"),
        "Ctrl+Shift+Return",
        QT_TRANSLATE_NOOP("JobAction", "Start rendering, or go on where it was paused"),
    ),
    JobAction.SLIDES: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Sli&des and script"),
        "Ctrl+D",
        QT_TRANSLATE_NOOP("JobAction", "Look at the slides, listen to them, and change what is said"),
    ),
    JobAction.NEXT: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Start &next"),
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("JobAction", "Render this deck before all others that wait"),
    ),
    JobAction.PAUSE: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Pause"),
        "Ctrl+P",
        QT_TRANSLATE_NOOP("JobAction", "Stop for now; what is finished is kept"),
    ),
    JobAction.CANCEL: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Cancel"),
        "Ctrl+.",
        QT_TRANSLATE_NOOP("JobAction", "Stop rendering this deck"),
    ),
    JobAction.SETTINGS: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Change s&ettings…"),
        "Ctrl+E",
        QT_TRANSLATE_NOOP("JobAction", "Other settings for decks that wait"),
    ),
    JobAction.RETRY: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Render &again"),
        "Ctrl+R",
        QT_TRANSLATE_NOOP("JobAction", "Render the deck once more; finished slides are used again"),
    ),
    JobAction.AGAIN: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Render again &with other settings…"),
        "Ctrl+Shift+G",
        QT_TRANSLATE_NOOP("JobAction", "Render the deck once more, in another size or with another voice"),
    ),
    JobAction.LOCATE: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Locate…"),
        "Ctrl+L",
        QT_TRANSLATE_NOOP("JobAction", "Show where the video has been moved to"),
    ),
    JobAction.PLAY: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Pla&y video"),
        "Ctrl+Shift+V",
        QT_TRANSLATE_NOOP("JobAction", "Watch the video here"),
    ),
    JobAction.OPEN: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Open in the system’s player"),
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("JobAction", "Watch the video with another program"),
    ),
    JobAction.SHOW: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Show in &folder"),
        "Ctrl+Shift+F",
        QT_TRANSLATE_NOOP("JobAction", "Show the video in the file manager"),
    ),
    JobAction.REMOVE: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Re&move…"),
        "Del",
        QT_TRANSLATE_NOOP("JobAction", "Take it off the list"),
    ),
}

_NEW_VERSION = _Words(
    QT_TRANSLATE_NOOP("JobAction", "Render the new &version"),
    _WORDS[JobAction.RETRY].keys,
    QT_TRANSLATE_NOOP("JobAction", "Render the deck as it is now; slides that are the same are used again"),
)

_OFFERED: Mapping[JobStatus, tuple[JobAction, ...]] = {
    JobStatus.QUEUED: (JobAction.PAUSE, JobAction.NEXT, JobAction.CANCEL),
    JobStatus.RUNNING: (JobAction.PAUSE, JobAction.CANCEL),
    JobStatus.PAUSED: (JobAction.START, JobAction.NEXT, JobAction.CANCEL, JobAction.REMOVE),
    JobStatus.DONE: (JobAction.PLAY, JobAction.SHOW, JobAction.SLIDES, JobAction.RETRY, JobAction.REMOVE),
    JobStatus.FAILED: (JobAction.RETRY, JobAction.SLIDES, JobAction.REMOVE),
    JobStatus.CANCELLED: (JobAction.RETRY, JobAction.SLIDES, JobAction.REMOVE),
}


def offered(job: Job, *, missing: bool = False) -> tuple[JobAction, ...]:
    """What a job's card offers now, the next step first; `missing` tells that its video has gone."""
    if missing:
        return (JobAction.LOCATE, JobAction.SLIDES, JobAction.RETRY, JobAction.REMOVE)
    if is_ready(job):
        return (JobAction.START, JobAction.SLIDES, JobAction.NEXT, JobAction.REMOVE)
    return _OFFERED[job.status]


def possible(job: Job, *, missing: bool = False) -> tuple[JobAction, ...]:
    """All that can be done with a job now: what its card offers, and what is rarer and in the menu alone."""
    rarer: Mapping[JobStatus, tuple[JobAction, ...]] = {
        JobStatus.QUEUED: (JobAction.SLIDES, JobAction.SETTINGS),
        JobStatus.PAUSED: (JobAction.SETTINGS,) if is_ready(job) else (JobAction.SLIDES, JobAction.SETTINGS),
        JobStatus.RUNNING: (JobAction.SLIDES,),
        JobStatus.DONE: (JobAction.AGAIN,) if missing else (JobAction.OPEN, JobAction.AGAIN),
    }
    return offered(job, missing=missing) + rarer.get(job.status, (JobAction.AGAIN,))


def menu_text(action: JobAction, job: Job | None = None) -> str:
    """The action in the menu, with its mnemonic; as it is said of `job`, where there is one."""
    return QCoreApplication.translate("JobAction", _words(action, job).text)


def plain_text(action: JobAction, job: Job | None = None) -> str:
    """The action without mnemonic, for buttons, tool tips and screen readers."""
    return menu_text(action, job).replace("&", "").rstrip("…")


def keys(action: JobAction) -> str:
    """The action's shortcut in portable text."""
    return _WORDS[action].keys


def tip(action: JobAction, job: Job | None = None) -> str:
    """What the action does, in a few words."""
    return QCoreApplication.translate("JobAction", _words(action, job).tip)


def _words(action: JobAction, job: Job | None) -> _Words:
    """A deck that has changed since it was added is not rendered once more, but for the first time as it is now."""
    changed = job is not None and job.error_kind == "deck-changed"
    return _NEW_VERSION if changed and action is JobAction.RETRY else _WORDS[action]
