"""PDF pages as slide pictures, and decks that LibreOffice prints to PDF.

PDFium is not thread-safe: one `PdfPages` is used in one thread at a time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDFPage_CountObjects

from slidecast_gui.deck.links import without_links
from slidecast_gui.deck.model import Deck, Slide
from slidecast_gui.slides.errors import DrawingError
from slidecast_gui.slides.frame import fit_exactly
from slidecast_gui.system import libreoffice

PDFIUM_VERSION = str(pypdfium2.version.PDFIUM_INFO)

# Seconds for starting LibreOffice, and for each slide it prints; its slowest real decks take about one a slide.
_STARTING_S, _SLIDE_S = 60.0, 4.0
# The same in processor time, of which real decks of 150 slides take 7 seconds.
_STARTING_CPU_S, _SLIDE_CPU_S = 5.0, 0.5

MOST_OBJECTS = 1_000_000
"""The most on one page that is drawn: several times what detailed maps have, and a minute for PDFium."""

_log = logging.getLogger(__name__)


class PdfPages:
    """An open PDF. Made, used and closed in one thread."""

    def __init__(self, path: Path) -> None:
        """Raise DrawingError where `path` is not a PDF that opens without a password."""
        try:
            self._document = pypdfium2.PdfDocument(path)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise DrawingError(f"{path.name}: {error}") from error

    def __len__(self) -> int:
        return len(self._document)

    def draw(self, page: int, size: tuple[int, int]) -> Image.Image:
        """Return page `page` (from 0) as RGB of exactly `size`; a page of another shape lies in the middle of white.

        Raises DrawingError where that fails, or the page is too much to draw.
        """
        try:
            opened = self._document[page]
            if FPDFPage_CountObjects(opened) > MOST_OBJECTS:
                raise DrawingError(f"page {page + 1} holds more than {MOST_OBJECTS} objects")
            width, height = opened.get_size()
            scale = min(size[0] / max(width, 1e-3), size[1] / max(height, 1e-3))
            image: Image.Image = opened.render(scale=scale, may_draw_forms=False).to_pil()
        except (pypdfium2.PdfiumError, IndexError, ValueError, MemoryError) as error:
            raise DrawingError(f"page {page + 1}: {error}") from error
        return fit_exactly(image, size, "white")

    def close(self) -> None:
        """Release the file."""
        self._document.close()


class PrintedDeck:
    """A deck as LibreOffice prints it. Made, used and closed in one thread."""

    def __init__(self, deck: Deck, scratch: Path, cancelled: Callable[[], bool]) -> None:
        """Print all slides at once. Raises DrawingError where that fails, Cancelled where it is interrupted."""
        timeout_s = _STARTING_S + _SLIDE_S * len(deck.slides)
        cpu_s = _STARTING_CPU_S + _SLIDE_CPU_S * len(deck.slides)
        try:
            source = without_links(deck.source, scratch / f"unlinked{deck.source.suffix}")
            printed = libreoffice.convert(source, "pdf", scratch / "printed", timeout_s, cancelled, cpu_s=cpu_s)
            self._pdf = PdfPages(printed)
        except libreoffice.LibreOfficeError as error:
            _log.warning("LibreOffice: %s: %s", error, error.detail)
            raise DrawingError(str(error)) from error
        except OSError as error:
            raise DrawingError(str(error)) from error
        self._page = {slide.number: page for page, slide in enumerate(_printed_slides(deck, len(self._pdf)))}

    def draw(self, slide: Slide, size: tuple[int, int]) -> Image.Image:
        """Return the slide as RGB of exactly `size`. Raises DrawingError for a slide that was not printed."""
        page = self._page.get(slide.number)
        if page is None:
            raise DrawingError(f"LibreOffice did not print slide {slide.number}")
        return self._pdf.draw(page, size)

    def close(self) -> None:
        """Release the PDF."""
        self._pdf.close()


def _printed_slides(deck: Deck, pages: int) -> tuple[Slide, ...]:
    """Return the slides that are on the pages, in order: LibreOffice leaves hidden ones out unless told otherwise.

    Raises DrawingError where the number of pages fits neither: a page of another slide would be worse than none.
    """
    for slides in (deck.shown, deck.slides):
        if len(slides) == pages:
            return slides
    raise DrawingError(f"LibreOffice printed {pages} pages of {len(deck.slides)} slides")
