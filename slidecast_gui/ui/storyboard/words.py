"""What the storyboard says of slides, in the presenter's language."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.storyboard.script_edits import BoardSlide, length_of
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import clock, counted_slides


class Mark(StrEnum):
    """What is to be noticed about a slide; the value is the name of its icon."""

    SKIPPED = "skipped"
    SOUND = "sound"
    NARRATION = "voice"
    SILENT = "muted"
    WARNING = "warning"


def marks(slide: BoardSlide) -> tuple[Mark, ...]:
    """What is to be noticed: how the slide is heard, as far as that is known, and whether something is wrong."""
    warning = (Mark.WARNING,) if slide.complaints else ()
    if slide.is_skipped:
        return (Mark.SKIPPED, *warning)
    if slide.edit.sound:
        return (Mark.SOUND, *warning)
    if slide.heard is None:
        return warning
    return (Mark.NARRATION if slide.heard else Mark.SILENT, *warning)


def mark_in_words(mark: Mark) -> str:
    """A mark as it is read out."""
    return {
        Mark.SKIPPED: say("left out"),
        Mark.SOUND: say("own sound"),
        Mark.NARRATION: say("narrated"),
        Mark.SILENT: say("silent"),
        Mark.WARNING: say("warning"),
    }[mark]


def title(slide: BoardSlide) -> str:
    """The slide's title, or that it has none."""
    return " ".join(slide.facts.title.split()) or say("Untitled slide")


def time(slide: BoardSlide) -> str:
    """How long the slide is shown; empty while that is not known, and for one that is left out."""
    return "" if slide.seconds is None or slide.is_skipped else clock(slide.seconds)


def spoken(slide: BoardSlide, count: int) -> str:
    """A slide of the strip for screen readers: "Slide 3 of 12, Title, 0:14, own sound"."""
    place = say("Slide {n} of {count}").format(n=slide.number, count=count)
    return ", ".join(part for part in (place, title(slide), time(slide), *map(mark_in_words, marks(slide))) if part)


def length(slides: Sequence[BoardSlide]) -> str:
    """How many slides are shown, and how long the talk is once all of them are measured: not where one cannot be."""
    shown = [slide for slide in slides if not slide.is_skipped]
    length_s = length_of(shown)
    parts = [counted_slides(len(shown))]
    if len(shown) < len(slides):
        parts.append(say("{n} left out").format(n=len(slides) - len(shown)))
    unheard = sum(bool(slide.unheard) for slide in shown)
    if unheard:
        parts.append(say("1 slide cannot be heard") if unheard == 1 else say("{n} cannot be heard").format(n=unheard))
    else:
        parts.append(say("measuring the length…") if length_s is None else clock(length_s))
    return "  ·  ".join(parts)


def locked_because(job: Job) -> str:
    """Why the slides of a job cannot be changed now; empty where they can."""
    if job.status is JobStatus.RUNNING:
        return say("This deck is being rendered; its slides can be changed when that has ended.")
    return ""


def repeated(job: Job) -> str:
    """What becomes of changes to a job that cannot be changed any more."""
    match job.status:
        case JobStatus.DONE:
            return say("The finished video stays as it is; Render makes a new one with your changes.")
        case JobStatus.RUNNING:
            return say("The video that is being made stays as it is; Render makes another one with your changes.")
    return say("Render makes the video with your changes.")


def facts(slide: BoardSlide, count: int) -> str:
    """The line below the chosen slide: its place, its time, and how it is heard."""
    place = say("Slide {n} of {count}").format(n=slide.number, count=count)
    heard = [mark_in_words(mark) for mark in marks(slide) if mark is not Mark.WARNING]
    return "  ·  ".join(part for part in (place, time(slide), *heard) if part)


def sound_name(slide: BoardSlide, waiting: str) -> str:
    """What the slide's own sound is called; `waiting` is the name of a file that is just being taken."""
    if waiting:
        return say("Adding “{file}”…").format(file=waiting)
    if not slide.edit.sound:
        return ""
    # Edits of an earlier version have no names.
    return slide.edit.sound_name or say("Own sound ({kind})").format(kind=slide.edit.sound.rpartition(".")[2].upper())
