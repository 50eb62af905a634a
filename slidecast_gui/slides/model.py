"""What a renderer gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PIL import Image


class Renderer(StrEnum):
    """What draws slides. `AUTO` is a choice, not a renderer: each slide is drawn by the one that suits it."""

    AUTO = "auto"
    BUILTIN = "builtin"
    LIBREOFFICE = "libreoffice"
    PDF = "pdf"
    PLAIN = "plain"
    """The last resort: the slide's title and text on a white page, always with a warning."""


@dataclass(frozen=True, slots=True)
class SlideWarning:
    """What a picture lacks, in a sentence that leaves the number to whoever shows it: a slide may be moved.

    `slide` is the number in the deck, or None for the whole deck (a replaced font).
    """

    kind: str
    text: str
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A slide drawn: RGB, of exactly the size asked for."""

    number: int
    image: Image.Image
    renderer: Renderer
    warnings: tuple[SlideWarning, ...] = ()
