"""Why a renderer gives no picture; never seen outside `slides`, where the next renderer takes over."""

from __future__ import annotations


class DrawingError(Exception):
    """A renderer cannot draw a slide, or anything of the deck. The text is for the log."""
