"""Who speaks, and how."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """What speaks a script. `voice_id` is "ENGINE:NAME" ("espeak:en-gb"); `language` is a BCP 47 tag."""

    voice_id: str
    engine: str
    name: str
    language: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """How a script is to be spoken.

    `voice` is a voice's id or name, "auto" (the language of the script decides) or "none" (silence).
    `rate` is in words a minute, `pitch` from 0 to 100 with 50 the voice's own.
    """

    voice: str = "auto"
    rate: int = 165
    pitch: int = 50
