"""A clip: a piece of sound with its exact duration, and the sentences that are heard in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """A sentence of the script and when it is heard, in seconds from the start of its clip."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """A piece of sound: mono, 16 bits, `samples` of shape (n,), `rate` in Hz, and the sentences heard in it."""

    samples: NDArray[np.int16]
    rate: int
    sentences: tuple[SpokenSentence, ...] = ()

    @property
    def duration_s(self) -> float:
        """Exact length in seconds."""
        return len(self.samples) / self.rate
