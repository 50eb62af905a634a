"""Small real decks, written by python-pptx, and Deck values that describe them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from slidecast_gui.deck import Deck, DeckKind, Feature, Slide, SlideSize

WIDE = (12_192_000, 6_858_000)


def described(path: Path, features: Iterable[Feature] = (), fonts: tuple[str, ...] = ("Calibri",)) -> Deck:
    """A Deck value for the file at `path`, without the deck reader: these tests are about drawing."""
    presentation = Presentation(str(path))
    slides = tuple(
        Slide(
            slide_id=str(slide.slide_id),
            number=number,
            title=slide.name or f"Slide {number}",
            fingerprint=hashlib.sha256(slide.part.blob).hexdigest(),
            part=str(slide.part.partname),
            text="\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame),
            hidden=slide._element.get("show") == "0",
            features=frozenset(features),
        )
        for number, slide in enumerate(presentation.slides, start=1)
    )
    size = SlideSize(presentation.slide_width, presentation.slide_height)
    return Deck(path, path, DeckKind.PPTX, "", "A deck", size, slides, fonts)


def write_deck(
    path: Path,
    colours: Iterable[str] = ("C00000",),
    *,
    size: tuple[int, int] = WIDE,
    hidden: Iterable[int] = (),
    text: str = "",
    font: str = "Calibri",
) -> Path:
    """A deck with one slide a colour: a coloured left half, and `text` on the white right one."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(size[0]), Emu(size[1])
    for number, colour in enumerate(colours, start=1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        box = slide.shapes.add_shape(1, 0, 0, Emu(size[0] // 2), Emu(size[1]))
        box.fill.solid()
        box.fill.fore_color.rgb = RGBColor.from_string(colour)
        box.line.fill.background()
        if text:
            words = slide.shapes.add_textbox(Emu(size[0] // 2), Inches(0.5), Emu(size[0] // 2), Inches(2))
            run = words.text_frame.paragraphs[0].add_run()
            run.text, run.font.size, run.font.name = text, Pt(40), font
        if number in hidden:
            slide._element.set("show", "0")
    presentation.save(str(path))
    return path
