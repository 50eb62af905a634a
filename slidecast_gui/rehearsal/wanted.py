"""What the presenter wants at this moment: the deck as edited, and the settings."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from slidecast_gui.deck import Deck, Slide, with_edit
from slidecast_gui.edits import NO_EDIT, Edits, SlideEdit
from slidecast_gui.settings import RenderSettings
from slidecast_gui.video import Take, build_timeline
from slidecast_gui.workshop.narrator import Narrator
from slidecast_gui.workshop.shelf import Shelf


@dataclass(frozen=True, slots=True)
class View:
    """One slide as it is wanted at one moment; another one, by `==`, once anything that is heard on it changes."""

    slide: Slide
    fps: int
    narrator: Narrator

    def take(self) -> Take:
        """What the slide contributes to the video, were it shown. Raises NarrationError, MovieError, OSError."""
        return self.narrator.take(self.slide)

    def seconds(self, take: Take) -> float:
        """How long the slide with that take is shown in the video."""
        return build_timeline((take,), self.fps).duration_s


class Wanted:
    """Any number of threads may ask and tell; what was told last counts."""

    def __init__(self, deck: Deck, settings: RenderSettings, edits: Edits, shelf: Shelf) -> None:
        self._deck = deck
        self._shelf = shelf
        self._lock = threading.Lock()
        self._edits = dict(edits)
        self._settings = settings
        self._narrator = Narrator(settings, shelf)

    @property
    def settings(self) -> RenderSettings:
        """For the whole deck."""
        return self._settings

    @property
    def scripts(self) -> Mapping[str, str]:
        """The scripts that are not the deck's notes, by `Slide.slide_id`."""
        with self._lock:
            return {slide_id: edit.script for slide_id, edit in self._edits.items() if edit.script is not None}

    def view(self, number: int) -> View:
        """The slide with that number in the deck."""
        slide = self._deck.slides[number - 1]
        with self._lock:
            edited = with_edit(slide, self._edits.get(slide.slide_id, NO_EDIT))
            return View(edited, self._settings.fps, self._narrator)

    def edit(self, number: int, edit: SlideEdit) -> None:
        """The presenter wants a slide otherwise."""
        with self._lock:
            self._edits[self._deck.slides[number - 1].slide_id] = edit

    def resettle(self, settings: RenderSettings) -> None:
        """The presenter wants other settings."""
        with self._lock:
            self._settings = settings
            self._narrator = Narrator(settings, self._shelf)
