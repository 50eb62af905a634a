"""What the rest of Slidecast knows of a presentation file: frozen data, no library's objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

EMU_PER_POINT = 12_700
"""English Metric Units in a point (ECMA-376 Part 1, 20.1.2.1)."""


class DeckKind(StrEnum):
    """How the file's content is read; the ending of its name is only a hint."""

    PPTX = "pptx"
    PDF = "pdf"


class Feature(StrEnum):
    """Content that some renderer is known not to draw, or to draw badly."""

    METAFILE = "metafile"
    CHART_EX = "chart-ex"
    MODEL_3D = "3d-model"
    INK = "ink"
    EQUATION = "equation"
    OLE_OBJECT = "ole-object"
    SMART_ART_WITHOUT_DRAWING = "smart-art-without-drawing"
    RIGHT_TO_LEFT = "right-to-left"
    VERTICAL_TEXT = "vertical-text"
    ACTIVE_X = "active-x"


class MediaKind(StrEnum):
    """What a media part holds."""

    AUDIO = "audio"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class SlideSize:
    """Width and height of every slide of a deck, in EMU; both greater than zero."""

    width: int
    height: int

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Advance:
    """When a slide show goes on to the next slide (ECMA-376 Part 1, 19.3.1.50: `advClick`, `advTm`)."""

    on_click: bool = True
    after_s: float | None = None


@dataclass(frozen=True, slots=True)
class SlideTransition:
    """How a slide appears: the local name of the transition element ("fade", "push", "morph") and its seconds."""

    kind: str
    duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A sound or video on a slide. `target` is a part name ("/ppt/media/media1.mp4"), or a URL where `linked`."""

    kind: MediaKind
    target: str
    content_type: str
    linked: bool = False
    shape_id: int | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    `number` is its place in the deck from 1, hidden slides counted; `slide_id` stays the same when slides are moved.
    `fingerprint` changes when, and only when, something that the slide's picture is drawn from changes.
    `language` is the BCP 47 tag the notes (else the slide's text) are marked with, or empty.
    `seconds` is how long the presenter wants it shown at least, `sound` a file to be heard instead of a voice; no deck
    has these by itself.
    """

    slide_id: str
    number: int
    title: str
    fingerprint: str
    part: str = ""
    notes: str = ""
    text: str = ""
    language: str = ""
    hidden: bool = False
    advance: Advance = Advance()
    transition: SlideTransition | None = None
    media: tuple[Media, ...] = ()
    features: frozenset[Feature] = frozenset()
    damaged: str = ""
    """Why the slide's own part cannot be read; empty for a sound slide. A damaged slide is drawn as a plain page."""
    seconds: float | None = None
    sound: str = ""


@dataclass(frozen=True, slots=True)
class DeckWarning:
    """Something the presenter should know of a deck that is rendered all the same. `slide` is a number, or None."""

    kind: str
    text: str
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation file, read.

    `path` is the file that was read (in a render our own copy of the presenter's), `source` the one that renderers
    open: another only where it had to be converted first. `sha256` is of `path`. `fonts` are the typefaces the deck
    names.
    """

    path: Path
    source: Path
    kind: DeckKind
    sha256: str
    title: str
    size: SlideSize
    slides: tuple[Slide, ...]
    fonts: tuple[str, ...] = ()
    embedded_fonts: tuple[str, ...] = ()
    warnings: tuple[DeckWarning, ...] = field(default=())

    @property
    def shown(self) -> tuple[Slide, ...]:
        """The slides a slide show shows: those that are not hidden."""
        return tuple(slide for slide in self.slides if not slide.hidden)
