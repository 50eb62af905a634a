"""Makes the pieces of one render, side by side, and keeps them.

One thread draws (the slide engine belongs to the thread that opened it), one speaks, as many as there are cores
encode. Each piece goes into the store as soon as it is there, so that a render that is interrupted goes on from it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from PIL import Image

from slidecast_gui.deck import Deck, Slide
from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.events import Event, Stage, Warned
from slidecast_gui.settings import RenderSettings
from slidecast_gui.slides import SlidePicture, fit_into_frame, from_bytes
from slidecast_gui.video import Fade, Take, VideoFormat, encode_fade, encode_still
from slidecast_gui.workshop.illustrator import Illustrator, is_lasting, lacks_of
from slidecast_gui.workshop.meter import Meter
from slidecast_gui.workshop.narrator import Narrator
from slidecast_gui.workshop.pieces import piece_key
from slidecast_gui.workshop.shelf import Shelf

P = ParamSpec("P")
R = TypeVar("R")


class Workshop:
    """The pieces of one deck under one set of settings; a context manager that ends its threads."""

    def __init__(
        self,
        deck: Deck,
        settings: RenderSettings,
        shelf: Shelf,
        scratch: Path,
        report: Callable[[Event], None],
        meter: Meter,
        cancelled: Callable[[], bool],
        plain_slides: Collection[int] | None = (),
    ) -> None:
        """`plain_slides` as in `SlideArtist`."""
        self.format = VideoFormat(*settings.frame_size, settings.fps)
        self._deck = deck
        self._settings = settings
        self._narrator = Narrator(settings, shelf)
        self._shelf = shelf
        self._told: set[str] = set()
        self._report = report
        self._meter = meter
        self._cancelled = cancelled
        self._closing = threading.Event()
        self._failure: BaseException | None = None
        self._lock = threading.Lock()
        workers = max(2, os.cpu_count() or 2)
        # Drawing may run this far ahead of encoding: pictures in memory, each some 6 MB at 1080p.
        self._ahead = threading.Semaphore(workers + 1)
        self._artists = ThreadPoolExecutor(1, "draw")
        self._speakers = ThreadPoolExecutor(1, "speak")
        self._encoders = ThreadPoolExecutor(workers, "encode")
        self._illustrator = self._artists.submit(
            Illustrator, deck, settings, shelf, scratch, self._should_stop, report=report, plain_slides=plain_slides
        ).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        for pool in (self._speakers, self._encoders):
            pool.shutdown(cancel_futures=True)
        self._artists.submit(self._illustrator.close)
        self._artists.shutdown()

    @property
    def to_draw(self) -> int:
        """How many of the shown slides have no picture in the store."""
        return sum(not self._illustrator.has(slide) for slide in self._deck.shown)

    def make_all(self, on_first_picture: Callable[[], None]) -> list[Take]:
        """Draw, speak and encode whatever is not there yet; what each shown slide contributes, in order.

        `on_first_picture` is called as soon as the first slide is drawn: the presenter sees which deck it is.
        Raises Cancelled, DeckError, NarrationError, LibreOfficeError; OSError where a piece cannot be kept.
        """
        slides = self._deck.shown
        spoken = [self._submit(self._speakers, self._speak, slide) for slide in slides]
        drawn = [self._submit(self._artists, self._draw, slide) for slide in slides]
        try:
            drawn[0].result().result()
            on_first_picture()
            for drawing in drawn[1:]:
                drawing.result().result()
            takes = [speaking.result().result() for speaking in spoken]
        except Cancelled:
            # Where one task fails the others are stopped; what counts is why the first one did.
            raise self._failure or Cancelled from None
        self._warn_of_what_is_missing()
        return takes

    def make_fades(self, fades: Iterable[Fade]) -> None:
        """Encode the cross-fades that are not there yet. Raises as `make_all`."""
        for fading in [self._submit(self._encoders, self.fade, fade) for fade in fades]:
            fading.result()
            self._meter.step(Stage.VIDEO)

    def picture(self, number: int) -> Image.Image:
        """The picture of a slide, in the slide's own shape."""
        slide = self._slide(number)
        kept = self._illustrator.find(slide)
        if kept is not None:
            return from_bytes(kept).image
        image: Image.Image = self._artists.submit(self._illustrator.draw, slide).result().image
        return image

    def still(self, number: int) -> bytes:
        """The encoded still of a slide."""
        key = self._still_key(self._slide(number))
        return self._shelf.get_or_make(key, partial(self._encoded_still, number))

    def fade(self, fade: Fade) -> bytes:
        """An encoded cross-fade."""
        self._check()
        first, second = fade.from_slide, fade.to_slide
        stills = self._still_key(self._slide(first)), self._still_key(self._slide(second))
        return self._shelf.get_or_make(
            piece_key("fade", *stills, fade.frames),
            lambda: encode_fade(self._framed(first), self._framed(second), fade.frames, self.format),
        )

    def sound(self, number: int) -> bytes:
        """The encoded sound of a slide on which something is said."""
        return self._narrator.encoded(self._slide(number))

    def _submit(self, pool: ThreadPoolExecutor, work: Callable[P, R], *given: P.args, **named: P.kwargs) -> Future[R]:
        """Run `work` on a pool; where it fails, everything else stops as soon as it can."""

        def guarded() -> R:
            try:
                return work(*given, **named)
            except BaseException as error:
                with self._lock:
                    self._failure = self._failure or error
                self._closing.set()
                raise

        return pool.submit(guarded)

    def _draw(self, slide: Slide) -> Future[None]:
        """On the drawing thread: find or draw the picture, and hand it on to be encoded."""
        self._check()
        kept = self._illustrator.find(slide)
        drawn = None
        if kept is None:
            with self._meter.drawing(slide.number):
                drawn = self._illustrator.draw(slide)
        while not self._ahead.acquire(timeout=0.2):
            self._check()
        return self._submit(self._encoders, self._encode, slide, kept, drawn)

    def _encode(self, slide: Slide, kept: bytes | None, drawn: SlidePicture | None) -> None:
        """On an encoding thread: keep the picture and its still."""
        try:
            self._check()
            lasting = drawn is None or is_lasting(drawn)
            if drawn is not None:
                kept = self._illustrator.keep(slide, drawn)
            assert kept is not None
            for lack in lacks_of(slide, kept):
                self._warn(lack.kind, lack.text, lack.slide)
            image = drawn.image if drawn is not None else None
            still = partial(self._encoded_still, slide.number, image)
            self._shelf.get_or_make(self._still_key(slide), still, lasting=lasting)
        finally:
            self._ahead.release()
        self._meter.step(Stage.SLIDES, slide.number)

    def _speak(self, slide: Slide) -> Future[Take]:
        """On the speaking thread: find or speak the clip, and hand it on to be encoded."""
        self._check()
        try:
            take = self._narrator.take(slide)
        except SlidecastError as error:
            error.slide = slide.number
            raise
        self._warn_once("voice", self._narrator.lack(slide))
        return self._submit(self._encoders, self._encode_sound, take)

    def _encode_sound(self, take: Take) -> Take:
        self._check()
        if take.clip is not None:
            self.sound(take.number)
        self._meter.step(Stage.NARRATION, take.number)
        return take

    def _encoded_still(self, number: int, image: Image.Image | None = None) -> bytes:
        return encode_still(self._framed(number, image), self.format)

    def _framed(self, number: int, image: Image.Image | None = None) -> Image.Image:
        return fit_into_frame(image or self.picture(number), self._settings.frame_size)

    def _warn_of_what_is_missing(self) -> None:
        for warning in self._illustrator.warnings:
            self._warn(warning.kind, warning.text, warning.slide)

    def _warn_once(self, kind: str, text: str) -> None:
        """What is the same for many slides is told once; an empty text is not told."""
        if text and text not in self._told:
            self._told.add(text)
            self._warn(kind, text, None)

    def _warn(self, kind: str, text: str, slide: int | None) -> None:
        self._report(Warned(kind, text, slide))

    def _slide(self, number: int) -> Slide:
        return self._deck.slides[number - 1]

    def _still_key(self, slide: Slide) -> str:
        return piece_key("still", self._illustrator.key(slide), *self.format.key())

    def _check(self) -> None:
        if self._should_stop():
            raise Cancelled

    def _should_stop(self) -> bool:
        return self._closing.is_set() or self._cancelled()
