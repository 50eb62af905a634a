"""How long a talk becomes, how large its video, and what it costs to make: estimates from what is known beforehand.

The numbers were measured with the built-in renderer and voice on talks of 9 and 30 slides at 720p, 1080p and 4K; the
costs are seconds of one core, of which only the ratios count: `jobs.estimate` learns how fast this computer is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from slidecast_gui.settings import RenderSettings

# Letters spoken in a second at one word a minute, pauses between sentences included.
_LETTERS_A_SECOND = 0.101
# How many Latin letters a syllable of Hangul, and a character of Chinese or Japanese, takes as long as.
_HANGUL, _IDEOGRAPH = 2.8, 4.9
_HANGUL_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_AROUND_A_CLIP_S = 1.0
"""A slide is seen for a moment before and after its narration."""

# Bytes: of a still a megapixel (to the power of _GROWTH: larger pictures are smoother), of a frame repeated, of a
# second of sound, of a cross-fade.
_STILL, _GROWTH, _SKIPPED, _SOUND, _FADE = 30_000, 0.85, 67, 16_000, 180_000
_SEEK_POINT_S = 8

_STARTING, _DRAWING, _SPEAKING, _FADING, _WRITING = 0.9, 0.115, 0.0125, 0.16, 0.0015
"""Seconds: once; a megapixel of a slide; a second of narration; a megapixel of a cross-fade at 30 frames a second; a
second of video."""
_USUAL_FPS = 30


@dataclass(frozen=True, slots=True)
class Talk:
    """What a deck's slides amount to: how many are shown, on how many a voice speaks, and how many letters.

    `timed` others last `timed_s` seconds together whatever the settings, as the presenter wants it or as their own
    sound takes, which `sounds` of them have.
    """

    slides: int
    spoken: int
    letters: int
    timed: int = 0
    timed_s: float = 0.0
    sounds: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """One slide: what a voice says on it, how long it is shown at least, and seconds of its own sound, 0 for none."""

    script: str
    seconds: float | None = None
    sound_s: float = 0.0

    @property
    def fixed_s(self) -> float | None:
        """How long it lasts whatever the settings; None where they decide. Speech is taken at its usual rate."""
        if self.sound_s:
            return max(self.seconds or 0.0, self.sound_s + _AROUND_A_CLIP_S)
        spoken_s = _spoken_s(_weight(self.script), 1, RenderSettings().rate) if self.script else 0.0
        return self.seconds if self.seconds is not None and self.seconds > spoken_s else None


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one core for each part of a render."""

    starting: float
    slides: float
    narration: float
    fades: float
    writing: float

    @property
    def whole(self) -> float:
        """All of it."""
        return self.starting + self.slides + self.narration + self.fades + self.writing


def talk_of(slides: Iterable[Said]) -> Talk:
    """The talk of these slides; one with an empty script is silent."""
    each = list(slides)
    timed = [seconds for slide in each if (seconds := slide.fixed_s) is not None]
    spoken = [slide.script for slide in each if slide.script and slide.fixed_s is None]
    sounds = sum(slide.sound_s > 0 for slide in each)
    return Talk(len(each), len(spoken), round(sum(map(_weight, spoken))), len(timed), sum(timed), sounds)


def length_s(talk: Talk, settings: RenderSettings) -> float:
    """Seconds of video."""
    spoken = talk.spoken if settings.voice != "none" else 0
    said_s = _spoken_s(talk.letters, spoken, settings.rate) if spoken else 0.0
    return said_s + talk.timed_s + (talk.slides - spoken - talk.timed) * settings.seconds_per_slide


def size(talk: Talk, settings: RenderSettings) -> int:
    """Bytes of the video's file."""
    seconds = length_s(talk, settings)
    area = float(_megapixels(settings) ** _GROWTH)
    stills = (talk.slides + seconds / _SEEK_POINT_S) * _STILL * area
    is_heard = talk.sounds or (talk.spoken and settings.voice != "none")
    sound = seconds * _SOUND if is_heard else 0.0
    fades = _fades(talk.slides, settings) * _FADE * area
    return round(stills + sound + fades + seconds * settings.fps * _SKIPPED)


def cost(slides: int, seconds: float, settings: RenderSettings) -> Cost:
    """What a video of so many slides and seconds costs, if nothing of it is there yet."""
    megapixels = _megapixels(settings)
    return Cost(
        starting=_STARTING,
        slides=slides * megapixels * _DRAWING,
        narration=seconds * _SPEAKING if settings.voice != "none" else 0.0,
        fades=_fades(slides, settings) * megapixels * _FADING * settings.fps / _USUAL_FPS,
        writing=seconds * _WRITING,
    )


def _spoken_s(letters: float, slides: int, rate: int) -> float:
    return letters / (_LETTERS_A_SECOND * rate) + slides * _AROUND_A_CLIP_S


def _weight(script: str) -> float:
    """The script's length in Latin letters."""
    hangul, ideographs = len(_HANGUL_SYLLABLE.findall(script)), len(_IDEOGRAPHS.findall(script))
    return len(script) + hangul * (_HANGUL - 1) + ideographs * (_IDEOGRAPH - 1)


def _fades(slides: int, settings: RenderSettings) -> int:
    return max(0, slides - 1) if settings.transition == "fade" else 0


def _megapixels(settings: RenderSettings) -> float:
    width, height = settings.frame_size
    return width * height / 1e6
