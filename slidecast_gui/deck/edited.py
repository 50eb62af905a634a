"""A deck as the presenter wants it for one video: the slides as they are, said and shown otherwise."""

from __future__ import annotations

from dataclasses import replace

from slidecast_gui.deck import refusals
from slidecast_gui.deck.model import Deck, Slide
from slidecast_gui.edits import Edits, SlideEdit


def with_edits(deck: Deck, edits: Edits) -> Deck:
    """The deck with `edits` in place; those of slides that are no longer in it change nothing.

    Raises DeckError where no slide is left to be shown.
    """
    slides = tuple(
        with_edit(slide, edits[slide.slide_id]) if slide.slide_id in edits else slide for slide in deck.slides
    )
    edited = replace(deck, slides=slides)
    if not edited.shown:
        raise refusals.all_left_out(deck.path)
    return edited


def with_edit(slide: Slide, edit: SlideEdit) -> Slide:
    """One slide as the presenter wants it."""
    return replace(
        slide,
        notes=slide.notes if edit.script is None else edit.script,
        hidden=slide.hidden if edit.skipped is None else edit.skipped,
        seconds=edit.seconds,
        sound=edit.sound,
    )
