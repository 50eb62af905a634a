"""A talk before it is a video: pictures and sounds one after the other, without encoding anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from slidecast_gui.ui.player.backend import NoMultimedia, load_sound
from slidecast_gui.ui.player.scenes import Scene, scene_at, starts_of

if TYPE_CHECKING:
    from slidecast_gui.ui.player.sound import Sound

_TICK_MS = 100
"""How often the position is told while it plays."""

_LATEST_END_MS = 1500
"""A sound that starts late ends late; it is waited for this long, and no longer, after its slide's time is over."""

SoundLoader = Callable[[QObject], "Sound"]


class ClipPlayer(QObject):
    """Tells which scene is to be seen, and lets its sound be heard. The owner shows the pictures.

    The clock decides when a scene is over, and the sound is heard along with it: so a preview goes on where there is
    no loudspeaker, and where a sound cannot be played. `failed` then carries the sentence, once for each `load`.
    `slide_shown` carries the index of a scene; positions are milliseconds from the start of the first one.
    `waiting_changed` tells that a scene is waited for which is still to be appended, or no longer.
    """

    slide_shown = Signal(int)
    position_changed = Signal(int)
    playing_changed = Signal(bool)
    waiting_changed = Signal(bool)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, load: SoundLoader = load_sound) -> None:
        """`load` makes what plays sounds, when the first one is to be heard; it may raise NoMultimedia."""
        super().__init__(parent)
        self._load_sound = load
        self._sound: Sound | None = None
        self._is_silent = False
        self._sounding = False
        self._waiting = False
        self._more = False
        self._starved = False
        self._scenes: Sequence[Scene] = ()
        self._starts: tuple[int, ...] = (0,)
        self._index = 0
        self._passed_ms = 0
        self._clock = QElapsedTimer()
        self._playing = False
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(lambda: self.position_changed.emit(self.position_ms))
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._time_is_over)

    @property
    def index(self) -> int:
        """The scene that is to be seen."""
        return self._index

    @property
    def is_playing(self) -> bool:
        """Whether time passes."""
        return self._playing

    @property
    def length_ms(self) -> int:
        """How long all scenes are together."""
        return self._starts[-1]

    @property
    def position_ms(self) -> int:
        """How much has been played."""
        return min(
            self._starts[self._index] + self._in_scene_ms(), self._starts[min(self._index + 1, len(self._scenes))]
        )

    def load(self, scenes: Sequence[Scene], *, more: bool = False) -> None:
        """Takes these scenes in place of others, and waits at the start of the first. `more` are to be appended."""
        self.pause()
        self._more = more
        self._scenes = tuple(scenes)
        self._starts = starts_of(self._scenes)
        self._is_silent = False
        self._index, self._passed_ms = 0, 0
        if self._scenes:
            self.slide_shown.emit(0)

    def append(self, scenes: Sequence[Scene], *, more: bool) -> None:
        """Takes these scenes after those that are there; playing waits at the end of all as long as `more` follow."""
        self._more = more
        self._scenes = (*self._scenes, *scenes)
        self._starts = starts_of(self._scenes)
        if self._starved and (scenes or not more):
            self._next()

    def play(self) -> None:
        """Goes on where it stands; after the end, from the start."""
        if self._playing or not self._scenes:
            return
        if self.position_ms >= self.length_ms:
            self._stand(0, 0)
        self._set_playing(playing=True)
        self._start_scene()

    def pause(self) -> None:
        """Holds everything where it is, and lets go of the sound's file, so that it can be replaced."""
        if self._playing:
            self._passed_ms = self._in_scene_ms()
            self._set_playing(playing=False)
            self._hush()

    def seek(self, position_ms: int) -> None:
        """Shows what is at a position; playing goes on there."""
        index = scene_at(self._starts, position_ms)
        self._move(index, max(0, position_ms - self._starts[index]))

    @Slot()
    def _time_is_over(self) -> None:
        """A scene's time is over: its sound may still have some words to say."""
        if self._sounding and not self._waiting:
            self._waiting = True
            self._end.start(_LATEST_END_MS)
        else:
            self._next()

    @Slot()
    def _sound_ended(self) -> None:
        self._sounding = False
        if self._waiting:
            self._next()

    @Slot()
    def _sound_failed(self) -> None:
        self._sounding = False
        self._be_silent(self.tr("The sound of this slide cannot be played; the preview goes on in silence."))

    def _next(self) -> None:
        """The next scene, or the end, or waiting for the next scene."""
        if self._index + 1 < len(self._scenes):
            self._move(self._index + 1, 0)
            return
        self._hush()
        self._passed_ms = self._scenes[self._index].length_ms
        if self._more:
            self._starve(starved=True)
            return
        self._set_playing(playing=False)
        self.position_changed.emit(self.position_ms)
        self.finished.emit()

    def _move(self, index: int, passed_ms: int) -> None:
        if not 0 <= index < len(self._scenes):
            return
        self._hush()
        self._stand(index, passed_ms)
        if self._playing:
            self._start_scene()

    def _stand(self, index: int, passed_ms: int) -> None:
        self._index, self._passed_ms = index, passed_ms
        self._clock.invalidate()
        self.slide_shown.emit(index)
        self.position_changed.emit(self.position_ms)

    def _start_scene(self) -> None:
        """Starts the clock of the scene, and its sound where it is in that."""
        scene = self._scenes[self._index]
        self._clock.start()
        self._end.start(max(0, scene.length_ms - self._passed_ms))
        sound = self._wanted_sound(scene)
        if sound is not None and scene.sound is not None:
            self._sounding = True
            sound.play(scene.sound, self._passed_ms)

    def _wanted_sound(self, scene: Scene) -> Sound | None:
        """What plays the scene's sound; None where there is nothing to hear, or nothing to hear it with."""
        if scene.sound is None or self._is_silent:
            return None
        if self._sound is None:
            try:
                self._sound = self._load_sound(self)
            except NoMultimedia as error:
                self._be_silent(error.sentence)
                return None
            self._sound.ended.connect(self._sound_ended)
            self._sound.failed.connect(self._sound_failed)
        return self._sound

    def _be_silent(self, sentence: str) -> None:
        if not self._is_silent:
            self._is_silent = True
            self.failed.emit(sentence)

    def _starve(self, *, starved: bool) -> None:
        if starved != self._starved:
            self._starved = starved
            self.waiting_changed.emit(starved)

    def _hush(self) -> None:
        self._starve(starved=False)
        self._end.stop()
        self._sounding = self._waiting = False
        self._clock.invalidate()
        if self._sound is not None:
            self._sound.stop()

    def _in_scene_ms(self) -> int:
        return self._passed_ms + (self._clock.elapsed() if self._clock.isValid() else 0)

    def _set_playing(self, *, playing: bool) -> None:
        self._playing = playing
        if playing:
            self._tick.start()
        else:
            self._tick.stop()
        self.playing_changed.emit(playing)
