"""Which language a script is written in, as far as its letters say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class _WritingSystem:
    """Letters and the languages written with them, the likeliest first.

    `ranges` are code points from Unicode's Blocks.txt, both ends included. `weight` is how many letters of an alphabet
    one of its characters is worth when a text mixes writing systems.
    """

    languages: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    weight: int = 1


_KANA = _WritingSystem(("ja",), ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9D)), 3)
_HAN = _WritingSystem(("zh", "yue", "ja", "hak"), ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF)), 3)
_ARABIC = _WritingSystem(("ar", "fa", "ur", "ug", "sd", "ps"), ((0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFEFC)))
_CYRILLIC = _WritingSystem(
    ("ru", "uk", "bg", "be", "sr", "mk", "kk", "ky", "tt", "ba", "cv", "mn"), ((0x0400, 0x052F),)
)
_LATIN = _WritingSystem((), ((0x0041, 0x024F), (0x1E00, 0x1EFF)))

_WRITING_SYSTEMS = (
    _LATIN,
    _HAN,
    _KANA,
    _ARABIC,
    _CYRILLIC,
    _WritingSystem(("ko",), ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)), 3),
    _WritingSystem(("he", "yi"), ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    _WritingSystem(("el", "grc"), ((0x0370, 0x03FF), (0x1F00, 0x1FFF))),
    _WritingSystem(("hy", "hyw"), ((0x0530, 0x058F),)),
    _WritingSystem(("ka",), ((0x10A0, 0x10FF),)),
    _WritingSystem(("hi", "mr", "ne", "kok", "sa"), ((0x0900, 0x097F),)),
    _WritingSystem(("bn", "as", "bpy"), ((0x0980, 0x09FF),)),
    _WritingSystem(("pa",), ((0x0A00, 0x0A7F),)),
    _WritingSystem(("gu",), ((0x0A80, 0x0AFF),)),
    _WritingSystem(("or",), ((0x0B00, 0x0B7F),)),
    _WritingSystem(("ta",), ((0x0B80, 0x0BFF),)),
    _WritingSystem(("te",), ((0x0C00, 0x0C7F),)),
    _WritingSystem(("kn",), ((0x0C80, 0x0CFF),)),
    _WritingSystem(("ml",), ((0x0D00, 0x0D7F),)),
    _WritingSystem(("si",), ((0x0D80, 0x0DFF),)),
    _WritingSystem(("th",), ((0x0E00, 0x0E7F),)),
    _WritingSystem(("lo",), ((0x0E80, 0x0EFF),)),
    _WritingSystem(("my", "shn"), ((0x1000, 0x109F),)),
    _WritingSystem(("am", "ti"), ((0x1200, 0x137F),)),
    _WritingSystem(("km",), ((0x1780, 0x17FF),)),
)

_TELLING_LETTERS = (
    (_ARABIC, "ur", "ٹڈڑےںھ"),
    (_ARABIC, "fa", "پچژگکی"),
    (_CYRILLIC, "uk", "іїєґ"),
    (_CYRILLIC, "sr", "ђћљњџ"),
    (_CYRILLIC, "mk", "ѓќѕ"),
    (_CYRILLIC, "be", "ў"),
)
"""Letters that a writing system's first language does not have, the more telling language first."""


def language_of(script: str, marked: str) -> str:
    """The BCP 47 tag of the language to speak a script in.

    The letters say the writing system. `marked` (the tag the deck's text is marked with, or empty) is believed when
    its language is written with those letters: much text is marked with the author's keyboard, not its language.
    """
    letters = Counter(character for character in script.casefold() if character.isalpha())
    system = _writing_system(letters)
    base = base_language(marked)
    if system is _LATIN:
        return marked if base and base not in _NOT_LATIN else ENGLISH
    if base in system.languages:
        return marked
    for candidate, language, telling in _TELLING_LETTERS:
        if candidate is system and any(letters[letter] for letter in telling):
            return language
    return system.languages[0]


def base_language(tag: str) -> str:
    """The language of a BCP 47 tag without region and script, in lower case."""
    return tag.replace("_", "-").partition("-")[0].casefold()


_NOT_LATIN = frozenset(
    language for system in _WRITING_SYSTEMS for language in system.languages if language not in ("sr", "kk", "mn")
)
"""Languages hardly ever written in Latin letters: Latin text marked so is taken for English."""


def _writing_system(letters: Counter[str]) -> _WritingSystem:
    """The one most of the text is written in; Latin for a text without letters."""
    scores = {system: _score(system, letters) for system in _WRITING_SYSTEMS}
    if scores[_KANA]:
        # Only Japanese has kana, and mixes it with Han characters.
        scores[_KANA] += scores[_HAN]
    best = max(scores, key=lambda system: scores[system])
    return best if scores[best] else _LATIN


def _score(system: _WritingSystem, letters: Counter[str]) -> int:
    found = sum(
        count for letter, count in letters.items() if any(first <= ord(letter) <= last for first, last in system.ranges)
    )
    return found * system.weight
