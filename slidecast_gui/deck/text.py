"""What is written on a slide and in its notes: titles, running text, speaker notes, languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from slidecast_gui.deck.markup import Element, descendants, local_name

_TITLE_TYPES = frozenset({"title", "ctrTitle"})
_FURNITURE_TYPES = frozenset({"sldNum", "dt", "ftr", "hdr"})
"""Placeholders that repeat on every slide and are no part of what it says (ECMA-376 Part 1, 19.7.10)."""
_EAST_ASIAN = ("ja", "ko", "zh")
_NO_LANGUAGE = frozenset({"x-none", "zxx", "und"})
_MAX_TITLE = 120
_ESCAPE = re.compile(r"_x(00[01][0-9A-Fa-f]|007[Ff])_")
_WRITTEN_CONTROLS = {0x09: "\t", 0x0A: "\n", 0x0B: "\n", 0x0D: "\n"}
_SPACE = re.compile(r"\s+")


def one_line(text: str, limit: int = _MAX_TITLE) -> str:
    """`text` with every run of white space folded to one blank, cut at a word where it is longer than `limit`."""
    folded = _SPACE.sub(" ", text).strip()
    if len(folded) <= limit:
        return folded
    cut = folded[: limit - 1]
    return (cut[: cut.rfind(" ")] if cut.rfind(" ") > limit // 2 else cut).rstrip() + "…"


def slide_title(slide: Element, number: int) -> str:
    """The title placeholder's text, else the slide's first text, else "Slide N"; one line."""
    first = ""
    for body, kind in _bodies(slide):
        if kind in _TITLE_TYPES:
            title = one_line(" ".join(paragraphs(body)))
            if title:
                return title
        elif not first and kind not in _FURNITURE_TYPES:
            first = next((line for line in map(one_line, paragraphs(body)) if line), "")
    return first or f"Slide {number}"


def slide_text(slide: Element, diagram_of: Callable[[Element], Element | None]) -> str:
    """All text in document order, which is the order screen readers use, without slide numbers, dates and footers.

    `diagram_of` gives a SmartArt graphic's data for its `relIds` element: its text is in a part of its own.
    """
    lines: list[str] = []
    for element in descendants(slide, "txBody", "relIds"):
        if local_name(element) == "relIds":
            data = diagram_of(element)
            lines += [] if data is None else _diagram_lines(data)
        elif placeholder_type(element.getparent()) not in _FURNITURE_TYPES:
            lines += paragraphs(element)
    return "\n".join(line for line in lines if line.strip())


def notes_text(notes: Element) -> str:
    """What is in the body placeholder of a notes slide: a line for each paragraph."""
    bodies = [body for body, kind in _bodies(notes) if kind == "body"]
    return "\n".join(line for body in bodies for line in paragraphs(body)).strip()


def notes_bodies(notes: Element) -> Iterator[Element]:
    """The text bodies that `notes_text` reads."""
    return (body for body, kind in _bodies(notes) if kind == "body")


def main_language(bodies: Iterable[Element]) -> str:
    """The language most of the text is marked with, by characters, as a BCP 47 tag; empty where none is."""
    weight: Counter[str] = Counter()
    for body in bodies:
        for run in descendants(body, "r"):
            text = run.findtext("{*}t") or ""
            weight[_run_language(run, text)] += len(text.strip())
    del weight[""]
    language, characters = max(weight.items(), key=lambda item: item[1], default=("", 0))
    return language if characters else ""


def _run_language(run: Element, text: str) -> str:
    """The tag of one run. PowerPoint marks mixed text twice, and which of the two is East Asian is not fixed."""
    properties = run.find("{*}rPr")
    if properties is None:
        return ""
    main, other = properties.get("lang", ""), properties.get("altLang", "")
    if other.lower().startswith(_EAST_ASIAN) and not main.lower().startswith(_EAST_ASIAN) and _is_east_asian(text):
        return str(other)
    return "" if main.lower() in _NO_LANGUAGE else str(main)


def _is_east_asian(text: str) -> bool:
    """Whether at least a third of the letters are Han, kana or hangul: one of them says what takes three in Latin."""
    letters = [character for character in text if character.isalpha()]
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in letters)
    return wide * 3 >= len(letters) > 0


def paragraphs(body: Element) -> list[str]:
    """The text of each paragraph: runs, fields and equations; line breaks become newlines."""
    return [_paragraph(paragraph) for paragraph in body.iterchildren("{*}p")]


def placeholder_type(shape: Element | None) -> str | None:
    """A shape's placeholder type, "obj" where a placeholder names none (19.3.1.36), None for any other shape."""
    if shape is None or local_name(shape) not in ("sp", "pic", "graphicFrame"):
        return None
    properties = next(shape.iterchildren(), None)
    placeholder = properties.find("{*}nvPr/{*}ph") if properties is not None else None
    return placeholder.get("type", "obj") if placeholder is not None else None


def _bodies(root: Element) -> Iterator[tuple[Element, str | None]]:
    """Every text body with the placeholder type of its shape."""
    for body in descendants(root, "txBody"):
        yield body, placeholder_type(body.getparent())


def _paragraph(paragraph: Element) -> str:
    pieces = []
    for element in descendants(paragraph, "t", "br"):
        pieces.append("\n" if local_name(element) == "br" else element.text or "")
    return _ESCAPE.sub(_unescaped, "".join(pieces)).replace("\v", "\n")


def _unescaped(escape: re.Match[str]) -> str:
    """A control character written as "_x000B_", as PowerPoint and python-pptx do: XML cannot hold it (22.9.2.19)."""
    return _WRITTEN_CONTROLS.get(int(escape[1], 16), "")


def _diagram_lines(data: Element) -> list[str]:
    """The text of a diagram's points (21.4.3.5), in the order they are stored."""
    return [
        line for point in descendants(data, "pt") for body in point.iterchildren("{*}t") for line in paragraphs(body)
    ]
