"""What a job's card says: lines of text out of a job's facts, without any painting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from slidecast_gui.effort import Talk, length_s
from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.jobs.store.pathnames import settled_output
from slidecast_gui.settings import FRAME_SIZES, RenderSettings
from slidecast_gui.ui.joblist.standing import AS_LEFT, DeckState, Standing
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import about, clock, counted_slides, counted_warnings, is_ready, state, time_of_day

DOT = "  ·  "


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of a deck that waits: its `talk`, and the `usual` settings, which are seen elsewhere anyway."""

    talk: Talk | None = None
    usual: RenderSettings | None = None


NOTHING_KNOWN = Outlook()


def facts(job: Job, remaining: float | None, moment: datetime, outlook: Outlook = NOTHING_KNOWN) -> str:
    """The line below the name: what there is to know of the job in its state."""
    if job.status is JobStatus.RUNNING:
        return _running_facts(job, remaining, moment)
    if waits_for(job) and shows_bar(job):
        # The bar takes the line on which the reason would be.
        return job.reason
    if not job.status.ended:
        return DOT.join(_waiting_facts(job, outlook))
    parts = [counted_slides(job.slide_count)] if job.slide_count else []
    if job.status is JobStatus.DONE:
        parts += [clock(job.duration_s), FRAME_SIZES[job.settings.size].label, finished_at(job)]
    else:
        parts += [finished_at(job)]
    return DOT.join(part for part in parts if part)


def line(job: Job, standing: Standing = AS_LEFT, outlook: Outlook = NOTHING_KNOWN) -> tuple[str, str]:
    """The last line and its tone: the error, what is to be noticed, or where the result goes."""
    if standing.deck is DeckState.GONE:
        folder = Path(job.deck_path).parent
        return say("The deck is no longer in “{folder}”").format(folder=folder.name or folder), "warn_text"
    if job.status is JobStatus.FAILED:
        return job.error or say("The video could not be made."), "bad_text"
    if waits_for(job):
        return job.reason, "muted"
    if job.warnings:
        return counted_warnings(job.warnings), "warn_text"
    if job.status is JobStatus.DONE:
        return Path(job.video_path).name, "muted"
    if job.reason:
        return job.reason, "muted"
    if is_ready(job) and (outlook.usual is None or job.settings.output != settled_output(outlook.usual.output)):
        return destination_in_words(job.settings.output), "muted"
    return "", "muted"


def waits_for(job: Job) -> str:
    """Why a job waits or was stopped, in words; empty for one that does not wait, or only for its turn."""
    return job.reason if job.status in (JobStatus.QUEUED, JobStatus.PAUSED) else ""


def shows_bar(job: Job) -> bool:
    """Whether the last line is a progress bar: while it runs, and where it was stopped half-way and may go on."""
    return job.status is JobStatus.RUNNING or (not job.status.ended and job.progress > 0 and not job.error)


def spoken(
    job: Job, remaining: float | None, moment: datetime, standing: Standing = AS_LEFT, outlook: Outlook = NOTHING_KNOWN
) -> str:
    """The whole card as one sentence for screen readers."""
    words, _, _ = state(job, missing=standing.missing, changed=standing.is_outdated)
    told = facts(job, remaining, moment, outlook).replace(DOT, ", ")
    parts = [job.name, words, told, line(job, standing, outlook)[0]]
    if shows_bar(job):
        parts.insert(2, say("{n} percent").format(n=job.progress))
    return ". ".join(dict.fromkeys(part.rstrip(".") for part in parts if part)) + "."


def pictured_by(job: Job) -> str:
    """The file with a picture of a job: that of its first slide, until it is drawn the deck, which may have one."""
    return job.thumbnail_path or job.deck_path


def voice_in_words(voice: str) -> str:
    """A voice's id as presenters read it."""
    if voice == "auto":
        return say("Automatic voice")
    if voice == "none":
        return say("No narration")
    return voice.partition(":")[2] or voice


def destination_in_words(output: str) -> str:
    """Where the video goes."""
    if not output:
        return say("Video goes beside the deck")
    return say("Video goes to {folder}").format(folder=Path(output).name or output)


def finished_at(job: Job) -> str:
    """The clock time of a job's end, else of its making."""
    return time_of_day(job.completed_at or job.created_at)


def elapsed_s(job: Job, moment: datetime | None = None) -> float:
    """Seconds the job has run, or ran, since it was last started."""
    if job.started_at is None:
        return 0.0
    end = job.completed_at or moment or datetime.now(UTC)
    return max(0.0, (end - job.started_at).total_seconds())


def _waiting_facts(job: Job, outlook: Outlook) -> list[str]:
    """How much there is to render, and what is chosen for this deck alone."""
    slides = outlook.talk.slides if outlook.talk else job.slide_count
    parts = [counted_slides(slides)] if slides else []
    if outlook.talk:
        parts.append(about(length_s(outlook.talk, job.settings)))
    if outlook.usual is None or outlook.usual.size != job.settings.size:
        parts.append(FRAME_SIZES[job.settings.size].label)
    if outlook.usual is None or outlook.usual.voice != job.settings.voice:
        parts.append(voice_in_words(job.settings.voice))
    return parts


def _running_facts(job: Job, remaining: float | None, moment: datetime) -> str:
    parts = []
    if job.slide and job.slide_count:
        parts.append(say("Slide {n} of {count}").format(n=job.slide, count=job.slide_count))
    elif job.slide_count:
        parts.append(counted_slides(job.slide_count))
    parts.append(clock(elapsed_s(job, moment)))
    if remaining is not None:
        parts.append(say("{time} left").format(time=about(remaining)))
    return DOT.join(parts)
