"""The whole video as data: what is seen and heard when.

Picture times are whole frames, sound times whole AAC frames of 1024 samples, both counted from the start of the
video and never from the cue before, so nothing can drift in a long talk. Pictures decide: a slide is given the frames
its clip needs, and the sound of the next slide starts from the next slide's first frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from slidecast_gui.clip import Clip
from slidecast_gui.video.captions import Caption, captions_of

SOUND_RATE = 48_000
"""Samples a second of the sound track."""
SOUND_FRAME = 1024
"""Samples in an AAC frame (ISO/IEC 14496-3, 4.5.2.1: AAC-LC)."""

LEAD = 14_400
"""Samples (0.3 s) of silence between a slide's appearing and the first word."""
TAIL = 33_600
"""Samples (0.7 s) of silence between the last word and the next slide."""
SHORTEST_HOLD = 2
"""Frames. Each hold begins with an IDR picture, and two of them in a row would need different numbers (`idr_pic_id`,
ITU-T H.264, 7.4.3)."""

LONGEST_TITLE = 60
"""Characters of a chapter's title; a character takes at most four bytes of UTF-8."""


@dataclass(frozen=True, slots=True)
class Take:
    """What one shown slide contributes: its number in the deck, its title, and its clip.

    `silent_s` is how long the slide is shown where there is no clip, or an empty one; `least_s` how long in any case.
    """

    number: int
    title: str
    clip: Clip | None
    silent_s: float
    least_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Hold:
    """A still picture of slide number `slide`, shown for `frames` frames from frame `start`."""

    slide: int
    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class Fade:
    """A cross-fade between two slides' pictures, `frames` frames from frame `start`."""

    from_slide: int
    to_slide: int
    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class SoundCue:
    """The clip of a slide: its first sample is heard at AAC frame `start`, its last within `length` AAC frames."""

    slide: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """From frame `start` up to frame `end`."""

    start: int
    end: int
    title: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The video. Holds and fades together cover every frame from 0 to `frames` once; cues do not overlap."""

    fps: int
    frames: int
    holds: tuple[Hold, ...]
    fades: tuple[Fade, ...] = ()
    cues: tuple[SoundCue, ...] = ()
    captions: tuple[Caption, ...] = ()
    chapters: tuple[Chapter, ...] = ()

    @property
    def duration_s(self) -> float:
        """Length of the video."""
        return self.frames / self.fps

    @property
    def samples(self) -> int:
        """Length of the sound track, which is the picture's to the sample."""
        return round(self.frames * SOUND_RATE / self.fps)


def build_timeline(takes: Sequence[Take], fps: int, fade_s: float = 0.0) -> Timeline:
    """The timeline of slides shown one after the other.

    A fade takes its time from the slides on both sides of it, half and half, so a video has the same length with and
    without fades, and nothing that is said moves. It is shorter where a slide has not that much time, and a cut where
    there is none. Raises ValueError where there are no takes.
    """
    if not takes:
        raise ValueError("a video of no slides")
    lengths = [_frames_of(take, fps) for take in takes]
    ends = list(accumulate(lengths))
    starts = [end - length for end, length in zip(ends, lengths, strict=True)]
    halves = _fade_halves(lengths, round(fade_s * fps / 2))
    cues: list[SoundCue] = []
    captions: list[Caption] = []
    for take, start in zip(takes, starts, strict=True):
        if take.clip is not None and len(take.clip.samples):
            cue = _cue(take.number, take.clip, start, fps)
            cues.append(cue)
            captions += captions_of(take.clip.sentences, cue.start * SOUND_FRAME / SOUND_RATE)
    return Timeline(
        fps=fps,
        frames=ends[-1],
        holds=tuple(
            Hold(take.number, start + before, end - after - start - before)
            for take, start, end, before, after in zip(takes, starts, ends, (0, *halves), (*halves, 0), strict=True)
        ),
        fades=tuple(
            Fade(takes[index].number, takes[index + 1].number, ends[index] - half, 2 * half)
            for index, half in enumerate(halves)
            if half
        ),
        cues=tuple(cues),
        captions=tuple(captions),
        chapters=tuple(
            Chapter(start, end, _chapter_title(take)) for take, start, end in zip(takes, starts, ends, strict=True)
        ),
    )


def clip_samples(clip: Clip) -> int:
    """Samples of a clip once it is at the sound track's rate."""
    return round(len(clip.samples) * SOUND_RATE / clip.rate)


def clip_frames(clip: Clip) -> int:
    """AAC frames in which a clip is heard: one more than it fills, because each frame overlaps the next by half."""
    return _ceil_div(clip_samples(clip), SOUND_FRAME) + 1


def _frames_of(take: Take, fps: int) -> int:
    """Frames for which a slide is shown."""
    least = max(SHORTEST_HOLD, round(take.least_s * fps))
    if take.clip is None or not len(take.clip.samples):
        return max(least, round(take.silent_s * fps))
    return max(least, _ceil_div((LEAD + clip_samples(take.clip) + TAIL) * fps, SOUND_RATE))


def _cue(slide: int, clip: Clip, start: int, fps: int) -> SoundCue:
    """The clip of a slide that appears at frame `start`, on the first AAC frame that leaves the lead silent."""
    return SoundCue(slide, _ceil_div(start * SOUND_RATE + LEAD * fps, SOUND_FRAME * fps), clip_frames(clip))


def _ceil_div(amount: int, unit: int) -> int:
    """How many units an amount needs; in whole numbers, because a rounding error here would be a frame."""
    return -(-amount // unit)


def _chapter_title(take: Take) -> str:
    """A slide's title on one line, short enough for every chapter list (ffmpeg cuts at 255 bytes, even in a letter)."""
    title = " ".join(take.title.encode("utf-8", "replace").decode("utf-8").split())
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 1].rstrip() + "…"
    return title or f"Slide {take.number}"


def _fade_halves(lengths: Sequence[int], wanted: int) -> list[int]:
    """Frames that each fade takes from either side, so that every slide keeps its shortest hold."""
    return [min(wanted, (min(before, after) - SHORTEST_HOLD) // 2) for before, after in pairwise(lengths)]
