"""A job's story in words: a line for each event, with its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale, QTime

from slidecast_gui.jobs import EventKind, JobEvent, JobStatus
from slidecast_gui.jobs.estimate import Estimate
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say
from slidecast_gui.ui.wording import amounts

_MOVED: Mapping[JobStatus, str] = {
    JobStatus.QUEUED: QT_TRANSLATE_NOOP("Wording", "Waits for its turn."),
    JobStatus.RUNNING: QT_TRANSLATE_NOOP("Wording", "Rendering has begun."),
    JobStatus.PAUSED: QT_TRANSLATE_NOOP("Wording", "Paused."),
    JobStatus.DONE: QT_TRANSLATE_NOOP("Wording", "The video is done."),
    JobStatus.FAILED: QT_TRANSLATE_NOOP("Wording", "Failed."),
    JobStatus.CANCELLED: QT_TRANSLATE_NOOP("Wording", "Cancelled."),
}


def lines(events: Iterable[JobEvent]) -> list[str]:
    """The story, oldest first, with a line for each day before the lines of that day."""
    told: list[str] = []
    today: date | None = None
    for event in events:
        local = event.at.astimezone()
        if local.date() != today:
            today = local.date()
            told.append(QLocale().toString(QDate(today.year, today.month, today.day), QLocale.FormatType.LongFormat))
        clock = QLocale().toString(QTime(local.hour, local.minute, local.second), "HH:mm:ss")
        told.append(f"{clock}  {sentence(event)}")
    return told


def sentence(event: JobEvent) -> str:
    """One event in a sentence, the number of its slide first."""
    text = event.text
    if event.kind is EventKind.CREATED:
        text = text or say("Added to the list.")
    elif event.kind is EventKind.MOVED:
        text = text or say(_MOVED[event.status])
    elif event.kind is EventKind.ESTIMATED and (expected := Estimate.from_text(text)):
        text = say("Expected: {amounts}.").format(amounts=amounts(expected))
    # What follows the first line of a crash is the end of a log.
    text = text.partition("\n")[0]
    return say("Slide {n}: {text}").format(n=event.slide, text=text) if event.slide else text
