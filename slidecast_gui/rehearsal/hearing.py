"""What is heard on a slide: how long it takes, and as a sound file."""

from __future__ import annotations

import hashlib
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from slidecast_gui.errors import SlidecastError
from slidecast_gui.rehearsal.messages import Heard, Timed, Trouble
from slidecast_gui.rehearsal.troubles import trouble_of
from slidecast_gui.rehearsal.wanted import View, Wanted
from slidecast_gui.video import LEAD, SOUND_RATE, Take


def timed(wanted: Wanted, number: int) -> Timed | Trouble | None:
    """How long a slide takes as it is wanted now; None where it was changed while that was found out."""
    view = wanted.view(number)
    reply: Timed | Trouble
    try:
        reply = Timed(number, 0.0, heard=False) if view.slide.hidden else _timed(view)
    except (SlidecastError, OSError) as error:
        reply = trouble_of(error, number, is_heard=True)
    return reply if wanted.view(number) == view else None


def heard(wanted: Wanted, number: int, folder: Path) -> Heard:
    """A sound file in `folder` of what is heard on a slide as it is wanted now, also on one that is left out.

    Raises NarrationError, MovieError, OSError.
    """
    while True:
        view = wanted.view(number)
        take = view.take()
        if wanted.view(number) == view:
            seconds = view.seconds(take)
            return Heard(number, str(_write(take, seconds, folder)), seconds)


def _timed(view: View) -> Timed:
    take = view.take()
    return Timed(take.number, view.seconds(take), heard=_is_heard(take))


def _is_heard(take: Take) -> bool:
    return take.clip is not None and len(take.clip.samples) > 0


def _write(take: Take, seconds: float, folder: Path) -> Path:
    """The file, named after what is in it: one that is being played is never written again."""
    samples, rate = _samples(take, seconds)
    data = samples.astype("<i2").tobytes()
    path = folder / f"heard-{take.number:03d}-{hashlib.sha256(data).hexdigest()[:16]}.wav"
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("wb") as file, wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(rate)
            sound.writeframes(data)
        part.replace(path)
    return path


def _samples(take: Take, seconds: float) -> tuple[NDArray[np.int16], int]:
    """Everything from the slide's appearing to its end, mono, and how many samples a second has."""
    clip = take.clip
    if clip is None:
        return np.zeros(round(seconds * SOUND_RATE), np.int16), SOUND_RATE
    samples = np.zeros(round(seconds * clip.rate), np.int16)
    lead = round(LEAD * clip.rate / SOUND_RATE)
    samples[lead : lead + len(clip.samples)] = clip.samples
    return samples, clip.rate
