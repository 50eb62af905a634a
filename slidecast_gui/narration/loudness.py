"""Every clip equally loud, and free of an engine's own silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from slidecast_gui.narration.engine import Sound

_FULL_SCALE = 32767
_SILENCE = 64
"""Samples up to this (-54 dB of full scale) are not heard."""

_EDGE_S = 0.01
"""What is kept of the silence around a sentence, so that no soft consonant is cut."""

_SPEECH_RMS = 0.09 * _FULL_SCALE
"""-21 dB of full scale, the level of spoken programmes; speech peaks some 18 dB above it."""

_CEILING = 0.9 * _FULL_SCALE
_MOST_GAIN = 4.0
_BLOCK = 1 << 20


def trimmed(sound: Sound, rate: int) -> Sound:
    """The sound without silence at its ends; empty where nothing is heard in it."""
    heard = (sound > _SILENCE) | (sound < -_SILENCE)
    if not heard.any():
        return sound[:0]
    first, last = int(heard.argmax()), len(sound) - int(heard[::-1].argmax())
    edge = round(_EDGE_S * rate)
    return sound[max(0, first - edge) : last + edge]


def evened(sounds: Sequence[Sound]) -> list[Sound]:
    """The sounds of one clip, all by the same factor, at the level every clip has, and nowhere clipped."""
    gain = _gain(sounds)
    return [_amplified(sound, gain) for sound in sounds]


def _gain(sounds: Sequence[Sound]) -> float:
    blocks = [_peak_and_power(block) for sound in sounds for block in _blocks(sound)]
    count = sum(len(sound) for sound in sounds)
    peak = max((peak for peak, _ in blocks), default=0.0)
    if not peak:
        return 1.0
    rms = float(np.sqrt(sum(power for _, power in blocks) / count))
    return min(_SPEECH_RMS / rms, _CEILING / peak, _MOST_GAIN)


def _peak_and_power(block: Sound) -> tuple[float, float]:
    """Peak and sum of squares."""
    exact = block.astype(np.float64)
    return float(np.abs(exact).max()), float(np.square(exact).sum())


def _amplified(sound: Sound, gain: float) -> Sound:
    louder = np.empty_like(sound)
    for given, made in zip(_blocks(sound), _blocks(louder), strict=True):
        made[:] = np.rint(given.astype(np.float32) * gain)
    return louder


def _blocks(sound: Sound) -> Iterator[Sound]:
    """The sound in views of it: floating-point copies of an hour at once would take a gigabyte."""
    for start in range(0, len(sound), _BLOCK):
        yield sound[start : start + _BLOCK]
