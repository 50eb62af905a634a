"""Captions: cut, timed, and written."""

from __future__ import annotations

import errno
import itertools
from pathlib import Path

import pytest

from slidecast_gui.clip import SpokenSentence
from slidecast_gui.video import Caption, MovieError, write_captions
from slidecast_gui.video.captions import captions_of
from slidecast_gui.video.errors import writing_failed
from slidecast_gui.video.linebreaks import columns, readable_parts

LONG_SENTENCES = [
    (
        "A sentence that is far too long for a single line has to be cut into lines, and those into captions, "
        "so that people who read along can do so at a glance."
    ),
    "これは字幕として一行に収まらないとても長い日本語の文章ですので、「どこか」で切らなければなりません。",
    "ภาษาไทยไม่มีช่องว่างระหว่างคำดังนั้นจึงต้องตัดข้อความที่ยาวเกินไปสำหรับบรรทัดเดียวของคำบรรยาย",
    "See https://example.org/" + "a-very-long-path/" * 12 + " for more.",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "नमस्ते दुनिया यह एक बहुत लंबा वाक्य है जिसे कई पंक्तियों में काटना पड़ता है ताकि लोग इसे पढ़ सकें",
    "👩‍👩‍👧‍👦" * 60,
]


@pytest.mark.parametrize("text", LONG_SENTENCES)
def test_long_sentence_is_cut_to_two_readable_lines(text: str) -> None:
    parts = readable_parts(text)
    assert len(parts) > 1 or "\n" in parts[0]
    for part in parts:
        lines = part.split("\n")
        assert len(lines) <= 2
        assert all(columns(line) <= 42 for line in lines)


@pytest.mark.parametrize("text", [*LONG_SENTENCES, "Short.", "  two\n\nparagraphs\there ", "", " "])
def test_captions_read_together_are_the_script(text: str) -> None:
    assert "".join("".join(readable_parts(text)).split()) == "".join(text.split())


def test_words_are_not_cut_where_there_are_spaces() -> None:
    (part,) = readable_parts("An ordinary sentence of some thirteen words that needs two lines of a caption.")
    assert part == "An ordinary sentence of some thirteen\nwords that needs two lines of a caption."


def test_accents_and_joined_pictures_stay_with_their_letters() -> None:
    text = "e\u0301" * 100
    assert all(line.startswith("e") for part in readable_parts(text) for line in part.split("\n"))


def test_japanese_line_begins_with_no_full_stop() -> None:
    for length in range(10, 60):
        text = "".join("字。" if number % 7 == 6 else "字" for number in range(length))
        assert not any(line.startswith("。") for part in readable_parts(text) for line in part.split("\n"))


def test_parts_share_the_sentence_in_order_and_without_gaps() -> None:
    captions = captions_of([SpokenSentence(LONG_SENTENCES[0], 1.0, 9.0)], 100.0)
    assert captions[0].start_s == 101.0
    assert captions[-1].end_s == 109.0
    assert len(captions) == 2
    assert captions[0].end_s == captions[1].start_s == pytest.approx(105, abs=0.5)


def test_sentence_of_no_length_is_still_shown() -> None:
    sentences = [SpokenSentence("One.", 1.0, 1.0), SpokenSentence("Two.", 1.0, 1.0), SpokenSentence("Three.", 1.0, 2.0)]
    captions = captions_of(sentences, 0.0)
    assert [caption.text for caption in captions] == ["One.", "Two.", "Three."]
    for before, after in itertools.pairwise(captions):
        assert before.start_s < before.end_s <= after.start_s


def test_files_as_players_want_them(tmp_path: Path) -> None:
    captions = [Caption(0.32, 1.5, "Fish & <chips>\nfor 5 --> 7"), Caption(3661.0, 3662.25, "Ende")]
    write_captions(captions, tmp_path / "talk.srt", tmp_path / "talk.vtt")
    assert (tmp_path / "talk.srt").read_bytes().decode() == (
        "1\n00:00:00,320 --> 00:00:01,500\nFish & <chips>\nfor 5 --> 7\n\n2\n01:01:01,000 --> 01:01:02,250\nEnde\n"
    )
    assert (tmp_path / "talk.vtt").read_bytes().decode() == (
        "WEBVTT\n\n00:00:00.320 --> 00:00:01.500\nFish &amp; &lt;chips&gt;\nfor 5 --&gt; 7\n\n"
        "01:01:01.000 --> 01:01:02.250\nEnde\n"
    )


def test_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(MovieError) as caught:
        write_captions([], tmp_path / "nowhere" / "talk.srt", tmp_path / "talk.vtt")
    assert caught.value.kind == "no-folder"
    assert "“talk.srt”" in caught.value.sentence


def test_full_disk_is_told_by_its_number_not_its_words(tmp_path: Path) -> None:
    assert writing_failed(tmp_path / "talk.mp4", OSError(errno.ENOSPC, "whatever")).kind == "disk-full"
    assert writing_failed(tmp_path / "talk.mp4", OSError(errno.EIO, "no space left")).kind == "not-written"
