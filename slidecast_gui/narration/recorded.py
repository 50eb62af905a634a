"""A sound that was recorded for a slide becomes its clip, with the script as captions over it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from slidecast_gui.clip import Clip, SpokenSentence
from slidecast_gui.narration.loudness import evened, trimmed
from slidecast_gui.narration.script import clean_script
from slidecast_gui.narration.sentences import split_sentences

_MADE_BY = "1"
"""Counted up when this module would make another clip from the same sound and script."""


def recorded_clip(samples: NDArray[np.int16], rate: int, script: str) -> Clip:
    """The sound, mono, without the silence at its ends and as loud as spoken slides are.

    Nobody knows when each sentence of `script` is heard in it: each gets its share of the time by its letters.
    """
    (sound,) = evened([trimmed(samples, rate)])
    return Clip(sound, rate, tuple(_spread(clean_script(script), len(sound) / rate)))


def recorded_key(sound_sha256: str, script: str) -> tuple[str, ...]:
    """Everything that determines what `recorded_clip` makes of the same sound file."""
    return ("recorded", _MADE_BY, sound_sha256, clean_script(script))


def _spread(script: str, seconds: float) -> Iterator[SpokenSentence]:
    sentences = [sentence for line in script.splitlines() for sentence in split_sentences(line)]
    letters = sum(map(len, sentences))
    passed = 0
    for sentence in sentences:
        start = seconds * passed / letters
        passed += len(sentence)
        yield SpokenSentence(sentence, start, seconds * passed / letters)
