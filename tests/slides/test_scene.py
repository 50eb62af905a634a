from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from slidecast_gui.slides.package import is_beyond_libreoffice, letters_of, picture_sizes, with_blank_slides
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
    assert picture_sizes(tmp_path / "deck.pptx")["ppt/media/image1.png"] == (30_000, 10_000)
    assert is_beyond_libreoffice(tmp_path / "deck.pptx", ())


@pytest.mark.parametrize("how", [{"lossless": False}, {"lossless": True}, {"save_all": True}])
@pytest.mark.parametrize("name", ["ppt/media/image1.png", "PPT/Media/image1", "elsewhere/a.bin"])
def test_a_picture_is_measured_wherever_it_lies_and_whatever_it_is_called(
    tmp_path: Path, name: str, how: dict[str, bool]
) -> None:
    pictures = [Image.new("RGBA", (640, 333), colour) for colour in ("red", "#00ff0080")]
    pictures[0].save(tmp_path / "picture.webp", append_images=pictures[1:] if "save_all" in how else [], **how)
    with zipfile.ZipFile(tmp_path / "deck.pptx", "w") as package:
        package.write(tmp_path / "picture.webp", name)
    assert picture_sizes(tmp_path / "deck.pptx") == {name: (640, 333)}


def test_an_empty_slide_takes_the_place_of_a_faulty_one_and_everything_else_is_copied(tmp_path: Path) -> None:
    film = os.urandom(3 << 20)
    with zipfile.ZipFile(tmp_path / "deck.pptx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/slides/slide1.xml", "<faulty")
        package.writestr("ppt/slides/slide2.xml", '<?xml version="1.0" encoding="UTF-16"?><sound/>'.encode("utf-16"))
        package.writestr("ppt/media/film.mp4", film)
        package.writestr("../outside", "x")
    copy = with_blank_slides(tmp_path / "deck.pptx", ["/ppt/slides/slide1.xml"], tmp_path / "copy.pptx")
    with zipfile.ZipFile(copy) as package:
        assert sorted(package.namelist()) == ["ppt/media/film.mp4", "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"]
        assert b"<p:sld " in package.read("ppt/slides/slide1.xml")
        assert package.read("ppt/slides/slide2.xml") == b'<?xml version="1.0" encoding="UTF-8"?><sound/>'
        assert package.read("ppt/media/film.mp4") == film


def test_letters_of_a_deck_are_those_it_shows_and_not_its_notes(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "語"
    slide.notes_slide.notes_text_frame.text = "ж"
    presentation.save(str(tmp_path / "deck.pptx"))
    letters = letters_of(tmp_path / "deck.pptx")
    assert "語" in letters
    assert "ж" not in letters
