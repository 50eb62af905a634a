"""What the details pane says of a job: pairs of name and value, and its warnings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from slidecast_gui.jobs import EventKind, Job, JobEvent, JobStatus
from slidecast_gui.jobs.estimate import Estimate
from slidecast_gui.settings import FRAME_SIZES
from slidecast_gui.ui.joblist.card_text import elapsed_s, voice_in_words
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say
from slidecast_gui.ui.wording import clock, counted_slides, date_and_time, rough_size, size_of_file


@dataclass(frozen=True, slots=True)
class Complaint:
    """A warning, and the number of its slide, or None for the whole deck."""

    text: str
    slide: int | None = None


_TRANSITIONS = {"none": QT_TRANSLATE_NOOP("Wording", "Cut"), "fade": QT_TRANSLATE_NOOP("Wording", "Cross-fade")}
_RENDERERS = {
    "auto": QT_TRANSLATE_NOOP("Wording", "Automatic"),
    "builtin": QT_TRANSLATE_NOOP("Wording", "Built in"),
    "libreoffice": QT_TRANSLATE_NOOP("Wording", "LibreOffice"),
}


def result_facts(job: Job, expected: Estimate | None = None) -> list[tuple[str, str]]:
    """What is known of the deck and of what came of it, beside what was `expected`."""
    facts = []
    if job.slide_count:
        facts.append((say("Deck"), counted_slides(job.slide_count)))
    if job.status is JobStatus.DONE:
        length = clock(expected.length_s) if expected else ""
        facts.append((say("Length"), _beside(clock(job.duration_s), length)))
        size = next((made.size for made in job.created_files if made.path == job.video_path), 0)
        if size:
            facts.append((say("File size"), _beside(size_of_file(size), rough_size(expected.size) if expected else "")))
    if job.started_at is not None and job.status.ended:
        # Estimated is a render from nothing; with pieces that were there already it is no wonder that it was quicker.
        anew = expected is not None and job.status is JobStatus.DONE and job.pieces_reused == 0
        time = clock(expected.render_s) if expected and anew else ""
        facts.append((say("Took"), _beside(clock(elapsed_s(job, datetime.now(UTC))), time)))
    facts.append((say("Added"), date_and_time(job.created_at)))
    if job.completed_at is not None:
        facts.append((say("Ended"), date_and_time(job.completed_at)))
    return facts


def settings_facts(job: Job) -> list[tuple[str, str]]:
    """The settings the job is rendered with, in the words of the settings panel."""
    settings = job.settings
    size = FRAME_SIZES[settings.size]
    facts = [
        (say("Size"), say("{width} × {height}").format(width=size.width, height=size.height)),
        (say("Voice"), voice_in_words(settings.voice)),
        (say("Between slides"), say(_TRANSITIONS[settings.transition])),
        (say("Silent slides"), say("{n} s each").format(n=QLocale().toString(settings.seconds_per_slide, "g", 4))),
        (say("Frames"), say("{n} a second").format(n=settings.fps)),
        (say("Slides drawn by"), say(_RENDERERS[settings.renderer])),
    ]
    if settings.voice != "none":
        facts.append((say("Speed"), say("{n} words a minute").format(n=settings.rate)))
    return facts


def warnings(events: Iterable[JobEvent], attempt: int) -> list[Complaint]:
    """The warnings of a job's last attempt, each once: in the order of the slides, then those of the whole deck."""
    told = (event for event in events if event.kind is EventKind.WARNING and event.attempt == attempt)
    once = dict.fromkeys(Complaint(event.text, event.slide) for event in told)
    return sorted(once, key=lambda complaint: (complaint.slide is None, complaint.slide or 0))


def files(job: Job) -> list[Path]:
    """The files the job made, the video first, slide pictures left to their folder."""
    made = [Path(created.path) for created in job.created_files]
    pictures = Path(job.slide_image_path) if job.slide_image_path else None
    rest = [path for path in made if str(path) != job.video_path and (pictures is None or path.parent != pictures)]
    video = [Path(job.video_path)] if job.video_path and job.status is JobStatus.DONE else []
    return video + rest + ([pictures] if pictures else [])


def _beside(came: str, expected: str) -> str:
    return say("{came} (expected {expected})").format(came=came, expected=expected) if expected else came
