from __future__ import annotations

import pytest
from PIL import Image

from slidecast_gui.deck import SlideSize
from slidecast_gui.slides import fit_into_frame, fitted_size
from slidecast_gui.slides.frame import fit_exactly, scaled


@pytest.mark.parametrize(
    ("slide", "frame", "expected"),
    [
        ((12_192_000, 6_858_000), (1920, 1080), (1920, 1080)),
        ((9_144_000, 6_858_000), (1920, 1080), (1440, 1080)),
        ((6_858_000, 9_906_000), (1920, 1080), (748, 1080)),
        ((32_000_000, 2_000_000), (1280, 720), (1280, 80)),
        ((12_345_678, 6_543_211), (1281, 721), (1280, 678)),
    ],
)
def test_slides_of_any_shape_get_the_largest_even_box(
    slide: tuple[int, int], frame: tuple[int, int], expected: tuple[int, int]
) -> None:
    size = fitted_size(SlideSize(*slide), frame)
    assert size == expected
    assert size[0] % 2 == size[1] % 2 == 0


def test_an_absurdly_thin_slide_still_has_two_pixels() -> None:
    assert fitted_size(SlideSize(50_000_000, 10_000), (1280, 720)) == (1280, 2)


def test_a_narrow_picture_stands_in_the_middle_of_black() -> None:
    framed = fit_into_frame(Image.new("RGB", (540, 720), "red"), (1280, 720))
    assert framed.size == (1280, 720)
    assert framed.getpixel((5, 360)) == framed.getpixel((1275, 360)) == (0, 0, 0)
    assert framed.getpixel((640, 360)) == (255, 0, 0)


def test_a_picture_larger_than_the_frame_is_scaled_down_in_its_shape() -> None:
    framed = fit_into_frame(Image.new("RGBA", (4000, 1000), "blue"), (1000, 1000))
    assert framed.mode == "RGB"
    assert framed.getpixel((500, 500)) == (0, 0, 255)
    assert framed.getpixel((500, 360)) == (0, 0, 0)


def test_a_page_of_another_shape_is_not_distorted() -> None:
    page = fit_exactly(Image.new("RGB", (100, 100), "red"), (400, 200), "white")
    assert page.getpixel((10, 100)) == (255, 255, 255)
    assert page.getpixel((101, 100)) == (255, 0, 0)


def test_one_pixel_of_rounding_is_no_reason_for_a_border() -> None:
    page = fit_exactly(Image.new("RGB", (399, 200), "red"), (400, 200), "white")
    assert page.getpixel((0, 0)) == page.getpixel((399, 199)) == (255, 0, 0)


def test_halving_averages_pixels() -> None:
    checks = Image.new("L", (4, 4))
    checks.putdata([0, 255, 0, 255, 255, 0, 255, 0] * 2)
    assert set(scaled(checks, (2, 2)).getdata()) <= {127, 128}
