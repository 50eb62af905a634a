"""Every engine, and every voice of them."""

from __future__ import annotations

from slidecast_gui.narration.engine import Engine, EngineState
from slidecast_gui.narration.errors import NarrationError, NarrationErrorKind
from slidecast_gui.narration.espeak import NAME as ESPEAK
from slidecast_gui.narration.espeak import EspeakEngine
from slidecast_gui.narration.model import Voice
from slidecast_gui.narration.system_voices import system_engine_states

_ENGINES: dict[str, Engine] = {ESPEAK: EspeakEngine()}
"""Those that can give samples, in the order their voices are shown."""


def engines() -> tuple[EngineState, ...]:
    """The state of every engine, also of those that cannot be used, with the reason."""
    return (*(engine.state() for engine in _ENGINES.values()), *system_engine_states())


def voices() -> tuple[Voice, ...]:
    """Every voice that can speak here: espeak's first, each engine's by name."""
    return tuple(voice for engine in _ENGINES.values() for voice in engine.voices())


def engine_of(voice: Voice) -> Engine:
    """The engine that speaks with a voice. Raises NarrationError where it is not there."""
    try:
        return _ENGINES[voice.engine]
    except KeyError:
        raise NarrationError(
            NarrationErrorKind.NO_VOICE,
            f"The voice “{voice.name}” is not on this computer; choose another one.",
        ) from None
