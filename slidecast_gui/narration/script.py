"""What is said on a slide: speaker notes made fit for captions and for an engine."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
"""Everything `str.splitlines` ends a line at; PowerPoint's own line break inside a paragraph is read as \\v."""

_STRAY_JOINERS = re.compile(r"(?<![^\x00-\x7f\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f\s])")
_JOINERS = "\u200c\u200d"

_NEVER_SAID = re.compile(
    r"(?<![\w*~|•·])[*_~|•·▪▫◦●○■□]++(?!\w)"  # bullets, rules, emphasis that stands alone
    r"|(?<!\w)[*_]++(?=\w)|(?<=[^\W_])[*_]++(?!\w)"  # *emphasis*
    r"|[=#]{2,}"  # === underlines ===
    r"|\b[a-z]++://",  # https://
    re.IGNORECASE,
)


def clean_script(notes: str) -> str:
    """Notes without what is neither seen nor heard: one paragraph a line, single spaces, no empty lines.

    Control characters (espeak takes commands after U+0001), bidirectional overrides and other invisible marks, private
    characters (symbol fonts' bullets) and lone surrogates go; all words stay as they are. The zero-width joiners stay
    inside words of the scripts that spell with them (Persian, Indic) and inside joined emoji. Cleaning twice changes
    nothing.
    """
    lines = (_clean_line(line) for line in _LINE_ENDS.split(notes))
    return "\n".join(line for line in lines if line)


def is_speakable(script: str) -> bool:
    """Whether there is a letter or a digit in it, of any writing system."""
    return any(character.isalnum() for character in clean_script(script))


def spoken_form(sentence: str) -> str:
    """What is handed to the engine for a sentence: without marks that it would read out ("asterisk asterisk")."""
    return " ".join(_NEVER_SAID.sub(" ", sentence).split())


def _clean_line(line: str) -> str:
    visible = "".join(_visible(character) for character in line)
    return " ".join(_STRAY_JOINERS.sub("", visible).split())


def _visible(character: str) -> str:
    """The character, a space in its place, or nothing; by Unicode general category."""
    category = unicodedata.category(character)
    if category in ("Zs", "Co") or character in "\t\ufffc":
        return " "
    if category in ("Cc", "Cs", "Cn") or (category == "Cf" and character not in _JOINERS):
        return ""
    return character
