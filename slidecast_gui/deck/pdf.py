"""Reads PDF decks: one page is one slide. Notes come from a text file beside the PDF."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_GetLastError, FPDFPage_CountObjects, FPDFPage_GetAnnotCount

from slidecast_gui.deck import refusals
from slidecast_gui.deck.model import EMU_PER_POINT, Deck, DeckKind, DeckWarning, Slide, SlideSize
from slidecast_gui.deck.text import one_line
from slidecast_gui.deck.titles import deck_title
from slidecast_gui.events import Event, engine_call

NOTES_ENDINGS = (".txt", ".md")
_NOTES_DIVIDER = re.compile(r"^[ \t]*---[ \t]*$", re.MULTILINE)
_MAX_NOTES_BYTES = 8 << 20
_MAX_PAGES = 2_000
_MAX_BOOKMARKS = 20_000
_MAX_PAGE_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class _Page:
    """What is on a page; a blank one has nothing at all."""

    is_blank: bool
    text: str


def read_pdf(path: Path, sha256: str, report: Callable[[Event], None]) -> Deck:
    """Read the PDF at `path`. Raises DeckError. PDFium is not thread-safe: one thread at a time may be in here.

    `report` is told of each page, as PDFium may never return from one that was built for that.
    """
    with _opened(path) as document:
        if len(document) > _MAX_PAGES:
            raise refusals.too_many_slides(path, len(document), _MAX_PAGES)
        notes, warnings = _notes_beside(path)
        headings = _headings(document)
        pages = [_read_page(document, index, report) for index in range(len(document))]
        if all(page.is_blank for page in pages):
            raise refusals.blank_pages(path)
        slides = tuple(
            _slide(page, index, headings.get(index, ""), notes[index] if index < len(notes) else "", sha256)
            for index, page in enumerate(pages)
        )
        title = _told(partial(document.get_metadata_value, "Title"))
        size = _size(document)
    if len(notes) > len(slides):
        text = f"The notes beside the PDF are for {len(notes)} slides, but it has {len(slides)}; the last are not used."
        warnings.append(DeckWarning("notes-count", text))
    return Deck(
        path=path,
        source=path,
        kind=DeckKind.PDF,
        sha256=sha256,
        title=deck_title(title, slides, path),
        size=size,
        slides=slides,
        warnings=tuple(warnings),
    )


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        if FPDF_GetLastError() == FPDF_ERR_PASSWORD:
            raise refusals.encrypted(path) from error
        raise refusals.damaged_pdf(path, str(error)) from error
    try:
        yield document
    except PdfiumError as error:
        raise refusals.damaged_pdf(path, str(error)) from error
    finally:
        document.close()


@contextmanager
def _page(document: PdfDocument, index: int, report: Callable[[Event], None]) -> Iterator[PdfPage]:
    with engine_call(report, index + 1):
        page = document[index]
        try:
            yield page
        finally:
            page.close()


def _read_page(document: PdfDocument, index: int, report: Callable[[Event], None]) -> _Page:
    """Each page is opened once: for a crowded one that takes seconds."""
    with _page(document, index, report) as page:
        is_blank = FPDFPage_CountObjects(page) <= 0 and FPDFPage_GetAnnotCount(page) <= 0
        return _Page(is_blank, _page_text(page))


def _slide(page: _Page, index: int, heading: str, notes: str, sha256: str) -> Slide:
    first_line = next((line for line in map(one_line, page.text.splitlines()) if line), "")
    return Slide(
        slide_id=str(index + 1),
        number=index + 1,
        title=heading or first_line or f"Page {index + 1}",
        fingerprint=hashlib.sha256(f"pdf {sha256} {index}".encode()).hexdigest(),
        notes=notes,
        text=page.text,
    )


def _page_text(page: PdfPage) -> str:
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), _MAX_PAGE_CHARACTERS)
        text = text_page.get_text_range(0, count) if count > 0 else ""
    finally:
        text_page.close()
    return text.replace("\r\n", "\n").replace("\0", "").strip()


def _headings(document: PdfDocument) -> dict[int, str]:
    """The first title that the outline gives to each page, by page index."""
    found: dict[int, str] = {}
    for count, bookmark in enumerate(document.get_toc()):
        if count >= _MAX_BOOKMARKS:
            break
        destination = bookmark.get_dest()
        index = destination.get_index() if destination is not None else None
        title = one_line(_told(bookmark.get_title))
        if index is not None and title:
            found.setdefault(index, title)
    return found


def _told(ask: Callable[[], str | None]) -> str:
    """A text of the document's own, without what no text has; empty where it is none."""
    try:
        return (ask() or "").replace("\0", "")
    except UnicodeDecodeError:
        return ""


def _size(document: PdfDocument) -> SlideSize:
    """The first page's; pages of other shapes are fitted when they are drawn."""
    width, height = document.get_page_size(0)
    return SlideSize(max(1, round(width * EMU_PER_POINT)), max(1, round(height * EMU_PER_POINT)))


def _notes_beside(path: Path) -> tuple[list[str], list[DeckWarning]]:
    """The notes in "talk.txt" or "talk.md" beside "talk.pdf", slides divided by lines of three hyphens."""
    for ending in NOTES_ENDINGS:
        notes = path.with_suffix(ending)
        try:
            if not notes.is_file():
                continue
            if notes.stat().st_size > _MAX_NOTES_BYTES:
                raise OSError(f"larger than {_MAX_NOTES_BYTES} bytes")
            written = _decoded(notes.read_bytes())
        except OSError:
            text = f"The notes in “{notes.name}” could not be read; the slides are shown without them."
            return [], [DeckWarning("notes-unreadable", text)]
        return [piece.strip() for piece in _NOTES_DIVIDER.split(written.replace("\r\n", "\n"))], []
    return [], []


def _decoded(data: bytes) -> str:
    """Text as editors save it: UTF-8, UTF-16 with its mark, or what Windows' Notepad wrote before 2019."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
