"""A script becomes a clip: sentence by sentence, so that the time of each is exact."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from slidecast_gui.clip import Clip, SpokenSentence
from slidecast_gui.narration.engine import Sound
from slidecast_gui.narration.engines import engine_of
from slidecast_gui.narration.errors import NarrationError, NarrationErrorKind
from slidecast_gui.narration.loudness import evened, trimmed
from slidecast_gui.narration.model import Speech, Voice
from slidecast_gui.narration.script import clean_script, spoken_form
from slidecast_gui.narration.sentences import split_paragraphs

LONGEST_SCRIPT = 100_000
"""Characters. Two hours of speech: nobody's notes for one slide."""

_SENTENCE_PAUSE_S = 0.25
_PARAGRAPH_PAUSE_S = 0.5
_READING_S = 1 / 15
"""Seconds a character is shown of a sentence in which the voice finds nothing to say."""
_LONGEST_READING_S = 30.0

_MADE_BY = "2"
"""Counted up when this package would make other samples or sentences from the same script."""


def speak(script: str, voice: Voice, speech: Speech) -> Clip:
    """The whole script spoken, with the time of each sentence. Raises NarrationError.

    The clip begins with the first sentence and ends with the last; the pauses between are counted to no sentence.
    The same arguments give the same samples. A script without a letter or digit gives an empty clip.
    """
    check_length(script)
    paragraphs = split_paragraphs(clean_script(script))
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    spoken = engine_of(voice).say([spoken_form(sentence) for sentence in sentences], voice, speech)
    sounds = evened([trimmed(sound, spoken.rate) for sound in spoken.sounds])
    return _joined(paragraphs, sounds, spoken.rate)


def check_length(script: str, slide: int | None = None) -> None:
    """Raises NarrationError for a script longer than `LONGEST_SCRIPT`; `slide` is the number of the slide it is of.

    To be asked before anything else is done with notes: of millions of characters even cleaning takes minutes.
    """
    if len(script) > LONGEST_SCRIPT:
        which = "one slide" if slide is None else f"slide {slide}"
        raise NarrationError(
            NarrationErrorKind.SCRIPT_TOO_LONG,
            f"The notes of {which} have {len(script):,} characters, more than the {LONGEST_SCRIPT:,} that can be "
            "spoken; shorten them.",
        )


def clip_key(script: str, voice: Voice, speech: Speech) -> tuple[str, ...]:
    """Everything that determines what `speak` makes of the same arguments."""
    state = engine_of(voice).state()
    how = (_MADE_BY, state.name, state.version, voice.voice_id, str(speech.rate), str(speech.pitch))
    return ("clip", *how, clean_script(script))


def _joined(paragraphs: Sequence[Sequence[str]], sounds: Sequence[Sound], rate: int) -> Clip:
    """Sentences one after another, with their pauses."""
    pieces: list[Sound] = []
    sentences: list[SpokenSentence] = []
    position = 0
    remaining = iter(sounds)
    for paragraph in paragraphs:
        for place, text in enumerate(paragraph):
            if pieces:
                pause = _SENTENCE_PAUSE_S if place else _PARAGRAPH_PAUSE_S
                pieces.append(_silence(pause, rate))
                position += len(pieces[-1])
            sound = next(remaining)
            if not len(sound):
                sound = _silence(min(len(text) * _READING_S, _LONGEST_READING_S), rate)
            sentences.append(SpokenSentence(text, position / rate, (position + len(sound)) / rate))
            pieces.append(sound)
            position += len(sound)
    return Clip(np.concatenate(pieces) if pieces else np.zeros(0, np.int16), rate, tuple(sentences))


def _silence(seconds: float, rate: int) -> Sound:
    return np.zeros(round(seconds * rate), np.int16)
