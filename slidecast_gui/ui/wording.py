"""Times, states and stages in words. The one place where the window's facts become sentences that can be translated."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from slidecast_gui.events import Stage
from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.jobs.estimate import Estimate
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say

_STAGES = {
    Stage.READING: (QT_TRANSLATE_NOOP("Wording", "Reading the deck"), "reading"),
    Stage.SLIDES: (QT_TRANSLATE_NOOP("Wording", "Drawing slides"), "drawing"),
    Stage.NARRATION: (QT_TRANSLATE_NOOP("Wording", "Speaking"), "voice"),
    Stage.VIDEO: (QT_TRANSLATE_NOOP("Wording", "Making the video"), "movie"),
    Stage.FINISHING: (QT_TRANSLATE_NOOP("Wording", "Finishing"), "finishing"),
}
_STATES = {
    JobStatus.QUEUED: (QT_TRANSLATE_NOOP("Wording", "Waiting"), "waiting"),
    JobStatus.PAUSED: (QT_TRANSLATE_NOOP("Wording", "Paused"), "pause"),
    JobStatus.RUNNING: (QT_TRANSLATE_NOOP("Wording", "Starting"), "reading"),
    JobStatus.DONE: (QT_TRANSLATE_NOOP("Wording", "Done"), "done"),
    JobStatus.FAILED: (QT_TRANSLATE_NOOP("Wording", "Failed"), "failed"),
    JobStatus.CANCELLED: (QT_TRANSLATE_NOOP("Wording", "Cancelled"), "cancelled"),
}
_READY = (QT_TRANSLATE_NOOP("Wording", "Ready"), "ready")

_MISSING = QT_TRANSLATE_NOOP("Wording", "Missing")
_CHANGED = QT_TRANSLATE_NOOP("Wording", "Changed")


def is_ready(job: Job) -> bool:
    """Whether a job has been added and never started; one that was put on hold says so in its reason."""
    return job.status is JobStatus.PAUSED and job.attempts == 0 and not job.reason


def state(job: Job, *, missing: bool = False, changed: bool = False) -> tuple[str, str, str]:
    """What a job is doing, or how its files stand: the words, the icon's name, and the tones of its pill.

    `missing` is of its video, `changed` of its deck.
    """
    if missing:
        return say(_MISSING), "warning", "warn"
    if changed:
        return say(_CHANGED), "drawing", "warn"
    words, picture = _READY if is_ready(job) else _STATES[job.status]
    if job.status is JobStatus.RUNNING and job.stage:
        words, picture = _STAGES[job.stage]
    tones = {JobStatus.RUNNING: "busy", JobStatus.DONE: "good", JobStatus.FAILED: "bad"}.get(job.status, "quiet")
    return say(words), picture, tones


def clock(seconds: float) -> str:
    """An exact length as a player shows it: "4:07", "1:02:15"."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def about(seconds: float) -> str:
    """A length that is only estimated, in words as coarse as the estimate is."""
    if seconds < 8:
        return say("a few seconds")
    if seconds < 55:
        return say("about {n} seconds").format(n=max(10, round(seconds / 10) * 10))
    minutes = round(seconds / 60)
    if minutes < 2:
        return say("about a minute")
    if minutes < 90:
        return say("about {n} minutes").format(n=minutes if minutes < 20 else 5 * round(minutes / 5))
    hours, half = divmod(round(seconds / 1800), 2)
    return say("about {n} hours").format(n=f"{hours}½" if half else hours)


def counted_slides(count: int) -> str:
    """How many slides."""
    return say("1 slide") if count == 1 else say("{n} slides").format(n=count)


def counted_warnings(count: int) -> str:
    """How many warnings."""
    return say("1 warning") if count == 1 else say("{n} warnings").format(n=count)


def day(moment: datetime, today: date) -> str:
    """The heading under which a past job is listed."""
    local = moment.astimezone().date()
    passed = (today - local).days
    if passed <= 0:
        return say("Today")
    if passed == 1:
        return say("Yesterday")
    if local.year == today.year:
        return QLocale().toString(_date(local), "dddd, d MMMM")
    return QLocale().toString(_date(local), "d MMMM yyyy")


def time_of_day(moment: datetime) -> str:
    """The clock time of a moment, as the presenter's system writes it."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def date_and_time(moment: datetime) -> str:
    """A moment, as the presenter's system writes it."""
    local = QDateTime(_date(moment.astimezone().date()), QTime(moment.astimezone().hour, moment.astimezone().minute))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def size_of_file(size: int) -> str:
    """A number of bytes as file managers show it."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def rough_size(size: int) -> str:
    """A number of bytes that is only estimated, in two digits: "330 MB", "1.4 GB"."""
    value, unit = float(size), 1
    while value >= 1000:
        value, unit = value / 1024, unit * 1024
    rounded = round(value, 1 if value < 10 else -1 if value >= 100 else 0)
    kind = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    return QLocale().formattedDataSize(round(rounded * unit), 1 if value < 10 and unit > 1 else 0, kind)


def amounts(expected: Estimate) -> str:
    """What is expected, in words no finer than it is known: "about 3½ hours of video, 330 MB, ... to render"."""
    return say("{length} of video, {size}, {time} to render").format(
        length=about(expected.length_s), size=rough_size(expected.size), time=about(expected.render_s)
    )


def outlook(expected: Estimate) -> str:
    """The same in two short lines, to stand beside a button."""
    made = say("{length} of video, {size}").format(length=about(expected.length_s), size=rough_size(expected.size))
    time = say("{time} to render").format(time=about(expected.render_s))
    return f"{made}\n{time}"


def _date(local: date) -> QDate:
    return QDate(local.year, local.month, local.day)
