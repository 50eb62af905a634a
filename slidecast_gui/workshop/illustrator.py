"""What is seen of each slide: its picture, drawn once and kept by content, and what the picture lacks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from slidecast_gui.deck import Deck, MediaKind, Slide
from slidecast_gui.events import Event
from slidecast_gui.settings import RenderSettings
from slidecast_gui.slides import (
    Renderer,
    SlideArtist,
    SlidePicture,
    SlideWarning,
    fitted_size,
    to_bytes,
    warnings_of,
)
from slidecast_gui.workshop.pieces import piece_key
from slidecast_gui.workshop.shelf import Shelf

_NOT_PLAYED = {
    MediaKind.AUDIO: "The sound on this slide is not part of the video; its notes are spoken instead.",
    MediaKind.VIDEO: "The video on this slide is shown as a still picture.",
}


class Illustrator:
    """The pictures of one deck under one set of settings.

    Made, used and closed in one thread, as the slide engine belongs to the thread that opened it; only `key`, `has`,
    `find` and `keep` may be called from others.
    """

    def __init__(
        self,
        deck: Deck,
        settings: RenderSettings,
        shelf: Shelf,
        scratch: Path,
        cancelled: Callable[[], bool],
        *,
        report: Callable[[Event], None] = lambda _event: None,
        plain_slides: Collection[int] | None = (),
    ) -> None:
        """`report` and `plain_slides` as in `SlideArtist`.

        Raises SlidecastError where the settings ask for a renderer that is not installed.
        """
        self._artist = SlideArtist(
            deck,
            fitted_size(deck.size, settings.frame_size),
            Renderer(settings.renderer),
            scratch,
            cancelled,
            report=report,
            plain_slides=plain_slides,
        )
        self._shelf = shelf

    @property
    def warnings(self) -> tuple[SlideWarning, ...]:
        """What the presenter should know of the whole deck."""
        return self._artist.warnings

    def key(self, slide: Slide) -> str:
        """The piece that the slide's picture is."""
        return piece_key("picture", *self._artist.key(slide))

    def has(self, slide: Slide) -> bool:
        """Whether the picture is there, without reading it and without counting it."""
        return self._shelf.has(self.key(slide))

    def find(self, slide: Slide) -> bytes | None:
        """The stored picture, or None where the slide has to be drawn."""
        return self._shelf.get(self.key(slide))

    def draw(self, slide: Slide) -> SlidePicture:
        """The slide, drawn. Whatever is wrong with it, there is a picture. Raises Cancelled."""
        return self._artist.draw(slide)

    def keep(self, slide: Slide, drawn: SlidePicture) -> bytes:
        """Store what `draw` gave; the stored picture. Raises OSError."""
        stored = to_bytes(drawn)
        self._shelf.put(self.key(slide), stored, lasting=is_lasting(drawn))
        return stored

    def close(self) -> None:
        """Release what was opened."""
        self._artist.close()


def is_lasting(picture: SlidePicture) -> bool:
    """Whether a picture is what its key says; one that stands in for a renderer that failed may be better next time."""
    stands_in = ("slide-not-drawn", "renderer-changed")
    return not any(warning.kind in stands_in for warning in picture.warnings)


def lacks_of(slide: Slide, stored: bytes) -> tuple[SlideWarning, ...]:
    """What the video will lack of a slide with that stored picture, under the number it has now: it may be moved."""
    lacks = [SlideWarning(warning.kind, warning.text, slide.number) for warning in warnings_of(stored)]
    kinds = sorted({media.kind for media in slide.media})
    return (*lacks, *(SlideWarning("media-not-played", _NOT_PLAYED[kind], slide.number) for kind in kinds))
