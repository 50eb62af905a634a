"""What is heard on each slide: its script by a voice, or the presenter's own sound; kept by content."""

from __future__ import annotations

from pathlib import Path

from slidecast_gui.clip import Clip
from slidecast_gui.deck import Slide
from slidecast_gui.narration import (
    Speech,
    Voice,
    choose_voice,
    clean_script,
    clip_from_bytes,
    clip_key,
    clip_to_bytes,
    is_speakable,
    recorded_clip,
    recorded_key,
    speak,
    voice_lack,
)
from slidecast_gui.settings import RenderSettings
from slidecast_gui.video import SOUND_RATE, Take, encode_sound, read_sound, sound_file_key, sound_key
from slidecast_gui.workshop.pieces import piece_key
from slidecast_gui.workshop.shelf import Shelf


class Narrator:
    """The clips of one deck under one set of settings. Any number of threads may use it; speaking is one at a time."""

    def __init__(self, settings: RenderSettings, shelf: Shelf) -> None:
        self._speech = Speech(settings.voice, settings.rate, settings.pitch)
        self._silent_s = settings.seconds_per_slide
        self._shelf = shelf
        self._sound_keys: dict[str, str] = {}

    def clip(self, slide: Slide) -> Clip | None:
        """What is heard on the slide, or None. Raises NarrationError, MovieError, OSError."""
        key = self._clip_key(slide)
        return clip_from_bytes(self._shelf.get_or_make(key, lambda: clip_to_bytes(self._make(slide)))) if key else None

    def take(self, slide: Slide) -> Take:
        """What the slide contributes to a video. Raises as `clip`."""
        # A silent slide is shown as long as the presenter says, and be it shorter than silent slides are.
        silent_s = self._silent_s if slide.seconds is None else slide.seconds
        return Take(slide.number, slide.title, self.clip(slide), silent_s, slide.seconds or 0.0)

    def encoded(self, slide: Slide) -> bytes:
        """The clip of a slide on which something is heard, encoded. Raises ValueError for another, and as `clip`."""
        key = self._clip_key(slide)
        if key is None:
            raise ValueError(f"nothing is heard on slide {slide.number}")
        return self._shelf.get_or_make(piece_key("sound", *sound_key(), key), lambda: encode_sound(self._heard(slide)))

    def lack(self, slide: Slide) -> str:
        """What the presenter should know of the voice that speaks the slide, in a sentence, or empty."""
        voice = self._voice(slide)
        return voice_lack(voice, self._speech, clean_script(slide.notes), slide.language) if voice else ""

    def _heard(self, slide: Slide) -> Clip:
        clip = self.clip(slide)
        assert clip is not None, "it has a key"
        return clip

    def _make(self, slide: Slide) -> Clip:
        if slide.sound:
            return recorded_clip(read_sound(Path(slide.sound), _called(slide)), SOUND_RATE, slide.notes)
        voice = self._voice(slide)
        assert voice is not None, "it has a key"
        return speak(clean_script(slide.notes), voice, self._speech)

    def _clip_key(self, slide: Slide) -> str | None:
        if slide.sound:
            return piece_key("clip", *recorded_key(self._sound_key(slide), slide.notes))
        voice = self._voice(slide)
        return piece_key("clip", *clip_key(clean_script(slide.notes), voice, self._speech)) if voice else None

    def _voice(self, slide: Slide) -> Voice | None:
        """Who speaks the slide's script; None where nobody does."""
        script = clean_script(slide.notes)
        if slide.sound or not is_speakable(script):
            return None
        return choose_voice(self._speech, script, slide.language)

    def _sound_key(self, slide: Slide) -> str:
        """Of the slide's sound file, which is asked for several times and read once."""
        if slide.sound not in self._sound_keys:
            self._sound_keys[slide.sound] = sound_file_key(Path(slide.sound), _called(slide))
        return self._sound_keys[slide.sound]


def _called(slide: Slide) -> str:
    """The presenter knows where they put a sound; the file is kept under another name."""
    return f"The sound of slide {slide.number}"
