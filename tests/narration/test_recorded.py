"""A sound that was recorded for a slide, with the script over it."""

from __future__ import annotations

import numpy as np

from slidecast_gui.narration import recorded_clip, recorded_key

RATE = 48_000
TONE = (8000 * np.sin(np.arange(2 * RATE) * 0.05)).astype(np.int16)


def test_sentences_share_the_time_by_their_letters() -> None:
    clip = recorded_clip(TONE, RATE, "Ten chars. And this one has thirty letters.")
    first, second = clip.sentences
    assert (first.text, second.text) == ("Ten chars.", "And this one has thirty letters.")
    assert first.start_s == 0
    assert first.end_s == second.start_s == clip.duration_s * 10 / 42
    assert second.end_s == clip.duration_s


def test_silence_at_the_ends_is_not_waited_for() -> None:
    silence = np.zeros(RATE, np.int16)
    clip = recorded_clip(np.concatenate((silence, TONE, silence)), RATE, "")
    assert abs(clip.duration_s - 2) < 0.05
    assert clip.sentences == ()


def test_a_quiet_recording_is_made_louder() -> None:
    clip = recorded_clip((TONE // 8).astype(np.int16), RATE, "")
    assert np.abs(clip.samples).max() > 2 * np.abs(TONE // 8).max()


def test_the_key_changes_with_the_sound_and_with_the_script() -> None:
    keys = {recorded_key("ab", "One."), recorded_key("cd", "One."), recorded_key("ab", "Two."), recorded_key("ab", "")}
    assert len(keys) == 4
    assert recorded_key("ab", " One.\n") == recorded_key("ab", "One.")
