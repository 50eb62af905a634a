"""What a presenter can do with a job, and in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.joblist.standing import AS_LEFT, DeckState, Standing
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP
from slidecast_gui.ui.wording import is_ready


class JobAction(StrEnum):
    """One thing to do; the value is also the name of its icon."""

    START = "start"
    SLIDES = "storyboard"
    NEXT = "next"
    EARLIER = "earlier"
    LATER = "later"
    PAUSE = "pause"
    CANCEL = "cancel"
    SETTINGS = "settings"
    RETRY = "retry"
    AGAIN = "adjust"
    LOCATE = "locate"
    PLAY = "play"
    OPEN = "open"
    SHOW = "folder"
    COPY = "copy"
    REMOVE = "remove"
    DELETE = "delete"

    @property
    def writes(self) -> bool:
        """Whether it changes the list of jobs, and so cannot be done where that can only be read."""
        return self not in (JobAction.SLIDES, JobAction.PLAY, JobAction.OPEN, JobAction.SHOW, JobAction.COPY)


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
    JobAction.EARLIER: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Move &up"),
        "Alt+Up",
        QT_TRANSLATE_NOOP("JobAction", "Render this deck before the one above"),
    ),
    JobAction.LATER: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Mo&ve down"),
        "Alt+Down",
        QT_TRANSLATE_NOOP("JobAction", "Render this deck after the one below"),
    ),
    JobAction.PAUSE: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Pause"),
        "Ctrl+P",
        QT_TRANSLATE_NOOP("JobAction", "Stop for now; what is finished is kept"),
    ),
    JobAction.CANCEL: _Words(
        QT_TRANSLATE_NOOP("JobAction", "&Cancel"),
        "Ctrl+Shift+X",
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
    JobAction.COPY: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Copy pat&h"),
        "Ctrl+C",
        QT_TRANSLATE_NOOP("JobAction", "Copy where the video lies, or the deck as long as there is none"),
    ),
    JobAction.REMOVE: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Re&move"),
        "Del",
        QT_TRANSLATE_NOOP("JobAction", "Take it off the list; its files stay"),
    ),
    JobAction.DELETE: _Words(
        QT_TRANSLATE_NOOP("JobAction", "Remove and delete f&iles…"),
        "Shift+Del",
        QT_TRANSLATE_NOOP("JobAction", "Take it off the list, and delete the video and the captions"),
    ),
}

_NEW_VERSION = _Words(
    QT_TRANSLATE_NOOP("JobAction", "Render the new &version"),
    _WORDS[JobAction.RETRY].keys,
    QT_TRANSLATE_NOOP("JobAction", "Render the deck as it is now; slides that are the same are used again"),
)

_WHAT_CHANGED = _Words(
    QT_TRANSLATE_NOOP("JobAction", "Render what chan&ged"),
    _WORDS[JobAction.RETRY].keys,
    QT_TRANSLATE_NOOP("JobAction", "The deck was edited since; slides that are the same are used again"),
)

_OFFERED: Mapping[JobStatus, tuple[JobAction, ...]] = {
    JobStatus.QUEUED: (JobAction.PAUSE, JobAction.NEXT, JobAction.CANCEL),
    JobStatus.RUNNING: (JobAction.PAUSE, JobAction.CANCEL),
    JobStatus.PAUSED: (JobAction.START, JobAction.NEXT, JobAction.CANCEL, JobAction.REMOVE),
    JobStatus.DONE: (JobAction.PLAY, JobAction.SHOW, JobAction.SLIDES, JobAction.RETRY, JobAction.REMOVE),
    JobStatus.FAILED: (JobAction.RETRY, JobAction.SLIDES, JobAction.REMOVE),
    JobStatus.CANCELLED: (JobAction.RETRY, JobAction.SLIDES, JobAction.REMOVE),
}


_OF_A_DECK = (JobAction.RETRY, JobAction.AGAIN, JobAction.SLIDES)
"""What cannot be done with an ended job whose deck is gone."""


def offered(job: Job, standing: Standing = AS_LEFT) -> tuple[JobAction, ...]:
    """What a job's card offers now, the next step first, as its files stand."""
    actions = _OFFERED[job.status]
    if standing.missing:
        actions = (JobAction.LOCATE, JobAction.SLIDES, JobAction.RETRY, JobAction.REMOVE)
    elif is_ready(job):
        actions = (JobAction.START, JobAction.SLIDES, JobAction.NEXT, JobAction.REMOVE)
    elif standing.is_outdated:
        actions = (JobAction.RETRY, JobAction.PLAY, JobAction.SHOW, JobAction.SLIDES, JobAction.REMOVE)
    return _without_deck(job, standing, actions)


def label(job: Job, standing: Standing = AS_LEFT) -> str:
    """The words on the first button of a card, where its picture alone would not say what is to be done."""
    first = offered(job, standing)[0]
    is_unusual = first is JobAction.LOCATE or (first is JobAction.RETRY and standing.is_outdated)
    return plain_text(first, job, standing) if is_unusual else ""


def possible(job: Job, standing: Standing = AS_LEFT) -> tuple[JobAction, ...]:
    """All that can be done with a job now: what its card offers, and what is rarer and in the menu alone."""
    rarer: Mapping[JobStatus, tuple[JobAction, ...]] = {
        JobStatus.QUEUED: (JobAction.SLIDES, JobAction.SETTINGS, JobAction.EARLIER, JobAction.LATER),
        JobStatus.PAUSED: (JobAction.SLIDES, JobAction.SETTINGS, JobAction.EARLIER, JobAction.LATER),
        JobStatus.RUNNING: (JobAction.SLIDES,),
        JobStatus.DONE: (JobAction.AGAIN,) if standing.missing else (JobAction.OPEN, JobAction.AGAIN),
    }
    more = rarer.get(job.status, (JobAction.AGAIN,))
    if not standing.missing:
        more += (JobAction.COPY,)
    if job.status.ended and job.created_files:
        more += (JobAction.DELETE,)
    return tuple(dict.fromkeys(offered(job, standing) + _without_deck(job, standing, more)))


def menu_text(action: JobAction, job: Job | None = None, standing: Standing = AS_LEFT) -> str:
    """The action in the menu, with its mnemonic; as it is said of `job`, where there is one."""
    return QCoreApplication.translate("JobAction", _words(action, job, standing).text)


def plain_text(action: JobAction, job: Job | None = None, standing: Standing = AS_LEFT) -> str:
    """The action without mnemonic, for buttons, tool tips and screen readers."""
    return menu_text(action, job, standing).replace("&", "").rstrip("…")


def keys(action: JobAction) -> str:
    """The action's shortcut in portable text."""
    return _WORDS[action].keys


def tip(action: JobAction, job: Job | None = None, standing: Standing = AS_LEFT) -> str:
    """What the action does, in a few words."""
    return QCoreApplication.translate("JobAction", _words(action, job, standing).tip)


def _words(action: JobAction, job: Job | None, standing: Standing) -> _Words:
    """A deck that has changed since it was added is not rendered once more, but for the first time as it is now."""
    if action is JobAction.RETRY and standing.deck is DeckState.CHANGED:
        return _WHAT_CHANGED
    changed = job is not None and job.error_kind == "deck-changed"
    return _NEW_VERSION if changed and action is JobAction.RETRY else _WORDS[action]


def _without_deck(job: Job, standing: Standing, actions: tuple[JobAction, ...]) -> tuple[JobAction, ...]:
    if standing.deck is not DeckState.GONE or not job.status.ended:
        return actions
    return tuple(action for action in actions if action not in _OF_A_DECK)
