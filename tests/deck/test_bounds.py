"""Decks that are small as files and endless to read are refused, or read no more than once."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx_file import PptxFile, paragraph, shape

from slidecast_gui.deck import Deck, DeckError, DeckErrorKind, check_file, fingerprint, package

Read = Callable[[PptxFile], Deck]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each entry of a zip is opened to be read."""
    counted: Counter[str] = Counter()
    plain = zipfile.ZipFile.open

    def counting(
        self: zipfile.ZipFile, name: zipfile.ZipInfo | str, mode: str = "r", *rest: object, **named: object
    ) -> object:
        if mode == "r":
            counted[name.filename if isinstance(name, zipfile.ZipInfo) else name] += 1
        return plain(self, name, mode, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(zipfile.ZipFile, "open", counting)
    return counted


def refused(read: Read, file: PptxFile) -> DeckErrorKind:
    with pytest.raises(DeckError) as caught:
        read(file)
    return DeckErrorKind(caught.value.kind)


def test_a_part_is_hashed_once_however_its_name_is_spelt(read: Read, pptx: PptxFile, opened: Counter[str]) -> None:
    slide = pptx.slide(shape(paragraph("Hello")))
    pptx.parts["/ppt/media/image.png"] = b"pixels"
    for name in ("image", "Image", "iMage", "imAge", "imaGe", "imagE"):
        pptx.relate(slide, "image", f"../media/{name}.png")
    read(pptx)
    assert opened["ppt/media/image.png"] == 1


def test_a_slide_that_is_listed_over_and_over_is_read_once(read: Read, pptx: PptxFile, opened: Counter[str]) -> None:
    pptx.slide(shape(paragraph("Hello")))
    pptx.slides += ["/ppt/SLIDES/Slide1.xml"] * 40
    slides = read(pptx).slides
    assert opened["ppt/slides/slide1.xml"] == 1
    assert [slide.number for slide in slides] == list(range(1, 42))
    assert {slide.title for slide in slides} == {"Hello"}
    assert len({slide.slide_id for slide in slides}) == 41


def test_a_damaged_slide_that_is_listed_again_is_damaged_again(read: Read, pptx: PptxFile) -> None:
    part = pptx.slide()
    pptx.slide(shape(paragraph("Sound")))
    pptx.parts[part] = "no markup"
    pptx.slides.append(part)
    deck = read(pptx)
    assert [(slide.title, bool(slide.damaged)) for slide in deck.slides] == [
        ("Slide 1", True),
        ("Sound", False),
        ("Slide 3", True),
    ]
    assert [warning.slide for warning in deck.warnings] == [1, 3]


def test_more_markup_than_is_worth_parsing_is_refused(
    read: Read, pptx: PptxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        pptx.slide(shape(paragraph("Hello " * 1000)))
    assert len(read(pptx).slides) == 20
    monkeypatch.setattr(package, "MAX_PARSED_BYTES", 100_000)
    assert refused(read, pptx) is DeckErrorKind.TOO_LARGE


def test_small_parts_without_number_are_refused_too(
    read: Read, pptx: PptxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        pptx.slide(notes="x")
    monkeypatch.setattr(package, "MAX_PARSED_BYTES", 100_000)
    assert refused(read, pptx) is DeckErrorKind.TOO_LARGE


def test_more_relationships_than_any_deck_has_are_refused(
    read: Read, pptx: PptxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    slide = pptx.slide()
    for number in range(200):
        pptx.relate(slide, "image", f"../media/image{number}.png")
    assert len(read(pptx).slides) == 1
    monkeypatch.setattr(package, "MAX_RELATIONSHIPS", 150)
    assert refused(read, pptx) is DeckErrorKind.TOO_LARGE


def test_relationships_that_all_slides_share_are_not_followed_without_end(
    read: Read, pptx: PptxFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        pptx.slide()
    for number in range(100):
        pptx.relate("/ppt/slideLayouts/slideLayout1.xml", "image", f"../media/image{number}.png")
    assert len(read(pptx).slides) == 20
    monkeypatch.setattr(fingerprint, "MAX_STEPS", 1000)
    assert refused(read, pptx) is DeckErrorKind.TOO_LARGE


def test_many_parts_of_emptiness_are_refused_before_they_are_unpacked(
    pptx: PptxFile, tmp_path: Path, opened: Counter[str]
) -> None:
    pptx.slide()
    for number in range(5):
        pptx.parts[f"/ppt/media/image{number}.png"] = bytes(60 << 20)
    path = pptx.write(tmp_path / "talk.pptx")
    with pytest.raises(DeckError) as caught:
        check_file(path)
    assert caught.value.kind == DeckErrorKind.TOO_LARGE
    assert not opened


def test_a_text_of_millions_of_characters_is_too_large_and_no_attack(read: Read, pptx: PptxFile) -> None:
    pptx.slide(notes="x" * 10_000_001)
    assert refused(read, pptx) is DeckErrorKind.TOO_LARGE


@pytest.mark.parametrize("offset", [1 << 20, 1 << 30])
def test_a_zip_whose_directory_points_nowhere_is_damaged_and_its_drive_is_not(
    pptx: PptxFile, tmp_path: Path, offset: int
) -> None:
    pptx.slide()
    path = pptx.write(tmp_path / "talk.pptx")
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    data[end + 16 : end + 20] = offset.to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(DeckError) as caught:
        check_file(path)
    assert caught.value.kind == DeckErrorKind.DAMAGED
    assert "drive" not in str(caught.value)
