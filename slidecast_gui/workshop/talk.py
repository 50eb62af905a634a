"""What a deck amounts to before anything of it is made: for estimates, and for the shares of a render's progress."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from slidecast_gui import effort
from slidecast_gui.deck import Deck, Slide
from slidecast_gui.effort import Said, Talk
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import DeckRead
from slidecast_gui.narration.script import clean_script, is_speakable


def talk_of(deck: Deck) -> Talk:
    """The talk of the slides that are shown, with the edits that are in them."""
    return effort.talk_of(map(_said, deck.shown))


def read_told(deck: Deck) -> DeckRead:
    """What is told of a deck that has been read."""
    return DeckRead(title=deck.title, sha256=deck.sha256, **asdict(talk_of(deck)))


def _said(slide: Slide) -> Said:
    script = clean_script(slide.notes)
    return Said(script if is_speakable(script) else "", slide.seconds, _sound_s(slide.sound))


def _sound_s(path: str) -> float:
    """Seconds of a slide's own sound; 0 where there is none, or none that can be read: the render says why."""
    if not path:
        return 0.0
    # Most decks have none, and need no codec to be looked into.
    from slidecast_gui.video import sound_length_s

    try:
        return sound_length_s(Path(path), "The sound of a slide")
    except SlidecastError:
        return 0.0
