"""How a slide comes and goes: its transition and when the show advances (ECMA-376 Part 1, 19.3.1.50)."""

from __future__ import annotations

from slidecast_gui.deck.markup import Element, local_name, truth
from slidecast_gui.deck.model import Advance, SlideTransition

MAX_ADVANCE_S = 3600.0
_MAX_TRANSITION_S = 60.0
_SECONDS_OF_SPEED = {"slow": 1.0, "med": 0.75, "fast": 0.5}
"""What PowerPoint plays for the three speeds of the first edition, which gives no times."""
_NOT_A_KIND = frozenset({"sndAc", "extLst"})
_DURATION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}dur"


def read_advance(slide: Element) -> tuple[Advance, str]:
    """When the show goes on, and the stored time where it makes no sense and is left out, else empty.

    A time of 0 ("at once, after the animations") is no time of its own either, but nothing to warn of.
    """
    transition = _transition(slide)
    if transition is None:
        return Advance(), ""
    on_click = truth(transition.get("advClick"), True)
    stored = transition.get("advTm")
    if stored is None:
        return Advance(on_click), ""
    try:
        seconds = int(stored) / 1000
    except (ValueError, OverflowError):
        return Advance(on_click), stored
    if not 0 <= seconds <= MAX_ADVANCE_S:
        return Advance(on_click), stored
    return Advance(on_click, seconds or None), ""


def read_transition(slide: Element) -> SlideTransition | None:
    """How the slide appears, or None: an element without a kind inside only carries times."""
    transition = _transition(slide)
    if transition is None:
        return None
    kind = next((child for child in transition.iterchildren() if local_name(child) not in _NOT_A_KIND), None)
    if kind is None:
        return None
    # The kinds of PowerPoint 2013 share one element and are told apart by its preset ([MS-PPTX], prstTrans).
    name = kind.get("prst") or local_name(kind) if local_name(kind) == "prstTrans" else local_name(kind)
    return SlideTransition(name, _duration(transition))


def _transition(slide: Element) -> Element | None:
    return next(slide.iterchildren("{*}transition"), None)


def _duration(transition: Element) -> float:
    """Seconds: the exact time of PowerPoint 2010 and later ([MS-PPTX], p14:dur), else what the speed stands for."""
    try:
        seconds = int(transition.get(_DURATION, "")) / 1000
    except (ValueError, OverflowError):
        seconds = 0.0
    if 0 < seconds <= _MAX_TRANSITION_S:
        return seconds
    return _SECONDS_OF_SPEED.get(transition.get("spd", "fast"), _SECONDS_OF_SPEED["fast"])
