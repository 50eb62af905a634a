"""Hostile decks through the real command: one sentence or a video, and nothing left behind.

What they take is measured by `bad_corpus.py`, by hand: how fast a computer is that runs tests is nobody's promise.
"""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_corpus import check

RELATIONSHIP = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORST_OF_THE_CORPUS = (
    "016-bomb-300MiB-notes.pptx",
    "043-png-30000x30000.pptx",
    "060-shapes-50000.pptx",
    "087-poi-corrupt-useredit.ppt",
)
QUICK = ("--fps", "24", "--seconds-per-slide", "0.5")


@pytest.fixture
def deck_with(make_deck: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """A small deck, some parts of it changed and some added; the parts themselves are in `changes` and `more`."""

    def make(changes: dict[str, Callable[[bytes], bytes]], more: dict[str, bytes] | None = None) -> Path:
        hostile = tmp_path / "hostile.pptx"
        with (
            zipfile.ZipFile(make_deck()) as package,
            zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy,
        ):
            for name in package.namelist():
                copy.writestr(name, changes.get(name, bytes)(package.read(name)))
            for name, data in (more or {}).items():
                copy.writestr(name, data)
        return hostile

    return make


def with_relationships(targets: list[bytes]) -> Callable[[bytes], bytes]:
    lines = b"".join(
        b'<Relationship Id="h%d" Type="%s/image" Target="%s"/>' % (number, RELATIONSHIP, target)
        for number, target in enumerate(targets)
    )
    return lambda rels: rels.replace(b"</Relationships>", lines + b"</Relationships>")


def test_one_part_under_hundreds_of_names_is_a_video(deck_with: Callable[..., Path]) -> None:
    spelt = [f"../media/{'a' * place}A{'a' * (299 - place)}.bin".encode() for place in range(300)]
    rels = "ppt/slides/_rels/slide1.xml.rels"
    row = check(deck_with({rels: with_relationships(spelt)}, {f"ppt/media/{'a' * 300}.bin": bytes(32 << 20)}), *QUICK)
    assert (row.exit_status, row.faults) == (0, [])


def test_one_crowded_slide_over_and_over_ends_in_a_sentence_or_a_video(deck_with: Callable[..., Path]) -> None:
    crowd = b"<a:p><a:r><a:t>x</a:t></a:r></a:p>" * 150_000

    def listed_again(presentation: bytes) -> bytes:
        entry = re.search(rb'<p:sldId [^>]*?id="\d+"[^>]*/>', presentation)
        assert entry is not None
        return presentation.replace(entry[0], entry[0] * 10)

    changes = {
        "ppt/slides/slide1.xml": lambda slide: slide.replace(b"</p:txBody>", crowd + b"</p:txBody>", 1),
        "ppt/presentation.xml": listed_again,
    }
    assert check(deck_with(changes), *QUICK).faults == []


def test_relationships_without_number_are_refused(deck_with: Callable[..., Path]) -> None:
    rels = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
    row = check(deck_with({rels: with_relationships([b"../media/%d.bin" % place for place in range(100_001)])}), *QUICK)
    assert (row.exit_status, row.faults, "far more than a presentation" in row.said) == (1, [], True)


def test_many_parts_of_emptiness_are_refused(deck_with: Callable[..., Path]) -> None:
    row = check(deck_with({}, {f"ppt/media/{number}.png": bytes(60 << 20) for number in range(5)}))
    assert (row.exit_status, row.faults, "far more than a presentation" in row.said) == (1, [], True)


def test_notes_of_millions_of_characters_are_refused_with_their_slide(make_deck: Callable[..., Path]) -> None:
    row = check(make_deck([("One", ""), ("Two", "words and words " * 500_000)]))
    assert (row.exit_status, row.faults, "notes of slide 2" in row.said) == (1, [], True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
@pytest.mark.parametrize("what", ["pipe", "device"])
def test_what_never_ends_is_not_waited_for(tmp_path: Path, what: str) -> None:
    deck = tmp_path / f"{what}.pptx"
    if what == "pipe":
        os.mkfifo(deck)
    else:
        deck.symlink_to("/dev/zero")
    row = check(deck)
    assert (row.exit_status, row.faults, "is not a file" in row.said) == (1, [], True)


@pytest.mark.parametrize("name", WORST_OF_THE_CORPUS)
def test_the_worst_of_the_corpus_end_in_a_sentence_or_a_video(corpus: Path, name: str) -> None:
    assert check(corpus / "bad" / name).faults == []
