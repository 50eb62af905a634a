"""What a deck is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from slidecast_gui.deck.model import Slide
from slidecast_gui.deck.text import one_line

_PROGRAM_PREFIX = re.compile(r"^(?:microsoft )?powerpoint\s+[-–—]\s+", re.IGNORECASE)
_FILE_ENDING = re.compile(r"\.(?:pptx?|pptm|ppsx?|potx?|odp|pdf)$", re.IGNORECASE)
_MEANINGLESS = re.compile(
    r"""(?:
        powerpoint[\s-]*(?:pr[äeé]s\w*|template|プレゼンテーション|演示文稿|簡報|프레젠테이션)
        | pr[äeé]s\w*\s+(?:de\s+|do\s+|di\s+|standard\s+di\s+)?powerpoint
        | (?:презентация|presentasi|prezentacja(?:\s+programu)?|prezentace(?:\s+aplikace)?)\s+powerpoint
        | (?:microsoft\s+)?powerpoint
        | (?:slide|folie|diapositiv[aeo]|dia|слайд|slayt|slajd|presentation|présentation|presentación|präsentation
            |untitled(?:\s+presentation)?|unbenannt|sans\s+titre|title|no\s+title|click\s+to\s+edit.*
            |幻灯片|投影片|スライド|슬라이드)\s*\d*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Titles that PowerPoint and its kin write by themselves, in their larger languages."""


def deck_title(stored: str, slides: Sequence[Slide], path: Path) -> str:
    """The title in the deck's properties where somebody wrote one, else the first shown slide's, else the file's."""
    written = _FILE_ENDING.sub("", _PROGRAM_PREFIX.sub("", one_line(stored)))
    if written and not _MEANINGLESS.fullmatch(written):
        return written
    first = next((slide for slide in slides if not slide.hidden), None)
    if first is not None and first.text and not _MEANINGLESS.fullmatch(first.title):
        return first.title
    return path.stem or path.name
