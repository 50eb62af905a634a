"""Presenters' sound files, read with the decoder that plays them everywhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from slidecast_gui.video import SOUND_RATE, MovieError, read_sound, sound_file_key, sound_files


def test_a_stereo_file_of_any_rate_becomes_mono_at_the_rate_of_the_sound_track(make_sound: Callable[..., Path]) -> None:
    samples = read_sound(make_sound("a.wav", 1.5), "The sound")
    assert abs(len(samples) - 1.5 * SOUND_RATE) < 64
    assert 8000 < np.abs(samples).max() < 10_000


@pytest.mark.parametrize(("name", "codec"), [("a.m4a", "aac"), ("a.flac", "flac"), ("a.mp3", "mp3"), ("a.ogg", "opus")])
def test_common_formats_are_read(name: str, codec: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libmp3lame" if codec == "mp3" else codec, rate=48_000, layout="mono")
        tone = (9000 * np.sin(np.arange(48_000) * 0.1)).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(tone[None, :], format="s16", layout="mono")
        frame.sample_rate = 48_000
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    assert abs(len(read_sound(path, "The sound")) - SOUND_RATE) < 4000


def test_what_is_no_sound_is_refused_with_what_to_do(tmp_path: Path, make_sound: Callable[..., Path]) -> None:
    text = tmp_path / "song.mp3"
    text.write_text("not a song" * 1000, encoding="utf-8")
    empty = tmp_path / "empty.wav"
    empty.write_bytes(b"")
    for path in (text, empty, make_sound("nothing.wav", 0)):
        with pytest.raises(MovieError, match=r"^“mine” could not be read; choose a WAV, MP3, M4A or FLAC file\.$"):
            read_sound(path, "“mine”")


def test_a_sound_that_has_gone_is_told_as_gone(tmp_path: Path) -> None:
    for read in (read_sound, sound_file_key):
        with pytest.raises(MovieError, match=r"^“mine” is no longer there; choose a sound again"):
            read(tmp_path / "missing.wav", "“mine”")


def test_a_playlist_opens_no_other_file(tmp_path: Path, make_sound: Callable[..., Path]) -> None:
    other = make_sound("secret.wav", 1)
    playlist = tmp_path / "list.m3u8"
    playlist.write_text(
        f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{other.name}\n#EXT-X-ENDLIST\n", encoding="utf-8"
    )
    concat = tmp_path / "list.ffconcat"
    concat.write_text(f"ffconcat version 1.0\nfile {other.name}\n", encoding="utf-8")
    for path in (playlist, concat):
        with pytest.raises(MovieError, match="could not be read"):
            read_sound(path, "The sound")


def test_a_sound_longer_than_a_slide_may_take_is_refused(
    make_sound: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_files, "LONGEST_S", 60)
    with pytest.raises(MovieError, match="longer than the 1 minute"):
        read_sound(make_sound("long.wav", 61, rate=8000, channels=1), "The sound")
