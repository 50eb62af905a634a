"""Why a file cannot be rendered as a deck."""

from __future__ import annotations

from enum import StrEnum

from slidecast_gui.errors import SlidecastError


class DeckErrorKind(StrEnum):
    """One word for each reason."""

    MISSING = "missing"
    NO_PERMISSION = "no-permission"
    EMPTY_FILE = "empty-file"
    WRONG_TYPE = "wrong-type"
    ENCRYPTED = "encrypted"
    LEGACY_FORMAT = "legacy-format"
    DAMAGED = "damaged"
    BEING_SAVED = "being-saved"
    TOO_LARGE = "too-large"
    NO_SLIDES = "no-slides"
    ALL_HIDDEN = "all-hidden"


class DeckError(SlidecastError):
    """A file that is not a deck we can render; `str()` says what is wrong and what to do."""

    def __init__(self, kind: DeckErrorKind, sentence: str, detail: str = "") -> None:
        super().__init__(kind.value, sentence, detail)
