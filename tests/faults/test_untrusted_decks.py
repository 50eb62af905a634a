"""Decks from strangers: what they hold costs neither minutes nor memory."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.deck import read_deck
from slidecast_gui.slides import Renderer, SlideArtist
from slidecast_gui.slides.package import MOST_SHAPES


def with_many_shapes(deck: Path, part: str, count: int) -> Path:
    """The deck with a copy of the first shape of `part` for each of `count`."""
    crowded = deck.with_name("crowded.pptx")
    with zipfile.ZipFile(deck) as package, zipfile.ZipFile(crowded, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            data = package.read(name)
            if name == part:
                shape = re.search(rb"<p:sp>.*?</p:sp>", data, re.DOTALL)
                assert shape is not None
                data = data.replace(shape[0], shape[0] * count)
            copy.writestr(name, data)
    return crowded


@pytest.mark.parametrize("choice", [Renderer.AUTO, Renderer.BUILTIN])
def test_a_slide_with_too_many_shapes_is_plain_and_the_others_are_drawn(
    make_deck: Callable[..., Path], tmp_path: Path, choice: Renderer
) -> None:
    deck = read_deck(with_many_shapes(make_deck(), "ppt/slides/slide1.xml", MOST_SHAPES + 1), tmp_path)
    artist = SlideArtist(deck, (320, 240), choice, tmp_path / "scratch", lambda: False)
    (tmp_path / "scratch").mkdir()
    crowded, other = (artist.draw(slide) for slide in deck.slides)
    artist.close()
    assert crowded.renderer is Renderer.PLAIN
    assert [warning.kind for warning in crowded.warnings] == ["slide-not-drawn"]
    assert other.renderer is Renderer.BUILTIN
