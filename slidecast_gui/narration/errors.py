"""Why a script cannot be spoken."""

from __future__ import annotations

from enum import StrEnum

from slidecast_gui.errors import SlidecastError


class NarrationErrorKind(StrEnum):
    """One word for each reason."""

    UNKNOWN_VOICE = "unknown-voice"
    NO_VOICE = "no-voice"
    SCRIPT_TOO_LONG = "script-too-long"
    ENGINE = "voice-engine"


class NarrationError(SlidecastError):
    """A script that is not spoken; `str()` says what is wrong and what to do."""

    def __init__(self, kind: NarrationErrorKind, sentence: str, detail: str = "") -> None:
        super().__init__(kind.value, sentence, detail)
