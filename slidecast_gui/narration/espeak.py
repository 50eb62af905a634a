"""The engine that is always there: espeak-ng, from the espeakng-loader wheel."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

from slidecast_gui.narration.engine import EngineState, SpokenSounds
from slidecast_gui.narration.errors import NarrationError, NarrationErrorKind
from slidecast_gui.narration.espeak_library import (
    EspeakError,
    EspeakSession,
    EspeakVoice,
    Parameter,
    data_folder,
    espeak_session,
)
from slidecast_gui.narration.model import Speech, Voice

NAME = "espeak"
LONGEST_S = 3600
"""Most sound one script may become; a slide that is spoken for an hour is a mistake."""

_VOLUME = 70
"""Percent. At 100 vowels reach full scale, and the library's limiter is heard; clips are evened out afterwards."""

_GENDERS = {1: "male", 2: "female"}
_DICTIONARY_LINE = re.compile(r"^\s*dictionary\s+(\S+)", re.MULTILINE)
_LANGUAGE_LINE = re.compile(r"^\s*language\s+([A-Za-z]+)", re.MULTILINE)


class EspeakEngine:
    """Speaks some 130 languages, about 600 times as fast as they are heard. Usable from any thread."""

    def state(self) -> EngineState:
        """Whether the library and its data can be used here."""
        return self._state

    def voices(self) -> tuple[Voice, ...]:
        """Its voices by name; empty where the library cannot be used."""
        return tuple(voice for voice, _ in self._catalogue.values())

    def say(self, sentences: Sequence[str], voice: Voice, speech: Speech) -> SpokenSounds:
        """Each sentence spoken, as plain text. Raises NarrationError."""
        try:
            _, identifier = self._catalogue[voice.voice_id]
        except KeyError:
            raise NarrationError(
                NarrationErrorKind.NO_VOICE,
                f"The voice “{voice.name}” is not on this computer; choose another one.",
            ) from None
        try:
            with espeak_session() as session:
                session.select(identifier)
                session.set(Parameter.RATE, speech.rate)
                session.set(Parameter.PITCH, speech.pitch)
                session.set(Parameter.VOLUME, _VOLUME)
                return _say_all(session, sentences)
        except EspeakError as error:
            raise NarrationError(
                NarrationErrorKind.ENGINE,
                "The voice could not speak; choose another voice, or install Slidecast again.",
                str(error),
            ) from error

    @functools.cached_property
    def _state(self) -> EngineState:
        try:
            with espeak_session() as session:
                return EngineState(NAME, True, session.version)
        except EspeakError as error:
            return EngineState(NAME, False, "", f"The espeak-ng library cannot be used ({error}).")

    @functools.cached_property
    def _catalogue(self) -> dict[str, tuple[Voice, str]]:
        """Voices and the library's names for them, by `voice_id`."""
        try:
            data = data_folder()
            with espeak_session() as session:
                known = [found for found in session.voices() if _has_dictionary(data, found)]
        except EspeakError:
            return {}
        catalogue: dict[str, tuple[Voice, str]] = {}
        for found in sorted(known, key=lambda voice: voice.name):
            voice_id = f"{NAME}:{found.language}"
            if voice_id in catalogue:
                # Two voices share a language; the file names are told apart by a suffix ("yue-Latn-jyutping").
                voice_id = f"{NAME}:{_file_name(found).casefold()}"
            voice = Voice(voice_id, NAME, found.name, _bcp47(found.language), _GENDERS.get(found.gender, ""))
            catalogue[voice_id] = (voice, found.identifier)
        return catalogue


def _say_all(session: EspeakSession, sentences: Sequence[str]) -> SpokenSounds:
    left = LONGEST_S * session.rate
    sounds = []
    for sentence in sentences:
        sounds.append(session.synthesize(sentence, left))
        left -= len(sounds[-1])
        if left <= 0:
            raise NarrationError(
                NarrationErrorKind.SCRIPT_TOO_LONG,
                "The notes of one slide take over an hour to speak; shorten them or divide the slide.",
            )
    return SpokenSounds(tuple(sounds), session.rate)


def _has_dictionary(data: Path, voice: EspeakVoice) -> bool:
    """Whether the language's words are there: some listed voices (Faroese in 1.52) come without, and spell letters."""
    try:
        definition = (data / "lang" / voice.identifier).read_text("utf-8", "replace")
    except OSError:
        return False
    named = _DICTIONARY_LINE.search(definition) or _LANGUAGE_LINE.search(definition)
    return named is not None and (data / f"{named[1]}_dict").is_file()


def _file_name(voice: EspeakVoice) -> str:
    return voice.identifier.rpartition("/")[2]


def _bcp47(tag: str) -> str:
    """A tag in the case that RFC 5646, 2.1.1 recommends: "en-gb" is "en-GB", "fa-latn" is "fa-Latn"."""
    first, *rest = tag.split("-")
    cased = [first.lower()]
    private = False
    for part in rest:
        private = private or len(part) == 1
        region, writing = len(part) == 2 and not private, len(part) == 4 and not private
        cased.append(part.upper() if region else part.capitalize() if writing else part.lower())
    return "-".join(cased)
