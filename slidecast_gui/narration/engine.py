"""What every engine of voices offers, whoever made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from slidecast_gui.narration.model import Speech, Voice

Sound = NDArray[np.int16]
"""Mono samples, 16 bits, of shape (n,)."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """Whether an engine can speak here; `reason` is empty, or one sentence saying why it cannot."""

    name: str
    available: bool
    version: str
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class SpokenSounds:
    """One sound for each sentence, as the engine made it, at `rate` Hz."""

    sounds: tuple[Sound, ...]
    rate: int


class Engine(Protocol):
    """An engine that turns text into samples.

    What it makes depends on nothing but its arguments and `state().version`: clips are kept under those.
    """

    def state(self) -> EngineState:
        """Whether it can speak, and its version."""

    def voices(self) -> tuple[Voice, ...]:
        """What it can speak with; empty where it is not available."""

    def say(self, sentences: Sequence[str], voice: Voice, speech: Speech) -> SpokenSounds:
        """Each sentence spoken. Raises NarrationError."""
