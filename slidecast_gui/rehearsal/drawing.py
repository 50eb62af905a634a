"""The pictures of a rehearsal: drawn as for the video, shown in small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from slidecast_gui.deck import Deck, Slide
from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.rehearsal.messages import Drawn, Reply
from slidecast_gui.rehearsal.troubles import trouble_of
from slidecast_gui.rehearsal.wanted import Wanted
from slidecast_gui.settings import RenderSettings
from slidecast_gui.slides import from_bytes
from slidecast_gui.workshop.illustrator import Illustrator, lacks_of
from slidecast_gui.workshop.shelf import Shelf

WIDEST = 1920
"""Pixels of a picture that is shown: as large as in a big window, or on a screen of double density."""
_COMPRESSION = 1
"""zlib's quickest level: the picture is looked at on this computer, and gone with the rehearsal."""


class Drawing:
    """Draws slides and says so. Used in one thread."""

    def __init__(
        self,
        deck: Deck,
        wanted: Wanted,
        shelf: Shelf,
        scratch: Path,
        say: Callable[[Reply], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._deck = deck
        self._wanted = wanted
        self._shelf = shelf
        self._scratch = scratch
        self._say = say
        self._stopped = stopped
        self._look: tuple[object, ...] = ()
        self._illustrator: Illustrator | None = None

    def draw(self, number: int) -> None:
        """Draw one slide, or find its picture in the store. Raises Cancelled, OSError."""
        if self._stopped():
            raise Cancelled
        settings = self._wanted.settings
        illustrator = self._illustrator_for(settings)
        if illustrator is None:
            return
        slide = self._deck.slides[number - 1]
        image, stored = _picture(illustrator, slide)
        # Named after the picture too: a window that is reading an earlier one is not disturbed.
        path = self._scratch / f"slide-{number:03d}-{illustrator.key(slide)[:16]}.png"
        image.thumbnail((WIDEST, image.height))
        image.save(path, "PNG", compress_level=_COMPRESSION)
        warnings = [warning.text for warning in self._deck.warnings if warning.slide == number]
        warnings += [lack.text for lack in lacks_of(slide, stored)]
        if look_of(self._wanted.settings) == self._look:
            self._say(Drawn(number, str(path), tuple(warnings)))

    def close(self) -> None:
        """Release what was opened to draw."""
        if self._illustrator is not None:
            self._illustrator.close()
        self._illustrator = None

    def _illustrator_for(self, settings: RenderSettings) -> Illustrator | None:
        """Who draws under these settings; None, said once, where nobody can."""
        if self._look != look_of(settings):
            self.close()
            self._look = look_of(settings)
            try:
                self._illustrator = Illustrator(self._deck, settings, self._shelf, self._scratch, self._stopped)
            except SlidecastError as error:
                self._say(trouble_of(error))
        return self._illustrator


def look_of(settings: RenderSettings) -> tuple[object, ...]:
    """What of the settings decides how pictures look."""
    return settings.frame_size, settings.renderer


def _picture(illustrator: Illustrator, slide: Slide) -> tuple[Image.Image, bytes]:
    """The slide's picture in the size of the video, and as it is stored."""
    stored = illustrator.find(slide)
    if stored is not None:
        return from_bytes(stored).image, stored
    drawn = illustrator.draw(slide)
    return drawn.image, illustrator.keep(slide, drawn)
