"""How the welcome deck looks: its palette, its type scale, and the few things its slides are built of."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image, ImageDraw
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import _Run
from pptx.util import Inches, Pt

INK, ACCENT, TEAL, SAND, WHITE = "14213D", "E4572E", "2A9D8F", "F4EFE6", "FFFFFF"
TINT = "E3F1EE"
"""Teal, thinned: what is to be noticed in a table."""
STONE = "D9D2C5"
"""Sand, darkened: lines and what is not filled yet."""
SLATE = "5B6478"
"""Ink, lightened: what may be read second."""

HERO, TITLE, LEAD, BODY, LABEL = 60, 36, 22, 18, 14
FONT = "Carlito"
MARGIN, WIDTH, HEIGHT = 0.9, 13.333, 7.5
COLUMN = WIDTH - 2 * MARGIN


def rgb(colour: str) -> RGBColor:
    """A colour for python-pptx."""
    return RGBColor.from_string(colour)


def add_shape(
    slide: Slide,
    place: tuple[float, float, float, float],
    fill: str,
    kind: MSO_SHAPE = MSO_SHAPE.RECTANGLE,
    line: str = "",
    corner: float = 0.0,
) -> Shape:
    """A filled shape at (left, top, width, height) in inches; `corner` is the radius of a rounded rectangle."""
    left, top, width, height = place
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if corner else kind
    shape = slide.shapes.add_shape(kind, Inches(left), Inches(top), Inches(width), Inches(height))
    if corner:
        shape.adjustments[0] = min(0.5, corner / min(width, height))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(fill)
    if line:
        shape.line.color.rgb = rgb(line)
        shape.line.width = Pt(1.25)
    else:
        shape.line.fill.background()
    # The theme's style would add a shadow and white text of its own.
    style = shape._element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}style")
    shape._element.remove(style)
    return shape


def add_text(
    slide: Slide,
    place: tuple[float, float, float, float],
    text: str,
    size: int = BODY,
    colour: str = INK,
    *,
    bold: bool = False,
    centred: bool = False,
    middle: bool = False,
    spacing: float = 1.1,
) -> Shape:
    """A text box without insets; every line of `text` is a paragraph."""
    left, top, width, height = place
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
        paragraph.line_spacing = spacing
        run = paragraph.add_run()
        run.text = line
        style_run(run, size, colour, bold=bold)
    return box


def style_run(run: _Run, size: int, colour: str, *, bold: bool = False) -> None:
    """Give a run its font, size in points and colour."""
    run.font.name = FONT
    run.font.size = Pt(size)
    run.font.bold = bold
    run.font.color.rgb = rgb(colour)


def add_heading(slide: Slide, kicker: str, title: str, colour: str = INK) -> None:
    """The slide's title, in its placeholder, under a short line in the accent colour."""
    add_text(slide, (MARGIN, 0.72, COLUMN, 0.3), kicker.upper(), LABEL, ACCENT, bold=True)
    fill_title(slide, (MARGIN, 1.02, COLUMN, 0.75), title, TITLE, colour)


def fill_title(slide: Slide, place: tuple[float, float, float, float], title: str, size: int, colour: str) -> None:
    """Put the title placeholder where it belongs, and write in it."""
    left, top, width, height = place
    holder = slide.shapes.title
    holder.left, holder.top, holder.width, holder.height = Inches(left), Inches(top), Inches(width), Inches(height)
    frame = holder.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.line_spacing = 1.0
    run = paragraph.add_run()
    run.text = title
    style_run(run, size, colour, bold=True)


def add_point(slide: Slide, place: tuple[float, float, float], heading: str, text: str, colour: str) -> None:
    """A short bar of colour, a heading beside it and a few lines below; `place` is (left, top, width) in inches."""
    left, top, width = place
    add_shape(slide, (left, top + 0.04, 0.09, 1.12), colour)
    add_text(slide, (left + 0.32, top, width - 0.32, 0.4), heading, LEAD, INK, bold=True)
    add_text(slide, (left + 0.32, top + 0.43, width - 0.32, 0.8), text, BODY, SLATE)


def add_station(
    slide: Slide, place: tuple[float, float, float, float], fill: str, name: str, what: str, colour: str = WHITE
) -> None:
    """A rounded box with a name and, below it, what it is."""
    left, top, width, height = place
    add_shape(slide, place, fill, line=STONE if fill == WHITE else "", corner=0.1)
    add_text(slide, (left, top + height / 2 - 0.42, width, 0.42), name, LEAD, colour, bold=True, centred=True)
    add_text(slide, (left, top + height / 2 + 0.04, width, 0.35), what, BODY, colour, centred=True)


def add_arrow(slide: Slide, start: float, end: float, y: float) -> None:
    """A thin line with a head, made of two shapes that every renderer draws alike."""
    add_shape(slide, (start + 0.1, y - 0.018, end - start - 0.32, 0.036), SLATE)
    add_shape(slide, (end - 0.28, y - 0.09, 0.2, 0.18), SLATE, MSO_SHAPE.ISOSCELES_TRIANGLE).rotation = 90


def add_fork(slide: Slide, start: float, end: float, y: float, branches: tuple[float, float], *, split: bool) -> None:
    """One line that becomes two, or two that become one."""
    bend = (start + end) / 2 - 0.06
    top, bottom = branches
    add_shape(slide, (bend - 0.018, top - 0.018, 0.036, bottom - top + 0.036), SLATE)
    if split:
        add_shape(slide, (start + 0.1, y - 0.018, bend - start - 0.1, 0.036), SLATE)
        for branch in branches:
            add_arrow(slide, bend - 0.1, end, branch)
    else:
        for branch in branches:
            add_shape(slide, (start + 0.1, branch - 0.018, bend - start - 0.1, 0.036), SLATE)
        add_arrow(slide, bend - 0.1, end, y)


def paint_background(slide: Slide, colour: str) -> None:
    """Fill the whole slide."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = rgb(colour)


def horizon_picture(width: int, height: int, sky: str = SAND, sun_at: tuple[float, float] = (0.56, 0.43)) -> bytes:
    """A PNG of a sun over waves, with rings that spread from it like sound. The same bytes every time.

    `sun_at` is the sun's place, as shares of width and height.
    """
    grain = 2
    picture = Image.new("RGB", (width * grain, height * grain), f"#{sky}")
    pen = ImageDraw.Draw(picture)
    unit = height * grain
    x, y = width * grain * sun_at[0], unit * sun_at[1]
    for ring in range(7, -1, -1):
        radius = unit * (0.17 + 0.062 * ring)
        shade = _mixed(ACCENT, sky, 0.06 + 0.05 * (7 - ring)) if ring else f"#{ACCENT}"
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=shade)
    for layer in range(5):
        shade = _mixed(INK, TEAL, layer / 4) if layer else _mixed(TEAL, SAND, 0.55)
        pen.polygon(_wave(width * grain, unit, layer), fill=shade)
    file = BytesIO()
    picture.resize((width, height), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _wave(width: int, unit: int, layer: int) -> list[tuple[float, float]]:
    """The outline of one layer of water: two sines, lower and longer towards the front."""
    level = unit * (0.56 + 0.095 * layer)
    height = unit * (0.030 + 0.006 * layer)
    crest = [
        (
            x,
            level
            + height * math.sin(x / unit * (5.2 - 0.5 * layer) + 1.9 * layer)
            + height * 0.5 * math.sin(x / unit * (9.1 - 0.8 * layer) + 0.7 * layer),
        )
        for x in range(0, width + 8, 8)
    ]
    return [*crest, (width + 8, unit), (0, unit)]


def _mixed(colour: str, base: str, share: float) -> tuple[int, int, int]:
    """`share` of `colour` in `base`."""
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(base), strict=True)
    red, green, blue = (round(over * share + under * (1 - share)) for over, under in pairs)
    return red, green, blue
