"""How loud sound is, computed from plain samples."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

QUIETEST_DB = -60.0
"""What a meter's left end stands for: below it, a room is silent."""

CLIPPED = 0.999
"""A peak from here on was cut off by the converter."""

Samples = NDArray[np.float32]


class SampleKind(StrEnum):
    """How a device writes one sample; the values are numpy's names."""

    UINT8 = "u1"
    INT16 = "i2"
    INT32 = "i4"
    FLOAT = "f4"


_RANGES = {
    SampleKind.UINT8: (2.0**7, 2.0**7),
    SampleKind.INT16: (0.0, 2.0**15),
    SampleKind.INT32: (0.0, 2.0**31),
    SampleKind.FLOAT: (0.0, 1.0),
}
"""The value of silence, and how far from it full scale is."""


def mono(data: bytes, kind: SampleKind, channels: int) -> Samples:
    """Interleaved samples in the machine's byte order as one channel from -1 to 1, shape (frames,).

    Channels are averaged. A frame that is not complete is left out.
    """
    size = np.dtype(kind.value).itemsize * channels
    raw = np.frombuffer(data[: len(data) // size * size], dtype=kind.value).astype(np.float64)
    middle, largest = _RANGES[kind]
    samples: Samples = (((raw - middle) / largest).reshape(-1, channels).mean(axis=1).clip(-1, 1)).astype(np.float32)
    return samples


def to_int16(samples: Samples) -> bytes:
    """Samples from -1 to 1 as 16-bit little-endian, as a WAV file has them."""
    return np.round(samples * 32767).astype("<i2").tobytes()


def peak(samples: Samples) -> float:
    """The largest deflection, from 0 to 1; 0 for no samples."""
    return float(np.abs(samples).max()) if samples.size else 0.0


def decibels(amplitude: float) -> float:
    """An amplitude in dB of full scale, not below the meter's left end."""
    return max(QUIETEST_DB, 20 * float(np.log10(amplitude))) if amplitude > 0 else QUIETEST_DB


def shown_level(amplitude: float) -> float:
    """How far a meter goes, from 0 to 1: even steps of loudness are even steps on it."""
    return 1 - decibels(amplitude) / QUIETEST_DB


def fallen(shown: float, seconds: float) -> float:
    """A meter's level after a while without sound: it falls by a third of its width a second, so that it is read."""
    return max(0.0, shown - seconds / 3)
