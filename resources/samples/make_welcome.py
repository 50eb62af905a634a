"""Makes the sample deck, "Welcome to Slidecast", beside this script. Running it again makes the same bytes.

python resources/samples/make_welcome.py
"""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches
from welcome_slides import SLIDES, Page
from welcome_style import (
    ACCENT,
    FONT,
    HEIGHT,
    INK,
    LABEL,
    MARGIN,
    SAND,
    SLATE,
    TEAL,
    WIDTH,
    add_shape,
    add_text,
    paint_background,
)

TARGET = Path(__file__).with_name("welcome-to-slidecast.pptx")
WRITTEN = datetime(2025, 1, 1)  # noqa: DTZ001 - core properties are in UTC without saying so
_ZIP_TIME = (2025, 1, 1, 0, 0, 0)
_TITLE_ONLY = 5
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_THEME_COLOURS = {"dk2": INK, "lt2": SAND, "accent1": ACCENT, "accent2": TEAL, "accent3": INK, "accent4": SLATE}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main"


def build() -> bytes:
    """The deck as bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    layout = _prepare_layouts(deck)
    for page in SLIDES:
        _add_slide(deck, layout, page)
    _describe(deck)
    file = BytesIO()
    deck.save(file)
    return _settled(file.getvalue())


def _prepare_layouts(deck: Deck) -> SlideLayout:
    """Keep one layout, empty but for its title, and put the deck's own colours and mark on the master."""
    layout = deck.slide_layouts[_TITLE_ONLY]
    for other in list(deck.slide_layouts):
        if other is not layout and other.name != layout.name:
            deck.slide_layouts.remove(other)
    for holder in [*layout.placeholders, *deck.slide_master.placeholders]:
        if holder.placeholder_format.type not in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY):
            holder._element.getparent().remove(holder._element)
        else:
            holder.left, holder.top = Inches(MARGIN), Inches(1.02)
            holder.width, holder.height = Inches(WIDTH - 2 * MARGIN), Inches(0.75)
    # Bullets name a font of their own, and this deck has none.
    for font in list(deck.slide_master._element.iter(f"{{{_DRAWING}}}buFont")):
        font.getparent().remove(font)
    return layout


def _add_slide(deck: Deck, layout: SlideLayout, page: Page) -> None:
    slide = deck.slides.add_slide(layout)
    paint_background(slide, page.background)
    page.draw(slide)
    if page.background == SAND:
        add_shape(slide, (MARGIN, 6.98, 0.16, 0.16), ACCENT, corner=0.03)
        add_text(slide, (MARGIN + 0.28, 6.93, 4, 0.3), "Slidecast", LABEL, SLATE, bold=True)
    notes = slide.notes_slide.notes_text_frame
    notes.text = page.notes
    for paragraph in notes.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", "en-GB")
    if page.hidden:
        slide._element.set("show", "0")
    if page.transition:
        _add_transition(slide, page.transition)


def _add_transition(slide: Slide, kind: str) -> None:
    """python-pptx has no transitions; the element stands before `timing` (ECMA-376 Part 1, 19.3.1.38)."""
    transition = etree.SubElement(slide._element, f"{{{_MAIN}}}transition", spd="med")
    etree.SubElement(transition, f"{{{_MAIN}}}{kind}")


def _describe(deck: Deck) -> None:
    properties = deck.core_properties
    properties.title = "Welcome to Slidecast"
    properties.subject = "What Slidecast does, in ten slides"
    properties.author = properties.last_modified_by = "Slidecast"
    properties.created = properties.modified = WRITTEN
    properties.revision = 1
    package = deck.part.package
    for source, name in ((package, "thumbnail"), (deck.part, "printerSettings")):
        for rel_id, relationship in list(source._rels.items()):
            if relationship.reltype.endswith(name):
                source._rels.pop(rel_id)


def _settled(data: bytes) -> bytes:
    """The same zip with fixed times everywhere, also inside the charts' workbooks."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.endswith(".xlsx"):
                content = _settled(content)
            elif entry.filename == "docProps/core.xml":
                content = _STAMP.sub(WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            elif entry.filename.startswith("ppt/theme/"):
                content = _themed(content)
            new.writestr(zipfile.ZipInfo(entry.filename, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _themed(theme: bytes) -> bytes:
    """The theme in the deck's colours and font, for whoever goes on working on the deck."""
    for usual in (b"Calibri Light", b"Calibri"):
        theme = theme.replace(b'typeface="%b"' % usual, b'typeface="%b"' % FONT.encode())
    for name, colour in _THEME_COLOURS.items():
        theme = re.sub(rf'(<a:{name}><a:srgbClr val=")[0-9A-F]{{6}}'.encode(), rb"\g<1>" + colour.encode(), theme)
    return theme


if __name__ == "__main__":
    TARGET.write_bytes(build())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(SLIDES)} slides")
