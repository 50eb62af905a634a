"""Text cut into sentences, in many languages.

A cut too few costs little: the sentence is longer, and captions are cut by length anyway. A cut too many is heard, as
a pause after “Dr.”. So wherever a stop can be read both ways, there is no cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ANYWHERE = "。！？｡।॥።၊။؟۔"
"""Stops that end a sentence whether or not a space follows: CJK, Devanagari, Ethiopic, Burmese, Arabic, Urdu."""

_CLOSERS = "\"'”’»›)]}」』）】〉》"
_OPENERS = "\"'“‘„«‹([{「『（【〈《¿¡-–—*•"

_CLOSER = f"[{re.escape(_CLOSERS)}]"
_CLOSED_FOR_GOOD = rf"{_CLOSER}*(?=[\s{re.escape(_OPENERS)}]|$)"
"""Closing marks, and not as in 「好吗？」他说, where the quotation goes on being part of its sentence."""

_MARKS = "[.!?…‼⁇⁈⁉]"
_STOP = re.compile(
    rf"(?P<anywhere>[{_ANYWHERE}][{_ANYWHERE}.!?…]*+(?:{_CLOSED_FOR_GOOD})?)(?!{_CLOSER})"
    # Only from the first mark of a run, and never back: else a line of 50,000 dots takes minutes.
    rf"|(?<!{_MARKS})(?P<marks>{_MARKS}++)(?P<closers>{_CLOSER}*+)(?=\s)"
)
_LONGEST_WORD = 40
"""Characters that are looked at on either side of a stop."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_NEVER_LAST = _words(
    # English, and titles common to many languages
    "dr mr mrs ms prof st sr jr rev hon gen col lt sgt capt messrs mt ft vs cf viz approx ca al ed eds est resp",
    # figures and parts of books
    "fig figs eq eqs no nos nr vol vols ch chap sec sect p pp par art tab ex",
    # German
    "bzw evtl ggf vgl sog inkl exkl zzgl bspw hrsg jh str hr fr tel dipl ing abb bd usf",
    # French, Spanish, Portuguese, Italian, Dutch
    "mme mlle mm env sra srta ud uds pág núm ej dott sig bijv blz dhr mevr",
    # Russian
    "им ул стр рис табл гл см др проф акад тыс млн млрд руб",
    # months and days that are no other words
    "jan feb apr jun jul aug sept sep oct nov dec tue tues thu thur thurs fri",
)
"""Words that are followed by a stop and hardly ever end a sentence."""

_SELDOM_LAST = _words("etc inc ltd co corp dept usw г гг в вв")
"""Abbreviations that do end sentences: a cut where a capital follows."""

_DOTTED = re.compile(r"\w(?:\.\w)+")
"""e.g, U.S, т.е"""


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order; joined they are the text, up to white space."""
    return tuple(sentence for paragraph in split_paragraphs(text) for sentence in paragraph)


def split_paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The sentences of each paragraph. A line is a paragraph, as in speaker notes.

    What nobody can say (a rule of dashes, a lone bullet) is put to the sentence before it, or at the start to the one
    after it, so that every sentence can be spoken unless there is nothing to speak at all.
    """
    paragraphs: list[list[str]] = []
    waiting = ""
    for line in text.splitlines():
        spoken: list[str] = []
        for piece in _cut(line):
            if any(character.isalnum() for character in piece):
                spoken.append(f"{waiting} {piece}".lstrip())
                waiting = ""
            elif spoken or paragraphs:
                last = spoken or paragraphs[-1]
                last[-1] = f"{last[-1]} {piece}"
            else:
                waiting = f"{waiting} {piece}".lstrip()
        if spoken:
            paragraphs.append(spoken)
    if waiting:
        paragraphs.append([waiting])
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def _cut(line: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(line):
        if stop["anywhere"] or _ends(line, start, stop):
            if piece := line[start : stop.end()].strip():
                yield piece
            start = stop.end()
    if rest := line[start:].strip():
        yield rest


def _ends(line: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop with a space behind it ends the sentence that begins at `start`."""
    after = line[stop.end() : stop.end() + _LONGEST_WORD]
    lower_follows = after.lstrip(_OPENERS + " ")[:1].islower()
    if stop["marks"] != "." or stop["closers"]:
        # "Really?" she asked.  And then... nothing.  (as in Fig. 3 etc.) and so on
        return not lower_follows
    before = line[max(start, stop.start() - _LONGEST_WORD) : stop.start()]
    *earlier, last = before.split() or [""]
    return not _is_abbreviation(last.lstrip(_OPENERS), not earlier, lower_follows)


def _is_abbreviation(word: str, alone: bool, lower_follows: bool) -> bool:
    """Whether a full stop belongs to the word before it; `alone` is a word that begins its sentence."""
    folded = word.casefold()
    if folded in _NEVER_LAST:
        # "No." is also an answer.
        return not (alone and folded == "no")
    if folded in _SELDOM_LAST:
        return lower_follows
    if word.isdigit():
        # "1. First point", "am 3. Mai": a short number is an ordinal more often than the end.
        return len(word) <= 2
    if len(word) == 1:
        # An initial. "I" is a word, unless it begins the sentence: "I. Newton".
        return word.isalpha() and (alone or word != "I")
    return not word or _DOTTED.fullmatch(word) is not None
