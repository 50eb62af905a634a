"""The engine in the wheel: betteroffice-pptx, known to this module only.

A `Presentation` of it belongs to the thread that opened it and is released there. Where the engine's own checks fail
it panics: pyo3 raises `PanicException`, which derives from BaseException and is in no module that could be imported.
It is caught here by its name, and nowhere else.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeVar

import betteroffice_pptx
from betteroffice_pptx import PptxError, Presentation
from PIL import Image

from slidecast_gui.slides.errors import DrawingError
from slidecast_gui.slides.fonts import FontPlan, FontRegistry, Style
from slidecast_gui.slides.frame import fit_exactly
from slidecast_gui.slides.package import oversized_slides, picture_sizes, with_blank_slides
from slidecast_gui.slides.scene import PixelSize, Scene

ENGINE_VERSION: str = betteroffice_pptx.__version__

# The engine draws 96 pixels to the inch at scale 1.
_EMU_PER_PIXEL = 9525
# The engine scales pictures down without smoothing: drawn larger and averaged they become smooth. Above this many
# pixels that would cost too much memory, and at such sizes it shows least.
_OVERSAMPLING = 2
_MOST_PIXELS = 17_000_000

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class EnginePanicError(DrawingError):
    """The engine failed one of its own checks."""


class Engine:
    """A deck open in the engine. Made, used and closed in one thread."""

    def __init__(self, source: Path, parts: Collection[str], fonts: FontPlan, scratch: Path) -> None:
        """Open `source`, whose slides are `parts`; copies are made in `scratch` where faulty slides prevent that.

        Raises DrawingError where nothing of the deck can be opened.
        """
        self._fonts = fonts
        self._presentation: Presentation | None = None
        self._registry: FontRegistry | None = None
        self._pictures: Mapping[str, PixelSize] | None = None
        self._index: dict[str, int] = {}
        self._source, self._blank = source, oversized_slides(source, parts)
        if not self._blank:
            try:
                self._opened()
                return
            except DrawingError as error:
                _log.warning("the slide engine cannot open the deck: %s", error)
        self._source, self._blank = _without_faulty(source, tuple(dict.fromkeys(parts)), self._blank, scratch)
        self._opened()

    def draw(self, part: str, size: tuple[int, int]) -> tuple[Image.Image, int]:
        """Return the slide of `part` as RGB of exactly `size`, and how many of its pictures were left out.

        Raises DrawingError where the engine refuses the slide, fails on it, or could not read it in the first place.
        """
        if part in self._blank:
            raise DrawingError(f"{part} could not be read")
        presentation = self._opened()
        if part.lstrip("/") not in self._index:
            raise DrawingError(f"the engine knows no slide {part}")
        index = self._index[part.lstrip("/")]
        base = size[0] * _EMU_PER_PIXEL / presentation.width_emu
        scale = base * self._oversampling(self._laid_out(presentation, index), base, size)
        try:
            png = _guarded(lambda: presentation.render_png(index, scale=scale))
        except EnginePanicError:
            # What a panic leaves behind inside the engine is unknown: the next slide starts afresh.
            self._release()
            raise
        with Image.open(io.BytesIO(png.bytes), formats=("PNG",)) as image:
            return fit_exactly(image, size, "white"), png.skipped_images

    def close(self) -> None:
        """Release the deck; in the thread that made it."""
        self._release()

    def _release(self) -> None:
        if self._registry is not None:
            self._registry.close()
        self._registry = self._presentation = None

    def _opened(self) -> Presentation:
        if self._presentation is None:
            presentation = _open(self._source)
            self._registry = _registry(presentation, self._fonts)
            slides = _guarded(presentation.snapshot).slides
            self._index = {(slide.part_path or "").lstrip("/"): slide.index for slide in slides}
            self._presentation = presentation
        return self._presentation

    def _laid_out(self, presentation: Presentation, index: int) -> Scene:
        """Return what is on the slide, after its fonts were given the letters they lack."""
        scene = Scene(_guarded(lambda: presentation.render_slide(index)).json)
        if self._registry is not None:
            self._registry.complete(scene.fonts_with_boxes())
        return scene

    def _oversampling(self, scene: Scene, scale: float, size: tuple[int, int]) -> int:
        """Return how many times larger than `size` to draw: letters and lines are smooth as they are."""
        if size[0] * size[1] * _OVERSAMPLING**2 > _MOST_PIXELS:
            return 1
        if self._pictures is None:
            self._pictures = picture_sizes(self._source)
        return _OVERSAMPLING if scene.has_shrunk_picture(scale, self._pictures.get) else 1


def _guarded(call: Callable[[], _Result]) -> _Result:
    """Return what `call` returns; every way in which the engine fails becomes DrawingError."""
    try:
        return call()
    except (PptxError, KeyError, ValueError, OSError, OverflowError) as error:
        raise DrawingError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        _log.exception("the slide engine panicked")
        raise EnginePanicError(str(error)) from None


def _open(source: Path) -> Presentation:
    return _guarded(lambda: Presentation.open_path(source))


def _registry(presentation: Presentation, fonts: FontPlan) -> FontRegistry:
    def register(name: str, data: bytes, style: Style) -> int:
        return _guarded(lambda: presentation.register_font(name, data, bold=style.bold, italic=style.italic))

    return FontRegistry(fonts, register)


def _without_faulty(
    source: Path, parts: tuple[str, ...], oversized: frozenset[str], scratch: Path
) -> tuple[Path, frozenset[str]]:
    """Return a copy of the deck that opens, and the slides that are blank in it.

    One part that the engine cannot read makes it refuse the whole deck. Which one is found by halves: a copy in
    which only some slides are not blank opens, or does not. Raises DrawingError where even a blank deck does not open.
    """
    copy = scratch / "without-faulty-slides.pptx"

    def opens(kept: tuple[str, ...]) -> bool:
        try:
            _open(with_blank_slides(source, set(parts) - set(kept), copy))
        except (DrawingError, OSError):
            return False
        return True

    def faulty(some: tuple[str, ...]) -> set[str]:
        if opens(some):
            return set()
        if len(some) == 1:
            return set(some)
        middle = len(some) // 2
        return faulty(some[:middle]) | faulty(some[middle:])

    if not opens(()):
        raise DrawingError("the engine cannot open this deck, whatever its slides are")
    blank = oversized | faulty(tuple(part for part in parts if part not in oversized))
    try:
        return with_blank_slides(source, blank, copy), frozenset(blank)
    except OSError as error:
        raise DrawingError(str(error)) from error
