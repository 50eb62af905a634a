from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from slidecast_gui.slides.package import is_beyond_libreoffice, letters_of, picture_sizes
from slidecast_gui.slides.scene import Scene


def scene(**content: object) -> Scene:
    return Scene(json.dumps({"width": 1280, "height": 720, **content}, separators=(",", ":")))


@pytest.mark.parametrize(("natural", "shrunk"), [((300, 200), False), ((900, 600), True)])
def test_a_picture_is_shrunk_when_it_has_more_pixels_than_its_place(natural: tuple[int, int], shrunk: bool) -> None:
    slide = scene(primitives=[{"kind": "image", "w": 200, "h": 150, "assetId": "ppt/media/a.png"}])
    assert slide.has_shrunk_picture(1.5, {"ppt/media/a.png": natural}.get) is shrunk


def test_a_background_is_as_large_as_the_slide() -> None:
    slide = scene(background={"kind": "image", "assetId": "ppt/media/a.png"})
    assert slide.has_shrunk_picture(1.0, {"ppt/media/a.png": (4000, 3000)}.get)
    assert not slide.has_shrunk_picture(1.0, {"ppt/media/a.png": (1280, 720)}.get)


def test_fonts_with_boxes_are_found_however_deep() -> None:
    runs = [
        {"fontId": 3, "glyphs": [{"glyphId": 5, "x": 0}]},
        {"fontId": 4, "glyphs": [{"glyphId": 0, "x": 0}, {"glyphId": 7, "x": 1}]},
    ]
    assert scene(primitives=[{"rows": [{"cells": [{"lines": [{"runs": runs}]}]}]}]).fonts_with_boxes() == (4,)


def test_pictures_are_measured_by_their_headers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # For python-pptx, which opens the picture with Pillow when the deck is made.
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    Image.new("1", (30_000, 10_000)).save(tmp_path / "large.png")
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_picture(str(tmp_path / "large.png"), 0, 0, 100_000, 100_000)
    presentation.save(str(tmp_path / "deck.pptx"))
    monkeypatch.undo()
    assert picture_sizes(tmp_path / "deck.pptx") == {"ppt/media/image1.png": (30_000, 10_000)}
    assert is_beyond_libreoffice(tmp_path / "deck.pptx", ())


def test_letters_of_a_deck_are_those_it_shows_and_not_its_notes(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "語"
    slide.notes_slide.notes_text_frame.text = "ж"
    presentation.save(str(tmp_path / "deck.pptx"))
    letters = letters_of(tmp_path / "deck.pptx")
    assert "語" in letters
    assert "ж" not in letters
