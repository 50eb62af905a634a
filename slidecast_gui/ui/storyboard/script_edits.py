"""A slide on the storyboard, and what the presenter wants otherwise than the deck has it. No Qt, no database.

Each function gives the whole edit of a slide after one wish; what is as in the deck is left out of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from slidecast_gui.edits import LONGEST_S, NO_EDIT, SHORTEST_S, SlideEdit
from slidecast_gui.rehearsal.messages import SlideFacts

# A presenter cannot type what stands for a line break within a paragraph of a slide, and does not see the difference.
_ALIKE = str.maketrans({"\v": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n"})


@dataclass(frozen=True, slots=True)
class BoardSlide:
    """A slide as the deck has it, the presenter's edit of it, and what a rehearsal has found out so far.

    `picture` is a path, empty until it is drawn. `seconds` and `heard` are None until they are known, and where they
    cannot be: then `unheard` is a sentence that says why. `undrawn` is one about a picture that could not be drawn.
    """

    facts: SlideFacts
    edit: SlideEdit = NO_EDIT
    picture: str = ""
    warnings: tuple[str, ...] = ()
    seconds: float | None = None
    heard: bool | None = None
    undrawn: str = ""
    unheard: str = ""

    @property
    def number(self) -> int:
        """Its place in the deck, from 1."""
        return self.facts.number

    @property
    def script(self) -> str:
        """What is said, unless a sound is heard instead; lines end with a newline alone."""
        return plain_lines(self.facts.notes if self.edit.script is None else self.edit.script)

    @property
    def is_skipped(self) -> bool:
        """Whether it is left out of the video."""
        return self.facts.hidden if self.edit.skipped is None else self.edit.skipped

    @property
    def complaints(self) -> tuple[str, ...]:
        """All that is wrong with it, in sentences."""
        return (*filter(None, (self.unheard, self.undrawn)), *self.warnings)


def length_of(slides: Iterable[BoardSlide]) -> float | None:
    """How many seconds the talk takes as it is edited; None as long as that is not known of every slide."""
    seconds = [slide.seconds for slide in slides if not slide.is_skipped]
    known = [one for one in seconds if one is not None]
    return sum(known) if len(known) == len(seconds) else None


def plain_lines(text: str) -> str:
    """The text with nothing but newlines between its lines."""
    return text.replace("\r\n", "\n").translate(_ALIKE)


def with_script(slide: BoardSlide, text: str) -> SlideEdit:
    """The edit with this script; the notes of the deck are no edit."""
    own = plain_lines(text)
    return replace(slide.edit, script=None if own == plain_lines(slide.facts.notes) else own)


def with_seconds(slide: BoardSlide, seconds: float | None) -> SlideEdit:
    """The edit with this shortest time; None: as long as what is said."""
    return replace(slide.edit, seconds=seconds)


def with_skipped(slide: BoardSlide, *, skipped: bool) -> SlideEdit:
    """The edit with the slide left out or shown; a hidden slide that is left out is as in the deck."""
    return replace(slide.edit, skipped=None if skipped == slide.facts.hidden else skipped)


def with_sound(edit: SlideEdit, kept: str, name: str) -> SlideEdit:
    """The edit with the sound that was kept so, of the file with that name; both empty: none."""
    return replace(edit, sound=kept, sound_name=name)


def seconds_of(text: str) -> float | None:
    """What a presenter has typed as a time: "12", "12.5", "12,5" or "1:30"; None for nothing.

    Raises ValueError for what is no time, or none that a slide can be shown.
    """
    text = text.strip().replace(",", ".")
    if not text:
        return None
    minutes, colon, rest = text.rpartition(":")
    seconds = float(rest) + 60 * (int(minutes) if colon else 0)
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise ValueError(text)
    return seconds
