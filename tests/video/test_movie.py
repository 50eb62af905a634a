"""The file: what other programs find in it, frame by frame and sample by sample."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from video_pieces import (
    SMALL,
    Pieces,
    decoding_messages,
    frame_hashes,
    pieces_of,
    psnr,
    rgb_pixels,
    sound_of,
    speech,
    talk,
)

from slidecast_gui.clip import Clip
from slidecast_gui.errors import Cancelled
from slidecast_gui.video import MovieError, Take, VideoFormat, check_movie, probe
from slidecast_gui.video import movie as movie_module
from slidecast_gui.video.piece import Piece


def test_ffmpeg_decodes_without_a_word(movie: tuple[Pieces, Path], faded_movie: tuple[Pieces, Path]) -> None:
    assert decoding_messages(movie[1]) == []
    assert decoding_messages(faded_movie[1]) == []


@pytest.mark.parametrize("which", ["movie", "faded_movie"])
def test_each_hold_is_one_picture_from_first_to_last_frame(which: str, request: pytest.FixtureRequest) -> None:
    pieces, path = request.getfixturevalue(which)
    hashes = frame_hashes(path)
    assert len(hashes) == pieces.timeline.frames
    pictures = []
    for hold in pieces.timeline.holds:
        shown = set(hashes[hold.start : hold.start + hold.frames])
        assert len(shown) == 1
        pictures += shown
    assert len(set(pictures)) == len(pieces.timeline.holds)
    for fade in pieces.timeline.fades:
        assert len(set(hashes[fade.start : fade.start + fade.frames])) == fade.frames


@pytest.mark.parametrize("size", [(640, 360), (360, 640), (642, 482)])
def test_decoded_picture_is_the_slide(size: tuple[int, int], tmp_path: Path) -> None:
    pieces = pieces_of([Take(number, "", None, 0.2) for number in (1, 2, 3)], VideoFormat(*size, 25))
    with av.open(str(pieces.write(tmp_path / "talk.mp4"))) as container:
        frames = list(container.decode(video=0))
    for hold in pieces.timeline.holds:
        decoded = rgb_pixels(frames[hold.start + hold.frames - 1])
        assert psnr(decoded, pieces.images[hold.slide]) > 38


def test_known_colours_come_back_through_another_conversion(tmp_path: Path) -> None:
    # Y'CbCr by the formula of ITU-R BT.709, not by the library that made the frames.
    colours = {1: (200, 30, 60), 2: (20, 180, 90), 3: (255, 255, 255), 4: (0, 0, 0), 5: (30, 60, 220)}
    pieces = pieces_of([Take(number, "", None, 0.1) for number in colours])
    for number, colour in colours.items():
        pieces.images[number].paste(colour, (0, 0, SMALL.width, SMALL.height))
    with av.open(str(pieces.write(tmp_path / "talk.mp4"))) as container:
        frames = list(container.decode(video=0))
    for hold in pieces.timeline.holds:
        planes = frames[hold.start].to_ndarray()
        luma, blue, red = planes[90, 160], planes[180 + 22].max(), planes[225 + 22].max()
        y, cb, cr = (float(luma) - 16) / 219, (float(blue) - 128) / 224, (float(red) - 128) / 224
        rgb = (y + 1.5748 * cr, y - 0.18732 * cb - 0.46812 * cr, y + 1.8556 * cb)
        assert rgb == pytest.approx([value / 255 for value in colours[hold.slide]], abs=0.012)


def test_fade_is_the_blend_of_its_slides(faded_movie: tuple[Pieces, Path]) -> None:
    pieces, path = faded_movie
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
    for fade in pieces.timeline.fades:
        before = np.asarray(pieces.images[fade.from_slide], dtype=np.float64)
        after = np.asarray(pieces.images[fade.to_slide], dtype=np.float64)
        for offset in (0, fade.frames // 2, fade.frames - 1):
            share = (offset + 1) / (fade.frames + 1)
            assert psnr(rgb_pixels(frames[fade.start + offset]), before * (1 - share) + after * share) > 34


def test_facts_of_the_file(movie: tuple[Pieces, Path]) -> None:
    pieces, path = movie
    facts = probe(path)
    assert (facts.width, facts.height, facts.fps, facts.constant_rate) == (320, 180, 30, True)
    assert (facts.picture_codec, facts.picture_profile, facts.pixel_format) == ("h264", "High", "yuv420p")
    assert facts.colour == (1, 1, 1, 1)
    assert (facts.sound_codec, facts.sound_rate, facts.sound_channels) == ("aac", 48_000, 1)
    assert (facts.title, facts.language, facts.index_first) == ("A talk", "eng", True)
    assert [(c.start_s, c.end_s, c.title) for c in facts.chapters] == [
        (0, Fraction(7, 2), "Opening"),
        (Fraction(7, 2), 5, "Slide 3"),
        (5, Fraction(73, 10), "The end"),
    ]
    assert [(c.start_s, c.end_s, c.text) for c in facts.captions] == [
        (pytest.approx(c.start_s, abs=0.0005), pytest.approx(c.end_s, abs=0.0005), c.text)
        for c in pieces.timeline.captions
    ]


def test_frames_follow_each_other_in_equal_steps_with_seek_points(tmp_path: Path) -> None:
    pieces = pieces_of([Take(1, "", None, 20.1), Take(2, "", None, 4.04)], fade_s=0.4)
    with av.open(str(pieces.write(tmp_path / "talk.mp4"))) as container:
        stream = container.streams.video[0]
        packets = [packet for packet in container.demux(stream) if packet.size]
        tick = 1 / (SMALL.fps * stream.time_base)
        assert [packet.pts for packet in packets] == [index * tick for index in range(pieces.timeline.frames)]
        assert [packet.dts for packet in packets] == [packet.pts for packet in packets]
    keys = [index for index, packet in enumerate(packets) if packet.is_keyframe]
    fade = pieces.timeline.fades[0]
    assert keys[:3] == [0, 240, 480]
    assert fade.start in keys
    assert fade.start + fade.frames in keys
    assert all(after - before > 1 for before, after in itertools.pairwise(keys))


def test_player_can_seek_into_the_middle_of_a_hold(tmp_path: Path) -> None:
    pieces = pieces_of([Take(1, "", None, 20), Take(2, "", None, 3)])
    path = pieces.write(tmp_path / "talk.mp4")
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        container.seek(int(13 / stream.time_base), stream=stream)
        frame = next(container.decode(stream))
        assert frame.time == 8.0
        assert psnr(rgb_pixels(frame), pieces.images[1]) > 38


@pytest.mark.parametrize("fps", [24, 25, 30, 50, 60])
def test_sound_is_as_long_as_the_picture_at_every_frame_rate(fps: int, tmp_path: Path) -> None:
    video_format = VideoFormat(64, 64, fps)
    for extra in range(3):
        takes = [Take(1, "", speech(0.31 + extra * 0.013), 5), Take(2, "", None, 0.1 + extra / fps)]
        pieces = pieces_of(takes, video_format)
        path = pieces.write(tmp_path / "talk.mp4")
        facts = probe(path)
        assert facts.picture_s == Fraction(pieces.timeline.frames, fps)
        assert facts.sound_s == facts.picture_s
        assert abs(len(sound_of(path)) - pieces.timeline.samples) <= 512 < 48_000 / fps
        check_movie(path, pieces.timeline)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_click_is_heard_when_the_timeline_says(rate: int, tmp_path: Path) -> None:
    clicks_s = (0.0, 0.4, 0.83)
    samples = np.zeros(rate, np.int16)
    for at in clicks_s:
        samples[round(at * rate) : round(at * rate) + rate // 500] = 24_000
    pieces = pieces_of([Take(number, "", Clip(samples, rate), 5) for number in (1, 2, 3)])
    heard = np.abs(sound_of(pieces.write(tmp_path / "talk.mp4")))
    for cue in pieces.timeline.cues:
        for at in clicks_s:
            expected = cue.start * 1024 + round(at * 48_000)
            around = heard[expected - 960 : expected + 960]
            assert around.argmax() - 960 == pytest.approx(48, abs=60)
            assert np.flatnonzero(around > 0.3)[0] - 960 == pytest.approx(0, abs=48)


def test_sound_of_every_clip_is_whole_and_between_them_is_silence(movie: tuple[Pieces, Path]) -> None:
    pieces, path = movie
    heard = sound_of(path)
    silent = np.ones(len(heard), bool)
    for cue in pieces.timeline.cues:
        clip = pieces.clips[cue.slide]
        start, length = cue.start * 1024, round(len(clip.samples) * 48_000 / clip.rate)
        wanted = np.interp(np.arange(length) * clip.rate / 48_000, np.arange(len(clip.samples)), clip.samples) / 32_768
        assert psnr(heard[start : start + length], wanted, np.sqrt(np.mean(wanted**2))) > 20
        silent[start - 1024 : (cue.start + cue.length) * 1024] = False
    assert np.abs(heard[silent]).max() < 1e-6


def test_clip_without_silence_at_its_ends_begins_and_ends_cleanly(tmp_path: Path) -> None:
    tone = (12_000 * np.sin(2 * np.pi * 997 * np.arange(48_000) / 48_000)).astype(np.int16)
    pieces = pieces_of([Take(number, "", Clip(tone, 48_000), 5) for number in (1, 2)])
    heard = sound_of(pieces.write(tmp_path / "talk.mp4"))
    for cue in pieces.timeline.cues:
        part = heard[cue.start * 1024 : cue.start * 1024 + 48_000]
        assert psnr(part, tone / 32_768, np.sqrt(np.mean((tone / 32_768) ** 2))) > 25
        for edge in (part[:1024] - tone[:1024] / 32_768, part[-1024:] - tone[-1024:] / 32_768):
            assert np.abs(edge).max() < 0.05


def test_silent_deck_has_a_silent_sound_track_and_no_captions(tmp_path: Path) -> None:
    pieces = pieces_of([Take(1, "One", None, 1), Take(2, "Two", None, 0.5)])
    path = pieces.write(tmp_path / "talk.mp4", language="")
    facts = probe(path)
    assert (facts.sound_codec, facts.captions, facts.language) == ("aac", (), "und")
    assert np.abs(sound_of(path)).max() == 0
    check_movie(path, pieces.timeline)
    assert decoding_messages(path) == []


def test_more_chapters_than_the_short_list_of_an_mp4_can_hold(tmp_path: Path) -> None:
    pieces = pieces_of([Take(n, f"Überschrift {n}", None, 0.1) for n in range(1, 301)], VideoFormat(32, 32, 30))
    path = pieces.write(tmp_path / "talk.mp4")
    assert [chapter.title for chapter in probe(path).chapters] == [f"Überschrift {n}" for n in range(1, 301)]
    check_movie(path, pieces.timeline)


def test_same_pieces_make_the_same_bytes(movie: tuple[Pieces, Path], tmp_path: Path) -> None:
    assert talk().write(tmp_path / "again.mp4").read_bytes() == movie[1].read_bytes()


def test_progress_rises_to_one(tmp_path: Path) -> None:
    told: list[float] = []
    talk().write(tmp_path / "talk.mp4", report=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(set(told)) == len(told) > 50


def test_cancelled_video_leaves_no_file_and_stops_at_once(tmp_path: Path) -> None:
    looks: list[float] = []

    def cancelled() -> bool:
        looks.append(time.monotonic())
        return len(looks) > 20

    pieces = pieces_of([Take(1, "", None, 3600)], VideoFormat(64, 64, 30))
    with pytest.raises(Cancelled):
        pieces.write(tmp_path / "talk.mp4", cancelled=cancelled)
    assert list(tmp_path.iterdir()) == []
    assert max(after - before for before, after in itertools.pairwise(looks)) < 0.25


def test_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(MovieError) as caught:
        talk().write(tmp_path / "nowhere" / "talk.mp4")
    assert caught.value.kind == "no-folder"


def test_piece_of_another_size_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    pieces, other = talk(), talk(video_format=VideoFormat(640, 360, 30))
    pieces.images.update(other.images)
    with pytest.raises(ValueError, match="640"):
        pieces.write(tmp_path / "talk.mp4")
    stale = Piece.from_bytes(other.still(1)).to_bytes()
    with pytest.raises(MovieError) as caught:
        movie_module.write_movie(
            pieces.timeline,
            pieces.format,
            lambda slide: stale,
            pieces.fade,
            pieces.sound,
            tmp_path / "talk.mp4",
            "",
            lambda fraction: None,
            lambda: False,
        )
    assert caught.value.kind == "piece"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fade_s", [0.0, 0.5])
def test_without_skip_packets_every_frame_is_encoded(
    fade_s: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(movie_module, "skip_packets", lambda video_format: None)
    pieces = talk(fade_s)
    path = pieces.write(tmp_path / "talk.mp4")
    check_movie(path, pieces.timeline)
    assert decoding_messages(path) == []
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
    for hold in pieces.timeline.holds:
        assert psnr(rgb_pixels(frames[hold.start + hold.frames - 1]), pieces.images[hold.slide]) > 35


@pytest.mark.parametrize("change", [{"frames": 1}, {"chapters": ()}, {"captions": ()}, {"fps": 25}])
def test_video_that_is_not_its_timeline_is_found_out(change: dict[str, Any], movie: tuple[Pieces, Path]) -> None:

    pieces, path = movie
    with pytest.raises(MovieError) as caught:
        check_movie(path, replace(pieces.timeline, **change))
    assert caught.value.kind == "incomplete"


@pytest.mark.parametrize("content", [b"", b"not a video at all" * 100])
def test_file_that_is_no_video_is_found_out(content: bytes, movie: tuple[Pieces, Path], tmp_path: Path) -> None:
    path = tmp_path / "talk.mp4"
    path.write_bytes(content)
    with pytest.raises(MovieError) as caught:
        check_movie(path, movie[0].timeline)
    assert caught.value.kind == "unreadable"


def test_truncated_video_is_found_out(movie: tuple[Pieces, Path], tmp_path: Path) -> None:
    path = tmp_path / "talk.mp4"
    path.write_bytes(movie[1].read_bytes()[:3000])
    with pytest.raises(MovieError):
        check_movie(path, movie[0].timeline)
