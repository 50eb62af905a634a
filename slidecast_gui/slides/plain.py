"""The last resort: a slide's title and text on a white page, so that the talk still has a picture at its place."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from slidecast_gui.deck.model import Slide
from slidecast_gui.slides.fonts import Catalogue, Style, face_bytes, families_for

PLAIN_VERSION = "1"

_FAMILIES = ("Noto Sans", "Open Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans", "Arial")
_INK, _SOFT_INK = "#202124", "#4a4d52"
# Sizes in parts of the picture's height, as on a usual slide.
_MARGIN, _TITLE_SIZE, _TEXT_SIZE, _LINE = 0.08, 0.075, 0.042, 1.35
_MOST_LETTERS = 4000

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def draw_plain(slide: Slide, size: tuple[int, int], catalogue: Catalogue) -> Image.Image:
    """Return the title and text of `slide`, wrapped, as RGB of `size`; what does not fit on the page is left out."""
    page = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(page)
    shorter = min(size)
    margin = round(shorter * _MARGIN)
    title = slide.title.strip() or f"Slide {slide.number}"
    text = slide.text.strip().removeprefix(slide.title.strip()).strip()[:_MOST_LETTERS]
    top = margin
    for words, height, colour, bold in ((title, _TITLE_SIZE, _INK, True), (text, _TEXT_SIZE, _SOFT_INK, False)):
        pixels = max(6, round(shorter * height))
        font = _font(words, pixels, bold, catalogue)
        for line in _wrapped(words, font, size[0] - 2 * margin):
            if top + pixels * _LINE > size[1] - margin:
                return page
            pen.text((margin, top), line, fill=colour, font=font)
            top += round(pixels * _LINE)
        top += pixels
    return page


def _font(text: str, pixels: int, bold: bool, catalogue: Catalogue) -> _Font:
    for family in (*families_for(text), *_FAMILIES):
        faces = catalogue.styles(family)
        face = faces.get(Style(bold=bold)) or faces.get(Style())
        if face is None:
            continue
        try:
            return ImageFont.truetype(io.BytesIO(face_bytes(face.path, face.index)), pixels)
        except OSError:
            continue
    return ImageFont.load_default(pixels)


def _wrapped(text: str, font: _Font, width: int) -> Iterator[str]:
    for paragraph in text.splitlines():
        line = ""
        for word in _pieces(paragraph, font, width):
            longer = f"{line} {word}".strip()
            if line and font.getlength(longer) > width:
                yield line
                line = word
            else:
                line = longer
        yield line


def _pieces(paragraph: str, font: _Font, width: int) -> Iterator[str]:
    """Yield the words; one that is wider than a line (or a script without spaces) in pieces that are not."""
    for word in paragraph.split():
        piece = ""
        for letter in word:
            if piece and font.getlength(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece
