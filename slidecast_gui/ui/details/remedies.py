"""What helps after a failure: one next step for each kind of error, never by the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from slidecast_gui.jobs import Job
from slidecast_gui.ui.joblist.job_actions import JobAction, plain_text, tip
from slidecast_gui.ui.translation import say


class Remedy(StrEnum):
    """One thing to do about a failure."""

    RETRY = "retry"
    FIND_DECK = "find-deck"
    SAVE_ELSEWHERE = "save-elsewhere"
    SLIDE = "slide"
    SLIDES = "slides"

    @property
    def writes(self) -> bool:
        """Whether it changes the list of jobs."""
        return self not in (Remedy.SLIDE, Remedy.SLIDES)


_REMEDIES: Mapping[str, Remedy] = {
    "missing": Remedy.FIND_DECK,
    "not-writable": Remedy.SAVE_ELSEWHERE,
    "no-folder": Remedy.SAVE_ELSEWHERE,
    "not-written": Remedy.SAVE_ELSEWHERE,
    "output": Remedy.SAVE_ELSEWHERE,
    "output-in-use": Remedy.SAVE_ELSEWHERE,
    "output-taken": Remedy.SAVE_ELSEWHERE,
    "disk-full": Remedy.SAVE_ELSEWHERE,
    "renderer-crashed": Remedy.SLIDE,
    "sound-unreadable": Remedy.SLIDE,
    "sound-too-long": Remedy.SLIDE,
    "all-hidden": Remedy.SLIDES,
}
"""By `Job.error_kind`. Whatever is not here is mended outside of Slidecast (a password, a damaged file), or passes by
itself: then the deck is rendered again."""


def remedy_of(job: Job) -> Remedy:
    """What helps; a slide is looked at only where it is known which."""
    remedy = _REMEDIES.get(job.error_kind, Remedy.RETRY)
    return Remedy.RETRY if remedy is Remedy.SLIDE and job.slide is None else remedy


def words(job: Job) -> tuple[str, str]:
    """The button that helps, and what it does."""
    match remedy_of(job):
        case Remedy.FIND_DECK:
            return say("Find the deck…"), say("Choose where the deck is now, and render it from there")
        case Remedy.SAVE_ELSEWHERE:
            return say("Save elsewhere…"), say("Choose another folder for the video")
        case Remedy.SLIDE:
            return say("Open slide {n}").format(n=job.slide), say("Look at the slide on which it failed")
        case Remedy.SLIDES:
            return plain_text(JobAction.SLIDES), tip(JobAction.SLIDES)
        case Remedy.RETRY:
            return plain_text(JobAction.RETRY, job), tip(JobAction.RETRY, job)
