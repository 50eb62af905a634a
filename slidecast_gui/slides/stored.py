"""A slide picture as bytes for the piece store: a PNG that any viewer opens, with what it lacks written inside."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from typing import Any

from PIL import Image, PngImagePlugin

from slidecast_gui.slides.model import Renderer, SlidePicture, SlideWarning

_CHUNK = "Slidecast"
# zlib's quickest level: a 1080p slide in a few hundredths of a second, a third larger than the best.
_COMPRESSION = 1


def to_bytes(picture: SlidePicture) -> bytes:
    """Return the picture as a PNG; number, renderer and warnings travel in a text chunk (PNG 1.2, 4.2.3.3 `iTXt`)."""
    about = {
        "number": picture.number,
        "renderer": picture.renderer,
        "warnings": [asdict(warning) for warning in picture.warnings],
    }
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt(_CHUNK, json.dumps(about, ensure_ascii=False))
    buffer = io.BytesIO()
    picture.image.save(buffer, "PNG", compress_level=_COMPRESSION, pnginfo=chunks)
    return buffer.getvalue()


def from_bytes(data: bytes) -> SlidePicture:
    """Return the picture that `to_bytes` wrote. Raises ValueError for anything else."""
    with _opened(data) as image:
        about = _about(image)
        try:
            pixels = image.convert("RGB")
        except OSError as error:
            raise ValueError("a stored slide picture is cut short") from error
    return SlidePicture(about["number"], pixels, Renderer(about["renderer"]), _warnings(about))


def warnings_of(data: bytes) -> tuple[SlideWarning, ...]:
    """Return what the stored picture lacks, without decoding its pixels. Raises ValueError as `from_bytes`."""
    with _opened(data) as image:
        return _warnings(_about(image))


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=("PNG",))
    except OSError as error:
        raise ValueError("not a stored slide picture") from error


def _about(image: Image.Image) -> dict[str, Any]:
    # The chunk stands before the pixels, so it is read when the file is opened.
    try:
        about = json.loads(image.info[_CHUNK])
        Renderer(about["renderer"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("not a stored slide picture") from error
    return dict(about)


def _warnings(about: dict[str, Any]) -> tuple[SlideWarning, ...]:
    return tuple(SlideWarning(**warning) for warning in about["warnings"])
