"""A recording is on the disk from its first sample on, and has its name only when it is accepted."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from slidecast_gui.ui.recorder.recording import Recording
from slidecast_gui.ui.recorder.wave_file import WaveFile, seconds_of

TONE = (0.5 * np.sin(np.arange(4000) / 5)).astype(np.float32)


def read(path: Path) -> tuple[int, int, int, np.ndarray]:
    with wave.open(str(path), "rb") as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        return file.getnchannels(), file.getsampwidth(), file.getframerate(), samples


def test_what_is_written_is_what_was_heard(tmp_path: Path) -> None:
    path = tmp_path / "new" / "one.wav"
    with WaveFile(path, 8000) as file:
        file.add(TONE[:1500])
        file.add(TONE[1500:])
        assert file.seconds == 0.5
    channels, width, rate, samples = read(path)
    assert (channels, width, rate) == (1, 2, 8000)
    assert samples / 32767 == pytest.approx(TONE, abs=1e-4)


def test_file_can_be_played_at_every_moment_of_recording(tmp_path: Path) -> None:
    file = WaveFile(tmp_path / "one.wav", 8000)
    for count in range(1, 4):
        file.add(TONE)
        assert seconds_of(tmp_path / "one.wav") == 0.5 * count
    file.close()


def test_length_of_what_is_no_wav_file_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("no sound")
    (tmp_path / "empty.wav").touch()
    assert [seconds_of(tmp_path / name) for name in ("text.wav", "empty.wav", "gone.wav")] == [0, 0, 0]


def test_target_is_untouched_until_the_recording_is_accepted(target: Path) -> None:
    target.parent.mkdir()
    target.write_bytes(b"the one before")
    recording = Recording(target)
    recording.start(8000)
    recording.add(TONE)
    recording.stop()
    assert target.read_bytes() == b"the one before"
    recording.accept()
    assert seconds_of(target) == 0.5
    assert list(target.parent.iterdir()) == [target]
    assert recording.seconds == 0


def test_undecided_recording_is_there_again_after_a_crash(target: Path) -> None:
    crashed = Recording(target)
    crashed.start(8000)
    crashed.add(TONE)
    again = Recording(target)
    assert again.seconds == 0.5
    again.accept()
    assert seconds_of(target) == 0.5
    crashed.stop()


def test_discarding_deletes_the_undecided_one_alone(target: Path) -> None:
    recording = Recording(target)
    for last in (recording.accept, recording.discard):
        recording.start(8000)
        recording.add(TONE)
        last()
    assert list(target.parent.iterdir()) == [target]


def test_recording_in_which_nothing_was_heard_is_none(target: Path) -> None:
    recording = Recording(target)
    recording.start(8000)
    recording.stop()
    assert recording.seconds == 0
    assert not recording.path.exists()


def test_recording_anew_replaces_the_undecided_one(target: Path) -> None:
    recording = Recording(target)
    recording.start(8000)
    recording.add(TONE)
    recording.start(8000)
    recording.add(TONE[:800])
    recording.accept()
    assert seconds_of(target) == 0.1
