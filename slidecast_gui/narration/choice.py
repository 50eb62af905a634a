"""Which voice speaks a script."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from slidecast_gui.narration.engines import voices
from slidecast_gui.narration.errors import NarrationError, NarrationErrorKind
from slidecast_gui.narration.languages import ENGLISH, base_language, language_of
from slidecast_gui.narration.model import Speech, Voice

AUTO = "auto"
NONE = "none"
_MOST_OFFERED = 3

_SPOKEN_AS = {
    "en": "en-us",
    "en-au": "en-gb",
    "en-ie": "en-gb",
    "en-in": "en-gb",
    "en-nz": "en-gb",
    "en-za": "en-gb",
    "es-ar": "es-419",
    "es-cl": "es-419",
    "es-co": "es-419",
    "es-mx": "es-419",
    "es-pe": "es-419",
    "es-us": "es-419",
    "fr": "fr-fr",
    "in": "id",
    "iw": "he",
    "mo": "ro",
    "nn": "nb",
    "no": "nb",
    "sh": "hr",
    "zh": "cmn",
    "zh-hk": "yue",
    "zh-mo": "yue",
}
"""Tags that decks carry and voices do not, as the tag of the voice that comes nearest."""


def choose_voice(speech: Speech, script: str, language: str) -> Voice | None:
    """The voice to speak a script with, or None where `speech.voice` is "none".

    `language` is the BCP 47 tag the deck's text is marked with, or empty. With "auto" the script's letters and that
    tag decide; English is spoken where no voice knows the language. Raises NarrationError for a voice there is not.
    """
    wanted = speech.voice.strip().casefold()
    if wanted == NONE:
        return None
    known = voices()
    if wanted == AUTO:
        return _for_language(known, language_of(script, language))
    for voice in known:
        if wanted in (voice.voice_id.casefold(), voice.name.casefold()):
            return voice
    if found := _by_language(known, wanted):
        return found
    raise NarrationError(NarrationErrorKind.UNKNOWN_VOICE, _unknown(speech.voice, known))


def _for_language(known: Sequence[Voice], language: str) -> Voice:
    found = _by_language(known, language) or _by_language(known, ENGLISH)
    if found is None:
        raise NarrationError(
            NarrationErrorKind.NO_VOICE,
            "There is no voice on this computer; install Slidecast again, or render without narration.",
        )
    return found


def _by_language(known: Iterable[Voice], tag: str) -> Voice | None:
    """The first voice of the tag, else of the tag without its last parts, else of its language."""
    by_tag: dict[str, Voice] = {}
    for voice in known:
        by_tag.setdefault(voice.language.casefold(), voice)
    for candidate in _shortened(tag):
        if candidate in by_tag:
            return by_tag[candidate]
    family = spoken_family(tag)
    return next((voice for spoken, voice in by_tag.items() if base_language(spoken) == family), None)


def spoken_family(tag: str) -> str:
    """The language of a tag, as voices call it: "cmn" for "zh-TW", "nb" for "no"."""
    return base_language(_SPOKEN_AS.get(base_language(tag), tag))


def _shortened(tag: str) -> Iterator[str]:
    """A tag as it is, then by language and region, then by language: "zh-Hant-HK", "zh-HK", "zh", as voices call it."""
    parts = tag.replace("_", "-").casefold().split("-")
    for candidate in (parts, [parts[0], parts[-1]], parts[:1]):
        joined = "-".join(candidate)
        yield _SPOKEN_AS.get(joined, joined)


def _unknown(wanted: str, known: Sequence[Voice]) -> str:
    names: dict[str, str] = {}
    for voice in known:
        # People call "English (America)" English.
        for name in (voice.name, voice.name.partition(" (")[0], voice.voice_id.partition(":")[2]):
            names.setdefault(name.casefold(), voice.name)
    within = [key for key in names if wanted.casefold() in key]
    alike = difflib.get_close_matches(wanted.casefold(), names, n=_MOST_OFFERED, cutoff=0.6)
    near = list(dict.fromkeys(names[key] for key in within + alike))[:_MOST_OFFERED]
    if near:
        return f"There is no voice “{wanted}”; did you mean {' or '.join(f'“{name}”' for name in near)}?"
    return f"There is no voice “{wanted}”; choose one that “slidecast-gui voices” lists, or “auto”."
