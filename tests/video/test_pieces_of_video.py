"""Stills, fades and clips, encoded apart and kept as bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import av
import numpy as np
import pytest
from av import VideoFrame
from video_pieces import SMALL, flat_slide, photo_slide, speech, text_slide

from slidecast_gui.clip import Clip
from slidecast_gui.video import MovieError, VideoFormat, encode_fade, encode_sound, encode_still, sound_key
from slidecast_gui.video import stills as stills_module
from slidecast_gui.video.encoding import decode
from slidecast_gui.video.piece import Piece
from slidecast_gui.video.stills import skip_packets
from slidecast_gui.video.timeline import clip_frames

SIZE = (SMALL.width, SMALL.height)


@pytest.mark.parametrize("size", [(16, 16), (320, 180), (1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("fps", [24, 60])
def test_this_build_makes_skip_packets_that_continue_any_picture(size: tuple[int, int], fps: int) -> None:
    video_format = VideoFormat(*size, fps)
    skips = skip_packets(video_format)
    assert skips is not None
    assert len(skips) == 16
    assert max(map(len, skips)) < 100


def test_skip_packets_continue_real_slides_for_more_than_a_round() -> None:
    skips = skip_packets(SMALL)
    for make in (text_slide, photo_slide, flat_slide):
        still = Piece.from_bytes(encode_still(make(SIZE), SMALL))
        frames = [frame.to_ndarray() for frame in decode(still.header, (*still.packets, *skips, *skips, *skips))]
        assert len(frames) == 49
        assert all(np.array_equal(frame, frames[0]) for frame in frames)


def test_skip_packets_that_change_the_picture_are_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    # As if the encoder had been given a moving picture: its packets carry changes.
    moving = [photo_slide(SIZE, seed) for seed in range(18)]
    encode_all = stills_module.encode_all

    def encode_moving(video_format: VideoFormat, frames: Iterable[VideoFrame]) -> Piece:
        count = len(list(frames))
        shown = moving[:count] if count > 1 else moving[:1]
        return encode_all(video_format, [stills_module.yuv_frame(image, video_format) for image in shown])

    monkeypatch.setattr(stills_module, "encode_all", encode_moving)
    skip_packets.cache_clear()
    assert skip_packets(SMALL) is None
    skip_packets.cache_clear()


def test_headers_of_stills_and_fades_are_equal() -> None:
    first, second = text_slide(SIZE), photo_slide(SIZE)
    still = Piece.from_bytes(encode_still(first, SMALL))
    fade = Piece.from_bytes(encode_fade(first, second, 7, SMALL))
    assert still.header == fade.header
    assert (len(still.packets), len(fade.packets)) == (1, 7)


def test_still_is_the_same_bytes_each_time() -> None:
    assert encode_still(photo_slide(SIZE), SMALL) == encode_still(photo_slide(SIZE), SMALL)


@pytest.mark.parametrize(("fps", "frames"), [(25, 29), (25, 58), (30, 2), (60, 113)])
def test_fade_has_as_many_frames_as_wanted(fps: int, frames: int) -> None:
    size = (32, 32)
    fade = Piece.from_bytes(encode_fade(text_slide(size), flat_slide(size), frames, VideoFormat(*size, fps)))
    assert len(fade.packets) == frames


def test_fade_of_less_than_two_frames_is_refused() -> None:
    with pytest.raises(ValueError, match="1 frames"):
        encode_fade(text_slide(SIZE), photo_slide(SIZE), 1, SMALL)


@pytest.mark.parametrize("size", [(321, 180), (320, 181), (8, 8)])
def test_size_that_no_video_has_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not even"):
        VideoFormat(*size, 30)


def test_keys_differ_by_whatever_changes_the_bytes() -> None:
    formats = [SMALL, VideoFormat(640, 360, 30), VideoFormat(320, 180, 25), VideoFormat(320, 180, 30, 24)]
    keys = [video_format.key() for video_format in formats]
    assert len(set(keys)) == len(keys)
    assert av.__version__ in SMALL.key()
    assert av.__version__ in sound_key()


@pytest.mark.parametrize("samples", [1, 100, 1023, 1024, 1025, 22_050])
@pytest.mark.parametrize("rate", [8_000, 22_050, 48_000])
def test_sound_piece_has_as_many_packets_as_its_cue(samples: int, rate: int) -> None:
    clip = Clip(np.full(samples, 1000, np.int16), rate)
    assert len(Piece.from_bytes(encode_sound(clip)).packets) == clip_frames(clip)


def test_sound_piece_is_the_same_bytes_each_time() -> None:
    assert encode_sound(speech(1.0)) == encode_sound(speech(1.0))


def test_piece_survives_the_store() -> None:
    piece = Piece(b"header", (b"", b"one", b"\0" * 1000))
    assert Piece.from_bytes(piece.to_bytes()) == piece


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-1], lambda data: data[:20], lambda data: data + b"x", lambda data: data[1:]],
)
def test_damaged_piece_is_found_out(damage: Callable[[bytes], bytes]) -> None:
    data = Piece(b"header", (b"one", b"two")).to_bytes()
    with pytest.raises(MovieError) as caught:
        Piece.from_bytes(damage(data))
    assert caught.value.kind == "piece"
