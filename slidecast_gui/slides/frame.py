"""From a slide's shape to a video's frame: sizes that encoders accept, and pictures laid on black."""

from __future__ import annotations

from PIL import Image

from slidecast_gui.deck.model import SlideSize

_SMALLEST = 2


def fitted_size(slide_size: SlideSize, frame: tuple[int, int]) -> tuple[int, int]:
    """Return the largest box of the slide's shape in `frame`, in pixels; both numbers are even, as H.264 wants them."""
    width: float
    height: float
    width, height = frame
    if width * slide_size.height > height * slide_size.width:
        width = height * slide_size.ratio
    else:
        height = width / slide_size.ratio
    return _even(width, frame[0]), _even(height, frame[1])


def fit_into_frame(image: Image.Image, frame: tuple[int, int]) -> Image.Image:
    """Return `image` in the middle of a black RGB picture of the size `frame`, scaled down only if it is larger."""
    image = image.convert("RGB")
    if image.size == frame:
        return image
    if image.width > frame[0] or image.height > frame[1]:
        image = image.resize(_inside(image.size, frame), Image.Resampling.LANCZOS)
    return _centred(image, frame, "black")


def fit_exactly(image: Image.Image, size: tuple[int, int], background: str) -> Image.Image:
    """Return `image` as RGB of exactly `size`.

    A picture whose shape differs by no more than rounding is stretched by that pixel; any other keeps its shape, in
    the middle of `background`.
    """
    image = image.convert("RGB")
    if image.size == size:
        return image
    inner = _inside(image.size, size)
    if abs(inner[0] - size[0]) <= _SMALLEST and abs(inner[1] - size[1]) <= _SMALLEST:
        return scaled(image, size)
    return _centred(scaled(image, inner), size, background)


def scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return `image` at `size`; halving is averaged, which is quicker than a filter and as good for drawn slides."""
    if image.size == size:
        return image
    for factor in (2, 3, 4):
        if image.size == (size[0] * factor, size[1] * factor):
            return image.reduce(factor)
        if abs(image.width - size[0] * factor) <= factor and abs(image.height - size[1] * factor) <= factor:
            # A slide whose shape is not that of whole pixels is a row short.
            return image.resize(size, Image.Resampling.BOX)
    return image.resize(size, Image.Resampling.LANCZOS)


def _even(length: float, limit: int) -> int:
    return max(_SMALLEST, min(2 * round(length / 2), limit - limit % 2))


def _inside(size: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    factor = min(box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _centred(image: Image.Image, size: tuple[int, int], background: str) -> Image.Image:
    canvas = Image.new("RGB", size, background)
    canvas.paste(image, ((size[0] - image.width) // 2, (size[1] - image.height) // 2))
    return canvas
