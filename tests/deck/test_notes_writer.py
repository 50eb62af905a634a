"""Other notes in a copy of a deck, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx_file import NAMESPACES, PptxFile, paragraph, shape, tree

from slidecast_gui.deck import Deck, DeckError, DeckKind, check_notes_writable, read_deck, write_notes

NOTES = "/ppt/notesSlides/notesSlide1.xml"


@pytest.fixture
def rewritten(tmp_path: Path) -> Callable[[Path, Mapping[str, str]], Deck]:
    """The deck that is read from a copy with other notes."""

    def write(deck: Path, scripts: Mapping[str, str]) -> Deck:
        write_notes(read_deck(deck, tmp_path), scripts, tmp_path / "copy.pptx")
        return read_deck(tmp_path / "copy.pptx", tmp_path)

    return write


def content(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_notes_that_were_edited_change(
    make_deck: Callable[..., Path], rewritten: Callable[..., Deck], tmp_path: Path
) -> None:
    deck = make_deck([("One", "First."), ("Two", "Second.")])
    copy = rewritten(deck, {"257": "Said\n\notherwise, “quoted” & <so>."})
    assert [slide.notes for slide in copy.slides] == ["First.", "Said\n\notherwise, “quoted” & <so>."]
    before, after = content(deck), content(tmp_path / "copy.pptx")
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["ppt/notesSlides/notesSlide2.xml"]


def test_missing_notes_are_made_with_the_master_they_need(
    make_deck: Callable[..., Path], rewritten: Callable[..., Deck], tmp_path: Path
) -> None:
    deck = make_deck([("One", ""), ("Two", ""), ("Three", "")])
    copy = rewritten(deck, {"256": "New.", "258": "Newer.", "257": "  "})
    assert [slide.notes for slide in copy.slides] == ["New.", "", "Newer."]
    # An independent reader finds its way from slide to notes to master to theme, and back.
    presentation = Presentation(str(tmp_path / "copy.pptx"))
    assert [slide.has_notes_slide for slide in presentation.slides] == [True, False, True]
    notes = presentation.slides[0].notes_slide
    assert notes.notes_text_frame.text == "New."
    assert notes.part.notes_master is presentation.notes_master
    assert notes.part.part_related_by(notes.part.rels["rId2"].reltype) is presentation.slides[0].part
    assert [shape.placeholder_format.type.name for shape in presentation.notes_master.placeholders] == [
        "SLIDE_IMAGE",
        "BODY",
    ]
    themes = [name for name in content(tmp_path / "copy.pptx") if "theme/theme" in name]
    assert len(themes) == 2
    order = [child.tag.rpartition("}")[2] for child in presentation.part._element]
    assert order.index("notesMasterIdLst") == order.index("sldMasterIdLst") + 1


def test_nothing_edited_gives_every_part_as_it_was(make_deck: Callable[..., Path], tmp_path: Path) -> None:
    deck = make_deck()
    write_notes(read_deck(deck, tmp_path), {}, tmp_path / "copy.pptx")
    assert content(deck) == content(tmp_path / "copy.pptx")


def test_the_look_and_the_language_of_the_words_stay_but_not_their_links(
    tmp_path: Path, rewritten: Callable[..., Deck]
) -> None:
    pptx = PptxFile()
    pptx.slide(shape(paragraph("Title"), placeholder="title"), notes="")
    linked = '<a:p><a:pPr algn="r"/><a:r><a:rPr lang="de-DE" b="1"><a:hlinkClick r:id=""/></a:rPr><a:t>Wort</a:t></a:r>'
    pptx.parts[NOTES] = tree("notes", shape(linked + "</a:p>", placeholder="body"))
    copy = rewritten(pptx.write(tmp_path / "talk.pptx"), {"256": "Andere\nWorte"})
    assert (copy.slides[0].notes, copy.slides[0].language) == ("Andere\nWorte", "de-DE")
    written = content(tmp_path / "copy.pptx")[NOTES.lstrip("/")].decode()
    assert written.count('algn="r"') == written.count('b="1"') == 2
    assert "hlinkClick" not in written


def test_a_script_taken_away_leaves_notes_that_say_nothing(
    make_deck: Callable[..., Path], rewritten: Callable[..., Deck]
) -> None:
    assert rewritten(make_deck([("One", "First.")]), {"256": ""}).slides[0].notes == ""


def test_what_xml_cannot_hold_is_left_out(make_deck: Callable[..., Path], rewritten: Callable[..., Deck]) -> None:
    script = "A\x00\x07 line\r\nand\vanother\ud800."
    assert rewritten(make_deck([("One", "First.")]), {"256": script}).slides[0].notes == "A line\nand\nanother."


@pytest.mark.parametrize(
    "notes",
    [
        "not XML",
        f"<p:sld {NAMESPACES}/>",
        tree("notes", shape(paragraph("1"), placeholder="sldNum")),
        None,
    ],
    ids=["damaged", "something else", "without a place for words", "missing"],
)
def test_notes_that_cannot_be_written_into_are_made_anew(
    tmp_path: Path, rewritten: Callable[..., Deck], notes: str | None
) -> None:
    pptx = PptxFile()
    pptx.slide(shape(paragraph("Title"), placeholder="title"), notes="Old.")
    pptx.parts[NOTES] = notes or ""
    deck = pptx.write(tmp_path / "talk.pptx", leave_out=() if notes else (NOTES,))
    assert rewritten(deck, {"256": "New."}).slides[0].notes == "New."


def test_notes_behind_alternatives_are_replaced_in_what_powerpoint_shows(
    tmp_path: Path, rewritten: Callable[..., Deck]
) -> None:
    pptx = PptxFile()
    pptx.slide(notes="")
    body = shape(paragraph("Old."), placeholder="body")
    pptx.parts[NOTES] = tree(
        "notes",
        f'<mc:AlternateContent><mc:Choice Requires="p14">{body}</mc:Choice><mc:Fallback>{body}</mc:Fallback>'
        "</mc:AlternateContent>",
    )
    assert rewritten(pptx.write(tmp_path / "talk.pptx"), {"256": "New."}).slides[0].notes == "New."
    assert b"Old." not in content(tmp_path / "copy.pptx")[NOTES.lstrip("/")]


def test_every_kind_of_deck_keeps_its_kind(corpus: Path, rewritten: Callable[..., Deck], tmp_path: Path) -> None:
    for name in (
        "33-strict-ooxml-media.pptx",
        "35-template-smartart9.potx",
        "15-cyrillic-utf16-xml-embedded-fonts.pptx",
    ):
        deck = read_deck(corpus / "dev" / name, tmp_path)
        scripts = {slide.slide_id: f"Words of {slide.number}." for slide in deck.slides}
        copy = rewritten(corpus / "dev" / name, scripts)
        assert [slide.notes for slide in copy.slides] == list(scripts.values())
        assert [slide.fingerprint for slide in copy.slides] == [slide.fingerprint for slide in deck.slides]


def test_a_strict_deck_gets_strict_notes(corpus: Path, rewritten: Callable[..., Deck], tmp_path: Path) -> None:
    rewritten(corpus / "dev" / "33-strict-ooxml-media.pptx", {"256": "New."})
    parts = content(tmp_path / "copy.pptx")
    made = [parts[name] for name in parts if "notes" in name.lower() and name.endswith(".xml")]
    assert len(made) == 2
    assert not any(b"schemas.openxmlformats.org/presentationml" in part for part in made)


def test_a_pdf_and_a_converted_deck_are_refused_in_words(make_deck: Callable[..., Path], tmp_path: Path) -> None:
    deck = read_deck(make_deck(), tmp_path)
    with pytest.raises(DeckError, match=r"“talk.pptx” is not a .pptx file"):
        check_notes_writable(replace(deck, source=tmp_path / "converted.pptx"))
    with pytest.raises(DeckError, match="is a PDF, which holds no notes"):
        write_notes(replace(deck, kind=DeckKind.PDF), {}, tmp_path / "copy.pdf")
    assert not (tmp_path / "copy.pdf").exists()
