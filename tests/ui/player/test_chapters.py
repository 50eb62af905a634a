"""Chapters are read from the file's index, and found by the time."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidecast_gui.ui.player.chapter_track import read_chapters
from slidecast_gui.ui.player.chapters import (
    Chapter,
    chapter_at,
    chapter_text,
    start_of_next,
    start_of_previous,
    time_text,
)
from slidecast_gui.video import probe

THREE = (Chapter(0, "Opening"), Chapter(60_000, "Costs"), Chapter(130_000, "The end"))


def test_chapters_of_a_video_are_those_the_prober_finds(movie: Path) -> None:
    probed = [Chapter(int(chapter.start_s * 1000), chapter.title) for chapter in probe(movie).chapters]
    assert list(read_chapters(movie)) == probed
    assert [chapter.title for chapter in probed] == ["Opening", "R&D", "The end"]


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5])
def test_damaged_video_has_no_chapters_and_raises_nothing(movie: Path, tmp_path: Path, share: float) -> None:
    whole = movie.read_bytes()
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(whole[: int(len(whole) * share)])
    assert read_chapters(damaged) == ()


def test_index_with_any_byte_wrong_raises_nothing(movie: Path, tmp_path: Path) -> None:
    whole = movie.read_bytes()
    damaged = tmp_path / "damaged.mp4"
    for place in range(0, whole.index(b"mdat"), 7):
        damaged.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
        read_chapters(damaged)


def test_missing_and_foreign_files_have_no_chapters(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a video at all, but long enough for a header")
    assert read_chapters(text) == read_chapters(tmp_path / "gone.mp4") == ()


@pytest.mark.parametrize(("position", "index"), [(-1, -1), (0, 0), (59_999, 0), (60_000, 1), (999_000, 2)])
def test_chapter_is_found_by_the_time(position: int, index: int) -> None:
    assert chapter_at(THREE, position) == index
    assert chapter_at((), position) == -1


@pytest.mark.parametrize(
    ("position", "start"), [(0, 0), (30_000, 0), (61_000, 0), (63_000, 60_000), (131_000, 60_000), (200_000, 130_000)]
)
def test_previous_is_this_chapter_or_when_it_has_just_begun_the_one_before(position: int, start: int) -> None:
    assert start_of_previous(THREE, position) == start


def test_next_of_the_last_chapter_is_none() -> None:
    assert start_of_next(THREE, 0) == 60_000
    assert start_of_next(THREE, 60_000) == 130_000
    assert start_of_next(THREE, 130_000) is None


def test_times_are_told_as_on_a_player() -> None:
    assert time_text(65_999, 260_000) == "1:05 / 4:20"
    assert time_text(0, 3_735_000) == "0:00 / 1:02:15"
    assert chapter_text(THREE[1]) == "1:00   Costs"
