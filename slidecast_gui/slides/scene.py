"""What the engine's display list of a slide (its JSON contract, version 2) tells before anything is painted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

PixelSize = tuple[int, int]

# A picture painted without smoothing shows it where more than this many of its pixels fall on one of the slide's.
_SHRUNK = 1.5


class Scene:
    """One slide's display list. Lengths in it are in pixels of 96 to the inch."""

    def __init__(self, text: str) -> None:
        """Take the list as JSON; it is parsed only if something in it is of interest."""
        self._text = text
        self._parsed: dict[str, Any] | None = None

    def fonts_with_boxes(self) -> tuple[int, ...]:
        """Return the engine's number of each font that lacks a letter of this slide (glyph 0)."""
        if '"glyphId":0,' not in self._text:
            return ()
        numbers = (
            entry["fontId"]
            for entry in _entries(self._tree())
            if "fontId" in entry and any(glyph.get("glyphId") == 0 for glyph in entry.get("glyphs", ()))
        )
        return tuple(dict.fromkeys(numbers))

    def has_shrunk_picture(self, scale: float, natural_size: Callable[[str], PixelSize | None]) -> bool:
        """Tell whether, painted at `scale`, a picture has far fewer pixels than `natural_size` says of its part."""
        if '"assetId"' not in self._text:
            return False
        tree = self._tree()
        whole = tree.get("width", 0.0), tree.get("height", 0.0)
        for entry in _entries(tree):
            size = natural_size(str(entry["assetId"])) if "assetId" in entry else None
            if size is None:
                continue
            width, height = entry.get("w", whole[0]) * scale, entry.get("h", whole[1]) * scale
            if size[0] > width * _SHRUNK or size[1] > height * _SHRUNK:
                return True
        return False

    def _tree(self) -> dict[str, Any]:
        if self._parsed is None:
            parsed = json.loads(self._text)
            self._parsed = parsed if isinstance(parsed, dict) else {}
        return self._parsed


def _entries(tree: object) -> Iterator[dict[str, Any]]:
    """Yield every object in the list, however deep: runs stand in lines, lines in boxes, boxes in tables."""
    waiting = [tree]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, dict):
            yield entry
            waiting.extend(entry.values())
        elif isinstance(entry, list):
            waiting.extend(entry)
