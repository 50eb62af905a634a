"""The door: who draws which slide, and who takes over when one cannot."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PIL import Image

from slidecast_gui.deck.model import Deck, DeckKind, Slide
from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.events import Event, engine_call
from slidecast_gui.slides.builtin import ENGINE_VERSION, Engine
from slidecast_gui.slides.errors import DrawingError
from slidecast_gui.slides.fonts import FontPlan, plan_fonts, system_catalogue
from slidecast_gui.slides.fonts.told import replacements_told
from slidecast_gui.slides.lacks import lacks_everywhere, lacks_when_built_in, needs_libreoffice
from slidecast_gui.slides.model import Renderer, SlidePicture, SlideWarning
from slidecast_gui.slides.package import is_beyond_libreoffice, letters_of
from slidecast_gui.slides.plain import PLAIN_VERSION, draw_plain
from slidecast_gui.slides.printed import PDFIUM_VERSION, PdfPages, PrintedDeck
from slidecast_gui.system.libreoffice import find_libreoffice, version

DRAWING_VERSION = "4"
"""Part of every key: raise it whenever a change of this package changes a picture."""

_NOT_DRAWN = "This slide could not be drawn; its title and text are shown on a plain page instead."
_TOO_MUCH = "This slide is too much to draw; its title and text are shown on a plain page instead."
_DRAWN_BY_OFFICE = "The built-in renderer could not draw this slide; LibreOffice has drawn it."

_log = logging.getLogger(__name__)
_Opened = TypeVar("_Opened")


class SlideArtist:
    """Draws the slides of one deck. Made, used and closed in one thread; only `key` may be called from others.

    Renderers are opened when the first slide needs them, so an artist whose pictures are all in the piece store
    costs no more than reading the names of the fonts.
    """

    def __init__(
        self,
        deck: Deck,
        size: tuple[int, int],
        choice: Renderer,
        scratch: Path,
        cancelled: Callable[[], bool],
        *,
        report: Callable[[Event], None] = lambda _event: None,
        plain_slides: Collection[int] | None = (),
    ) -> None:
        """Draw pictures of `size` pixels. Raises SlidecastError where `choice` asks for what is not installed.

        `report` is told of each call that may never return. The slides numbered in `plain_slides` are drawn as plain
        pages, because such a call has not returned in an earlier process; None: all of them.
        """
        self._deck = deck
        # A damaged slide list may refer to nothing.
        self._parts = tuple(slide.part for slide in deck.slides if slide.part)
        self._size = size
        self._choice = Renderer.PDF if deck.kind is DeckKind.PDF else choice
        self._scratch = scratch
        self._cancelled = cancelled
        self._report = report
        self._plain_slides = plain_slides
        self._office = find_libreoffice() if self._choice in (Renderer.AUTO, Renderer.LIBREOFFICE) else None
        if self._choice is Renderer.LIBREOFFICE and self._office is None:
            raise SlidecastError(
                "libreoffice-missing", "LibreOffice is not installed; install it, or choose the built-in renderer."
            )
        if self._office and self._choice is Renderer.AUTO and is_beyond_libreoffice(deck.source, self._parts):
            self._office = None
        self._fonts = self._plan_fonts()
        self._font_digest = self._fonts.digest
        self._office_version = version(self._office) if self._office else ""
        self._engine: Engine | DrawingError | None = None
        self._printed: PrintedDeck | DrawingError | None = None
        self._pages: PdfPages | DrawingError | None = None

    @property
    def warnings(self) -> tuple[SlideWarning, ...]:
        """What the presenter should know of the whole deck: which fonts others stand in for."""
        return replacements_told(self._fonts)

    def key(self, slide: Slide) -> tuple[str, ...]:
        """Return everything that decides what `draw` gives for `slide`: equal keys, equal pictures."""
        width, height = self._size
        return (
            "slide",
            DRAWING_VERSION,
            "+".join(self._versions()),
            slide.fingerprint,
            f"{width}x{height}",
            self._font_digest,
        )

    def draw(self, slide: Slide) -> SlidePicture:
        """Return the slide, drawn by the first renderer that can. Raises Cancelled.

        Whatever is wrong with the slide, there is a picture: at worst a plain page, with a warning.
        """
        if self._plain_slides is None or slide.number in self._plain_slides:
            return self._plain(slide, _TOO_MUCH)
        failed: list[Renderer] = []
        for renderer in self._order(slide):
            if self._cancelled():
                raise Cancelled
            try:
                picture = self._draw_with(renderer, slide)
            except DrawingError as error:
                _log.warning("slide %d: %s: %s", slide.number, renderer, error)
                failed.append(renderer)
                continue
            if Renderer.BUILTIN in failed:
                warning = SlideWarning("renderer-changed", _DRAWN_BY_OFFICE, slide.number)
                return replace(picture, warnings=(warning, *picture.warnings))
            return picture
        return self._plain(slide, _NOT_DRAWN)

    def close(self) -> None:
        """Release what was opened, in the thread that opened it."""
        for opened in (self._engine, self._printed, self._pages):
            if opened is not None and not isinstance(opened, DrawingError):
                opened.close()
        self._engine = self._printed = self._pages = None

    def _plan_fonts(self) -> FontPlan:
        if self._choice is Renderer.PDF:
            return FontPlan(())
        return plan_fonts(self._deck.fonts, system_catalogue(), letters_of(self._deck.source))

    def _versions(self) -> Iterator[str]:
        """Yield every renderer that `choice` allows: if the first one fails, the next one decides the picture."""
        if self._choice is Renderer.PDF:
            yield f"pdf:{PDFIUM_VERSION}"
        if self._choice in (Renderer.AUTO, Renderer.BUILTIN):
            yield f"builtin:{ENGINE_VERSION}"
        if self._office is not None:
            yield f"libreoffice:{self._office_version}:{PDFIUM_VERSION}"
        yield f"plain:{PLAIN_VERSION}"

    def _order(self, slide: Slide) -> tuple[Renderer, ...]:
        if self._choice is not Renderer.AUTO:
            return (self._choice,)
        if self._office is None:
            return (Renderer.BUILTIN,)
        if needs_libreoffice(slide):
            return (Renderer.LIBREOFFICE, Renderer.BUILTIN)
        return (Renderer.BUILTIN, Renderer.LIBREOFFICE)

    def _draw_with(self, renderer: Renderer, slide: Slide) -> SlidePicture:
        if renderer is Renderer.PDF:
            pages = self._open_pages()
            with engine_call(self._report, slide.number):
                return self._picture(slide, pages.draw(slide.number - 1, self._size), renderer)
        if renderer is Renderer.LIBREOFFICE:
            printed_deck = self._open_printed()
            with engine_call(self._report, slide.number):
                image = printed_deck.draw(slide, self._size)
            return self._picture(slide, image, renderer, lacks_everywhere(slide))
        engine = self._open_engine()
        with engine_call(self._report, slide.number):
            image, skipped = engine.draw(slide.part, self._size)
        if skipped and self._choice is Renderer.AUTO and self._office is not None:
            printed = self._printed_instead(slide)
            if printed is not None:
                return printed
        return self._picture(slide, image, renderer, lacks_when_built_in(slide, skipped))

    def _printed_instead(self, slide: Slide) -> SlidePicture | None:
        try:
            return self._draw_with(Renderer.LIBREOFFICE, slide)
        except DrawingError as error:
            _log.warning("slide %d: %s: %s", slide.number, Renderer.LIBREOFFICE, error)
            return None

    def _picture(
        self, slide: Slide, image: Image.Image, renderer: Renderer, warnings: tuple[SlideWarning, ...] = ()
    ) -> SlidePicture:
        return SlidePicture(slide.number, image, renderer, warnings)

    def _plain(self, slide: Slide, why: str) -> SlidePicture:
        warning = SlideWarning("slide-not-drawn", why, slide.number)
        return self._picture(slide, draw_plain(slide, self._size, system_catalogue()), Renderer.PLAIN, (warning,))

    def _open_engine(self) -> Engine:
        if self._engine is None:
            try:
                with engine_call(self._report, None):
                    self._engine = Engine(self._deck.source, self._parts, self._fonts, self._scratch)
            except DrawingError as error:
                self._engine = error
        return _usable(self._engine)

    def _open_printed(self) -> PrintedDeck:
        if self._printed is None:
            try:
                self._printed = PrintedDeck(self._deck, self._scratch, self._cancelled)
            except DrawingError as error:
                self._printed = error
        return _usable(self._printed)

    def _open_pages(self) -> PdfPages:
        if self._pages is None:
            try:
                with engine_call(self._report, None):
                    self._pages = PdfPages(self._deck.source)
            except DrawingError as error:
                self._pages = error
        return _usable(self._pages)


def _usable(opened: _Opened | DrawingError) -> _Opened:
    """Return what was opened, or raise again why it could not be: nothing is tried a second time for every slide."""
    if isinstance(opened, DrawingError):
        raise DrawingError(*opened.args)
    return opened
