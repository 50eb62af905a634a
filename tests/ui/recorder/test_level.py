"""Loudness is computed from plain samples of every kind a device may give."""

from __future__ import annotations

import numpy as np
import pytest

from slidecast_gui.ui.recorder.level import SampleKind, decibels, fallen, mono, peak, shown_level, to_int16

HALVES = {
    SampleKind.UINT8: np.array([128, 192, 64], np.uint8),
    SampleKind.INT16: np.array([0, 16384, -16384], np.int16),
    SampleKind.INT32: np.array([0, 2**30, -(2**30)], np.int32),
    SampleKind.FLOAT: np.array([0, 0.5, -0.5], np.float32),
}


@pytest.mark.parametrize("kind", SampleKind)
def test_every_kind_of_sample_is_the_same_sound(kind: SampleKind) -> None:
    assert mono(HALVES[kind].tobytes(), kind, 1) == pytest.approx([0, 0.5, -0.5])


def test_channels_become_one_and_an_incomplete_frame_is_left_out() -> None:
    frames = np.array([1000, 3000, -500, 500, 7], np.int16)
    assert mono(frames.tobytes(), SampleKind.INT16, 2) == pytest.approx([2000 / 32768, 0])


def test_what_is_beyond_full_scale_is_cut_off() -> None:
    loud = mono(np.array([1.7, -2], np.float32).tobytes(), SampleKind.FLOAT, 1)
    assert list(loud) == [1, -1]
    assert np.frombuffer(to_int16(loud), "<i2").tolist() == [32767, -32767]


def test_peak_is_the_largest_deflection_to_either_side() -> None:
    assert peak(np.array([0.1, -0.7, 0.3], np.float32)) == pytest.approx(0.7)
    assert peak(np.array([], np.float32)) == 0


@pytest.mark.parametrize(("amplitude", "level"), [(0, -60), (1e-9, -60), (0.001, -60), (0.5, -6.02), (1, 0)])
def test_amplitudes_are_decibels_of_full_scale(amplitude: float, level: float) -> None:
    assert decibels(amplitude) == pytest.approx(level, abs=0.01)


def test_even_steps_of_loudness_are_even_steps_of_the_meter() -> None:
    assert [shown_level(10 ** (level / 20)) for level in (-60, -45, -30, -15, 0)] == pytest.approx(
        [0, 0.25, 0.5, 0.75, 1]
    )


def test_meter_falls_slowly_and_not_below_nothing() -> None:
    assert fallen(1.0, 1.5) == pytest.approx(0.5)
    assert fallen(0.1, 1.5) == 0
