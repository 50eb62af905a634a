"""Draws the slides of the welcome deck: a function for each, named after what it shows."""

from __future__ import annotations

from io import BytesIO

from pptx.chart.axis import ValueAxis
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches, Pt
from welcome_style import (
    ACCENT,
    BODY,
    COLUMN,
    FONT,
    HEIGHT,
    HERO,
    INK,
    LABEL,
    LEAD,
    MARGIN,
    SAND,
    SLATE,
    STONE,
    TEAL,
    TINT,
    WHITE,
    WIDTH,
    add_arrow,
    add_fork,
    add_heading,
    add_point,
    add_shape,
    add_station,
    add_text,
    fill_title,
    horizon_picture,
    rgb,
    style_run,
)

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines or fills."""
_CHOSEN = 2
"""The row of the preset that is chosen when nothing else is."""
_FIRST_SHAPE = 2
"""Where shapes begin among a shape tree's children: two elements about the tree itself come first."""


def draw_opening(slide: Slide) -> None:
    """The picture fills the right; name and promise stand on ink at the left."""
    picture = horizon_picture(1160, 1200)
    shown = slide.shapes.add_picture(BytesIO(picture), Inches(6.083), 0, Inches(7.25), Inches(HEIGHT))
    _describe(shown, "A red sun over green waves; rings spread from it like sound.")
    add_shape(slide, (MARGIN, 2.02, 0.72, 0.09), ACCENT)
    fill_title(slide, (MARGIN, 2.3, 4.9, 2.0), "Welcome to Slidecast", HERO, WHITE)
    add_text(slide, (MARGIN, 4.55, 4.6, 1.2), "Your slides, spoken.\nYour deck, as a video.", LEAD, STONE, spacing=1.15)


def draw_steps(slide: Slide) -> None:
    """Three cards, one for each thing to do."""
    add_heading(slide, "How to use it", "Drop, click, watch")
    steps = (
        ("Drop", "Pull one deck, or twenty, onto the window.", _draw_drop),
        ("Click", "Press Render. The defaults are good.", _draw_click),
        ("Watch", "Open the video. It lies beside your deck.", _draw_watch),
    )
    gap = 0.42
    width = (COLUMN - 2 * gap) / 3
    for number, (heading, text, draw_icon) in enumerate(steps):
        left = MARGIN + number * (width + gap)
        add_shape(slide, (left, 2.2, width, 4.2), WHITE, corner=0.12)
        draw_icon(slide, left + width / 2, 3.45)
        add_text(slide, (left + 0.4, 4.75, width - 0.8, 0.45), f"{number + 1}   {heading}", LEAD, INK, bold=True)
        add_text(slide, (left + 0.4, 5.22, width - 0.8, 0.9), text, BODY, SLATE)


def _draw_drop(slide: Slide, x: float, y: float) -> None:
    add_shape(slide, (x - 0.78, y - 0.52, 1.3, 0.8), STONE, corner=0.06)
    add_shape(slide, (x - 0.64, y - 0.38, 1.3, 0.8), TEAL, corner=0.06)
    add_shape(slide, (x - 0.5, y - 0.24, 1.3, 0.8), INK, corner=0.06)
    add_shape(slide, (x - 0.06, y - 0.06, 0.42, 0.46), WHITE, MSO_SHAPE.DOWN_ARROW)


def _draw_click(slide: Slide, x: float, y: float) -> None:
    button = (x - 1.0, y - 0.34, 2.0, 0.68)
    add_shape(slide, button, ACCENT, corner=0.34)
    add_text(slide, button, "Render", LEAD, WHITE, bold=True, centred=True, middle=True)


def _draw_watch(slide: Slide, x: float, y: float) -> None:
    add_shape(slide, (x - 0.92, y - 0.56, 1.84, 1.06), INK, corner=0.08)
    add_shape(slide, (x - 0.17, y - 0.25, 0.44, 0.4), ACCENT, MSO_SHAPE.ISOSCELES_TRIANGLE).rotation = 90
    add_shape(slide, (x - 0.78, y + 0.3, 1.56, 0.06), SLATE)
    add_shape(slide, (x - 0.78, y + 0.3, 0.7, 0.06), TEAL)


def draw_pipeline(slide: Slide) -> None:
    """The way of a deck, left to right."""
    add_heading(slide, "What it does", "A deck goes in, a video comes out")
    middle, tall = 4.02, 1.3
    upper, lower = middle - 1.0, middle + 1.0
    add_station(slide, (MARGIN, middle - tall / 2, 2.3, tall), INK, "Your deck", ".pptx or .pdf")
    add_station(slide, (4.1, upper - tall / 2, 2.5, tall), TEAL, "Slides", "drawn as pictures")
    add_station(slide, (4.1, lower - tall / 2, 2.5, tall), ACCENT, "Voice", "spoken from notes")
    add_station(slide, (7.5, middle - tall / 2, 2.1, tall), WHITE, "Timeline", "in step", INK)
    add_station(slide, (10.5, middle - tall / 2, 1.933, tall), INK, "Video", "MP4")
    add_fork(slide, 3.2, 4.1, middle, (upper, lower), split=True)
    add_fork(slide, 6.6, 7.5, middle, (upper, lower), split=False)
    add_arrow(slide, 9.6, 10.5, middle)
    add_text(
        slide,
        (MARGIN, 6.0, COLUMN, 0.5),
        "Beside the video: captions, chapters and a thumbnail. Everything happens on your own computer.",
        BODY,
        SLATE,
    )


def draw_voice(slide: Slide) -> None:
    """What is written under a slide is what is heard."""
    add_heading(slide, "The voice", "Your notes are the script")
    add_point(
        slide,
        (MARGIN, 2.3, 5.0),
        "Write as you speak",
        "In full sentences, the way you\nwould say them to a friend.",
        ACCENT,
    )
    add_point(
        slide,
        (MARGIN, 3.75, 5.0),
        "Always a voice",
        "One is built in and works offline.\nIt speaks a hundred languages.",
        TEAL,
    )
    add_point(
        slide, (MARGIN, 5.2, 5.0), "No notes, no words", "A slide without notes is shown\nfor five quiet seconds.", INK
    )
    left, width = 6.9, WIDTH - MARGIN - 6.9
    add_shape(slide, (left, 2.2, width, 4.25), WHITE, corner=0.12)
    add_shape(slide, (left + 0.3, 2.5, width - 0.6, 1.75), INK, corner=0.06)
    add_text(slide, (left + 0.65, 2.9, width - 1.3, 0.5), "Our year in numbers", LEAD, WHITE, bold=True)
    add_shape(slide, (left + 0.65, 3.45, 0.72, 0.07), ACCENT)
    note = "“Good morning. We grew in every\nregion, and here is how.”"
    add_text(slide, (left + 0.65, 4.5, width - 1.3, 0.75), note, BODY, SLATE)
    _draw_sound(slide, left + 0.65, 5.85, width - 1.3)


def _draw_sound(slide: Slide, left: float, y: float, width: float) -> None:
    """Bars as high as a voice is loud."""
    loudness = (2, 4, 7, 5, 8, 6, 3, 1, 3, 6, 9, 7, 5, 8, 4, 2, 1, 4, 7, 9, 6, 8, 5, 3, 6, 4, 2, 1)
    step = width / len(loudness)
    for place, loud in enumerate(loudness):
        height = 0.075 * loud
        colour = ACCENT if place < len(loudness) * 0.45 else STONE
        add_shape(slide, (left + place * step, y - height / 2, step * 0.5, height), colour, corner=step * 0.25)


def draw_captions(slide: Slide) -> None:
    """A player, and what comes with the video."""
    add_heading(slide, "What you get", "Captions and chapters come along")
    add_shape(slide, (MARGIN, 2.2, 7.0, 4.25), INK, corner=0.12)
    add_shape(slide, (MARGIN + 0.3, 2.5, 6.4, 2.95), SAND)
    add_text(slide, (MARGIN + 0.75, 2.85, 5, 0.5), "Where we go next", LEAD, INK, bold=True)
    for place, length in enumerate((3.6, 2.9, 3.2)):
        add_shape(slide, (MARGIN + 0.75, 3.5 + 0.28 * place, length, 0.1), STONE)
    caption = (MARGIN + 1.25, 4.78, 4.5, 0.46)
    add_shape(slide, caption, INK)
    add_text(slide, caption, "Next spring we open in Lisbon.", BODY, WHITE, centred=True, middle=True)
    start, length = MARGIN + 0.3, 6.4
    for begin, end in ((0, 0.18), (0.19, 0.46), (0.47, 0.7), (0.71, 0.86), (0.87, 1)):
        add_shape(slide, (start + begin * length, 5.78, (end - begin) * length, 0.1), SLATE)
        played = min(end, 0.56) - begin
        if played > 0:
            add_shape(slide, (start + begin * length, 5.78, played * length, 0.1), ACCENT)
    add_text(slide, (start, 5.99, length, 0.3), "Chapter 3 of 5: Where we go next", LABEL, STONE)
    right, width = 8.6, WIDTH - MARGIN - 8.6
    add_point(slide, (right, 2.3, width), "Captions", "In the video, and as\n.srt and .vtt files.", ACCENT)
    add_point(slide, (right, 3.75, width), "Chapters", "One for every slide,\nnamed by its title.", TEAL)
    add_point(slide, (right, 5.2, width), "Thumbnail", "Your first slide,\nready for the web.", INK)


def draw_queue(slide: Slide) -> None:
    """A queue as the window shows it, and why it is safe."""
    add_heading(slide, "The queue", "Nothing you asked for is lost")
    add_shape(slide, (MARGIN, 2.2, 6.9, 4.25), WHITE, corner=0.12)
    jobs = (
        ("Quarterly review", "Done", TEAL, 1.0),
        ("Onboarding, part one", "62 %", ACCENT, 0.62),
        ("Onboarding, part two", "Waiting", STONE, 0.0),
        ("Product tour", "Waiting", STONE, 0.0),
    )
    for place, (name, state, colour, done) in enumerate(jobs):
        top = 2.52 + place * 0.96
        add_shape(slide, (MARGIN + 0.4, top + 0.09, 0.2, 0.2), colour, MSO_SHAPE.OVAL)
        add_text(slide, (MARGIN + 0.85, top, 3.9, 0.36), name, BODY, INK, bold=True)
        add_text(slide, (MARGIN + 5.2, top, 1.3, 0.36), state, BODY, SLATE)
        add_shape(slide, (MARGIN + 0.85, top + 0.46, 5.6, 0.09), SAND)
        if done:
            add_shape(slide, (MARGIN + 0.85, top + 0.46, 5.6 * done, 0.09), colour)
    right, width = 8.4, WIDTH - MARGIN - 8.4
    add_point(
        slide, (right, 2.3, width), "Written down first", "Every job is in a small\nlocal database at once.", ACCENT
    )
    add_point(
        slide, (right, 3.75, width), "Goes on by itself", "After a crash or a closed\nwindow, where it stopped.", TEAL
    )
    add_point(slide, (right, 5.2, width), "Easy to find again", "Past videos stay in the\nhistory, with a search.", INK)


def draw_presets(slide: Slide) -> None:
    """A real table, in the deck's own colours."""
    add_heading(slide, "The picture", "Choose a size, or leave it at 1080p")
    rows = (
        ("Preset", "Frame", "Good for"),
        ("720p", "1280 × 720", "mail and chat"),
        ("1080p", "1920 × 1080", "the web, meetings, most talks"),
        ("1440p", "2560 × 1440", "large screens and fine print"),
        ("4K", "3840 × 2160", "halls and cinema screens"),
    )
    frame = slide.shapes.add_table(len(rows), 3, Inches(MARGIN), Inches(2.25), Inches(COLUMN), Inches(3.3))
    table = frame.table
    table.first_row, table.horz_banding = True, False
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
    for column, width in enumerate((2.4, 3.4, COLUMN - 5.8)):
        table.columns[column].width = Inches(width)
    for row, cells in enumerate(rows):
        table.rows[row].height = Inches(0.66)
        for column, text in enumerate(cells):
            _fill_cell(table.cell(row, column), text, row, strong=column == 0 or row == _CHOSEN)
    text = "24, 25, 30, 50 or 60 pictures a second. Decks of any shape fit in without being stretched."
    add_text(slide, (MARGIN, 5.95, COLUMN, 0.4), text, BODY, SLATE)


def _fill_cell(cell: _Cell, text: str, row: int, *, strong: bool) -> None:
    heading = row == 0
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(INK if heading else TINT if row == _CHOSEN else WHITE)
    cell.margin_left, cell.margin_right = Inches(0.3), Inches(0.2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = text
    style_run(run, BODY, WHITE if heading else INK, bold=heading or strong)


def draw_chart(slide: Slide) -> None:
    """A real chart: what was measured when Slidecast was designed."""
    add_heading(slide, "The speed", "A slide that stands still is quick work")
    data = CategoryChartData(number_format='0" s"')
    data.categories = ["Slidecast: 0.04 s", "A video library: 2.7 s", "A video tool: 3.3 s"]
    data.add_series("Seconds for one slide", (0.04, 2.7, 3.3))
    place = (Inches(MARGIN), Inches(2.2), Inches(7.6), Inches(3.9))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data).chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.name = Pt(BODY), FONT
    chart.font.color.rgb = rgb(INK)
    _quieten_axis(chart.value_axis)
    chart.category_axis.format.line.color.rgb = rgb(STONE)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.plots[0].gap_width = 60
    for number, colour in enumerate((ACCENT, TEAL, TEAL)):
        fill = chart.plots[0].series[0].points[number].format.fill
        fill.solid()
        fill.fore_color.rgb = rgb(colour)
    add_text(slide, (9.2, 2.55, 3.3, 1.1), "60 ×", HERO, ACCENT, bold=True)
    add_text(slide, (9.2, 3.6, 3.2, 1.5), "faster, because a picture that does not move is encoded once", LEAD, INK)
    note = "Seconds to turn one slide into ten seconds of 1080p video, on two processor cores."
    add_text(slide, (MARGIN, 6.2, COLUMN, 0.4), note, LABEL, SLATE)


def _quieten_axis(axis: ValueAxis) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 4, 1
    axis.has_major_gridlines = False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = rgb(STONE)
    axis.tick_labels.font.size = Pt(LABEL)
    axis.tick_labels.font.color.rgb = rgb(SLATE)


def draw_hidden(slide: Slide) -> None:
    """Said only to whoever opens the deck."""
    add_heading(slide, "Hidden", "You will not see this slide in the video")
    text = (
        "It is hidden in PowerPoint (Slide Show > Hide Slide), so Slidecast leaves it out:\n"
        "no picture, no voice, no chapter. It still counts, so slide numbers stay yours."
    )
    add_text(slide, (MARGIN, 2.3, COLUMN, 1.2), text, LEAD, SLATE, spacing=1.2)


def draw_closing(slide: Slide) -> None:
    """The last word."""
    picture = horizon_picture(1600, 900, sky=INK, sun_at=(0.74, 0.46))
    shown = slide.shapes.add_picture(BytesIO(picture), 0, 0, Inches(WIDTH), Inches(HEIGHT))
    _describe(shown, "The same sun over the same waves, at night.")
    # Behind the title, whose placeholder was there before.
    slide.shapes._spTree.insert(_FIRST_SHAPE, shown._element)
    add_shape(slide, (MARGIN, 1.25, 0.72, 0.09), ACCENT)
    fill_title(slide, (MARGIN, 1.52, 7.6, 1.0), "Now drop your own", HERO, WHITE)
    add_text(slide, (MARGIN, 2.68, 7.6, 0.5), "Watch your next talk before your audience does.", LEAD, STONE)


def _describe(picture: Picture, text: str) -> None:
    """What screen readers say of a picture, which is otherwise the name of its file."""
    picture._element.nvPicPr.cNvPr.set("descr", text)
