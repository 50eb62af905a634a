import numpy as np
import pytest

from slidecast_gui.clip import Clip, SpokenSentence
from slidecast_gui.narration import clip_from_bytes, clip_to_bytes


def _noise() -> Clip:
    samples = np.random.default_rng(1).integers(-32768, 32768, 5000, dtype=np.int16)
    return Clip(samples, 22050, (SpokenSentence("“Größe” 你好", 0.1, 1 / 3),))


@pytest.mark.parametrize("clip", [_noise(), Clip(np.zeros(0, np.int16), 16000), Clip(np.zeros(9, np.int16), 48000)])
def test_a_clip_comes_back_exactly(clip: Clip) -> None:
    back = clip_from_bytes(clip_to_bytes(clip))
    assert np.array_equal(back.samples, clip.samples)
    assert back.samples.dtype == np.int16
    assert (back.rate, back.sentences) == (clip.rate, clip.sentences)


def test_bytes_are_the_same_each_time() -> None:
    assert clip_to_bytes(_noise()) == clip_to_bytes(_noise())


WHOLE = clip_to_bytes(_noise())


@pytest.mark.parametrize(
    "damaged", [b"", b"RIFF" + WHOLE[4:], WHOLE[:6], WHOLE[:20], WHOLE[:-9], WHOLE[:8] + b"\xff" + WHOLE[9:]]
)
def test_damaged_bytes_are_a_value_error(damaged: bytes) -> None:
    with pytest.raises(ValueError):
        clip_from_bytes(damaged)
