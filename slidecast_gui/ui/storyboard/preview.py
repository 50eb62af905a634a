"""Plays a slide, or the talk from one on, before anything is rendered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.rehearsal.messages import Heard
from slidecast_gui.ui.player import ClipPlayer, Scene
from slidecast_gui.ui.storyboard.hearing import Unheard
from slidecast_gui.ui.storyboard.session import Session
from slidecast_gui.ui.storyboard.spotlight import Spotlight
from slidecast_gui.ui.storyboard.strip import Strip


class Preview(QObject):
    """Begins with the first sound that is there; the others are made while it plays. `said` carries a sentence.

    The strip shows the slide that is heard, and who chooses another one there wants to hear no more of this one.
    """

    said = Signal(str)

    def __init__(self, session: Session, strip: Strip, spotlight: Spotlight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._strip = strip
        self._spotlight = spotlight
        self._numbers: list[int] = []
        self.clips = ClipPlayer(self)
        session.hearing.ready.connect(self._take)
        session.hearing.changed.connect(self._gathering_changed)
        spotlight.listen_wanted.connect(self.listen)
        spotlight.play_wanted.connect(self.play)
        spotlight.stop_wanted.connect(self.stop)
        strip.chosen_changed.connect(self._chosen_changed)
        self.clips.slide_shown.connect(lambda index: strip.choose(self._numbers[index]))
        self.clips.playing_changed.connect(self._playing_changed)
        self.clips.waiting_changed.connect(self._waiting_changed)
        self.clips.position_changed.connect(self._show_position)
        self.clips.failed.connect(self.said)

    @Slot()
    def listen(self) -> None:
        """What is heard on the chosen slide."""
        self._begin([self._strip.chosen])

    @Slot()
    def play(self) -> None:
        """The talk from the chosen slide to its end."""
        slides = self._session.slides.slides[self._strip.chosen - 1 :]
        self._begin([slide.number for slide in slides if not slide.is_skipped])

    @Slot()
    def stop(self) -> None:
        """Nothing is heard any more."""
        self._session.hearing.give_up()
        self.clips.pause()

    def _begin(self, numbers: list[int]) -> None:
        self.stop()
        self._numbers = []
        self._session.hear(numbers)

    @Slot(object)
    def _take(self, one: Heard | Unheard) -> None:
        self._numbers.append(one.number)
        more = bool(self._session.hearing.left)
        if len(self._numbers) == 1:
            self.clips.load([self._scene(one)], more=more)
            self.clips.play()
        else:
            self.clips.append([self._scene(one)], more=more)
        if isinstance(one, Unheard):
            sentence = self.tr("Slide {n} is played without its sound. {why}")
            self.said.emit(sentence.format(n=one.number, why=one.sentence))

    def _scene(self, one: Heard | Unheard) -> Scene:
        """The picture is only for other players: the page shows it itself."""
        if isinstance(one, Heard):
            return Scene(Path(), Path(one.path), one.seconds)
        return Scene(Path(), None, self._silent_s(one.number))

    def _silent_s(self, number: int) -> float:
        """How long a slide is shown on which nothing can be heard."""
        slide, job = self._session.slides.slide(number), self._session.job
        wanted = slide.edit.seconds if slide is not None else None
        return wanted or (job.settings.seconds_per_slide if job is not None else 1.0)

    @Slot()
    def _gathering_changed(self) -> None:
        waiting = self._session.hearing.is_waiting
        if waiting or not self.clips.is_playing:
            progress = self.tr("Preparing the sound…") if waiting else ""
            self._spotlight.show_playing(playing=waiting, progress=progress)
        else:
            # What was to follow will not.
            self.clips.append([], more=False)

    @Slot(bool)
    def _playing_changed(self, playing: bool) -> None:
        self._spotlight.show_playing(playing=playing)
        if not playing:
            self._session.hearing.give_up()

    @Slot(bool)
    def _waiting_changed(self, waiting: bool) -> None:
        progress = self.tr("Preparing the next slide…") if waiting else ""
        self._spotlight.show_playing(playing=self.clips.is_playing, progress=progress)

    @Slot(int)
    def _show_position(self, position_ms: int) -> None:
        slides = self._session.slides
        rest = [slide.seconds or 0.0 for number in self._session.hearing.left if (slide := slides.slide(number))]
        self._spotlight.line.show_position(position_ms, self.clips.length_ms + round(1000 * sum(rest)))

    @Slot(int)
    def _chosen_changed(self, number: int) -> None:
        hearing = self._session.hearing
        expected = hearing.left[0] if hearing.is_waiting else self._numbers[self.clips.index] if self._numbers else 0
        if number != expected:
            self.stop()
