from __future__ import annotations

import io

import pytest
from PIL import Image

from slidecast_gui.slides import Renderer, SlidePicture, SlideWarning, from_bytes, to_bytes, warnings_of


def picture() -> SlidePicture:
    image = Image.linear_gradient("L").convert("RGB")
    return SlidePicture(7, image, Renderer.PLAIN, (SlideWarning("slide-not-drawn", "Slide 7 “Füße” 日本", 7),))


def test_a_picture_comes_back_as_it_was_stored() -> None:
    back = from_bytes(to_bytes(picture()))
    assert back.image.tobytes() == picture().image.tobytes()
    assert (back.number, back.renderer, back.warnings) == (7, Renderer.PLAIN, picture().warnings)


def test_what_is_stored_is_a_png_that_others_open() -> None:
    assert Image.open(io.BytesIO(to_bytes(picture()))).size == (256, 256)


def test_warnings_are_read_without_decoding_the_pixels() -> None:
    stored = to_bytes(picture())
    assert warnings_of(stored[: len(stored) // 2]) == picture().warnings


@pytest.mark.parametrize("data", [b"", b"no picture", to_bytes(picture())[:-400]])
def test_what_is_damaged_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="stored slide picture"):
        from_bytes(data)


def test_a_png_of_somebody_else_is_refused() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (2, 2)).save(buffer, "PNG")
    with pytest.raises(ValueError, match="not a stored slide picture"):
        warnings_of(buffer.getvalue())
