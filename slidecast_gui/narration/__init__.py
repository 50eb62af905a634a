"""A script becomes sound.

`choose_voice` finds who speaks a slide's script: the voice that was asked for, or by the script's own language.
`speak` cuts the script into sentences, has an engine say each, and joins them with pauses into a `Clip` that knows
when each sentence is heard. `clip_key` and `clip_to_bytes` let clips be kept by content: the same key means the same
samples. `recorded_clip` makes one of a sound the presenter has recorded. The engine that is always there is espeak-ng;
`engines` tells of every engine, and why one cannot be used.
"""

from slidecast_gui.narration.choice import choose_voice
from slidecast_gui.narration.engine import EngineState
from slidecast_gui.narration.engines import engines, voices
from slidecast_gui.narration.errors import NarrationError, NarrationErrorKind
from slidecast_gui.narration.lacks import voice_lack
from slidecast_gui.narration.model import Speech, Voice
from slidecast_gui.narration.recorded import recorded_clip, recorded_key
from slidecast_gui.narration.script import clean_script, is_speakable
from slidecast_gui.narration.sentences import split_sentences
from slidecast_gui.narration.speaking import check_length, clip_key, speak
from slidecast_gui.narration.storing import clip_from_bytes, clip_to_bytes

__all__ = [
    "EngineState",
    "NarrationError",
    "NarrationErrorKind",
    "Speech",
    "Voice",
    "check_length",
    "choose_voice",
    "clean_script",
    "clip_from_bytes",
    "clip_key",
    "clip_to_bytes",
    "engines",
    "is_speakable",
    "recorded_clip",
    "recorded_key",
    "speak",
    "split_sentences",
    "voice_lack",
    "voices",
]
