"""Clips as AAC, each encoded alone and put on the sound track as packets.

AAC-LC codes blocks of 1024 samples that overlap: packet n carries block n - 1 fading out and block n fading in, and a
decoder gives back block n - 1 once it has both (ISO/IEC 14496-3, 4.6.11). Packets of different encodes may follow
each other wherever the block they share is silent on both sides. So each clip is encoded between two silent blocks,
and of the packets only those that carry some of it are kept: with n blocks of sound these are n + 1. Everything
between clips is one and the same packet of silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.codec.context import Flags
from numpy.typing import NDArray

from slidecast_gui.clip import Clip
from slidecast_gui.video.piece import Piece
from slidecast_gui.video.timeline import SOUND_FRAME, SOUND_RATE, clip_frames, clip_samples

CODEC: Final = "aac"
LAYOUT = "mono"
"""A voice has one channel, and a second equal one would take three times as long to encode."""
BIT_RATE = 96_000

_AT_ONCE = 1 << 18
"""Samples that are resampled at a time."""

# The fast coder is twice as fast as the default and within 2 dB of it at this rate. Noise substitution would make
# every decoder play another noise.
_OPTIONS = {"aac_coder": "fast", "aac_pns": "0"}


def sound_key() -> tuple[str, ...]:
    """Everything that determines the bytes of a sound piece, apart from its clip."""
    return (CODEC, LAYOUT, str(BIT_RATE), str(SOUND_RATE), *(f"{k}={v}" for k, v in _OPTIONS.items()), av.__version__)


def encode_sound(clip: Clip) -> bytes:
    """The clip as a stored piece of `clip_frames(clip)` AAC packets, of which the second gives its first samples."""
    packets = clip_frames(clip)
    header, encoded = _encode(_between_silence(clip, packets + 1))
    return Piece(header, encoded[1 : 1 + packets]).to_bytes()


@lru_cache(maxsize=1)
def silence() -> bytes:
    """The packet that gives a block of silence between two others."""
    _, encoded = _encode([np.zeros(SOUND_FRAME, np.float32)] * 8)
    return encoded[4]


def configure(context: AudioCodecContext) -> None:
    """Sets an unopened encoder, alone or of a stream to mux into, to the format of the sound track."""
    context.sample_rate = SOUND_RATE
    context.layout = LAYOUT
    context.format = "fltp"
    context.bit_rate = BIT_RATE
    context.time_base = Fraction(1, SOUND_RATE)
    context.options = dict(_OPTIONS)


def _encode(blocks: Iterable[NDArray[np.float32]]) -> tuple[bytes, tuple[bytes, ...]]:
    """Header and packets of blocks of SOUND_FRAME samples of -1 to 1; packet n carries blocks n - 1 and n."""
    context = av.CodecContext.create(CODEC, "w")
    configure(context)
    context.flags |= int(Flags.global_header)
    context.open()
    packets = []
    for place, block in enumerate(blocks):
        channels = np.repeat(block[None, :], context.layout.nb_channels, axis=0)
        frame = av.AudioFrame.from_ndarray(channels, format="fltp", layout=LAYOUT)
        frame.sample_rate = SOUND_RATE
        frame.pts = place * SOUND_FRAME
        packets += context.encode(frame)
    packets += context.encode(None)
    return bytes(context.extradata or b""), tuple(bytes(packet) for packet in packets)


def _between_silence(clip: Clip, blocks: int) -> Iterator[NDArray[np.float32]]:
    """The clip in that many blocks of SOUND_FRAME samples, after a silent one and filled up with silence.

    Block by block, because an hour of sound as floating-point numbers takes most of a gigabyte, and each copy again.
    """
    waiting = np.zeros(SOUND_FRAME, np.float32)
    left = clip_samples(clip)
    made = 0
    for part in _at_sound_rate(clip):
        # The resampler ends within a few samples of the exact length; of a single sample it makes nothing at all.
        waiting = np.concatenate((waiting, part[:left]))
        left -= min(left, len(part))
        whole = len(waiting) // SOUND_FRAME
        yield from waiting[: whole * SOUND_FRAME].reshape(-1, SOUND_FRAME)
        made, waiting = made + whole, waiting[whole * SOUND_FRAME :]
    rest = np.zeros((blocks - made) * SOUND_FRAME, np.float32)
    rest[: len(waiting)] = waiting
    yield from rest.reshape(-1, SOUND_FRAME)


def _at_sound_rate(clip: Clip) -> Iterator[NDArray[np.float32]]:
    """The clip's samples, -1 to 1, at the rate of the sound track, in parts."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=SOUND_RATE)
    for start in range(0, len(clip.samples), _AT_ONCE):
        samples = np.ascontiguousarray(clip.samples[None, start : start + _AT_ONCE])
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate = clip.rate
        frame.pts = start
        yield from (part.to_ndarray()[0] for part in resampler.resample(frame))
    yield from (part.to_ndarray()[0] for part in resampler.resample(None))
