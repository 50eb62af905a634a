"""PDF decks: a page is a slide."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidecast_gui.deck import Deck, DeckError, DeckErrorKind, DeckKind, read_deck


def pdf(*pages: str, outline: str = "", info: str = "", box: str = "0 0 960 540") -> bytes:
    """A PDF with these texts, a page each; `outline` is the title of a bookmark to the last page."""
    count = len(pages)
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(count))
    bodies = {
        1: f"<</Type/Catalog/Pages 2 0 R{'/Outlines 5 0 R' if outline else ''}>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: f"<</Title({info})>>",
        5: "<</Type/Outlines/First 6 0 R/Last 6 0 R/Count 1>>",
        6: f"<</Title({outline})/Parent 5 0 R/Dest[{8 + 2 * count} 0 R/Fit]>>",
    }
    for index, text in enumerate(pages):
        lines = " ".join(f"({line}) Tj 0 -30 Td" for line in text.split("\n"))
        stream = f"BT /F 24 Tf 50 400 Td {lines} ET" if text else ""
        bodies[10 + 2 * index] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources<</Font<</F 3 0 R>>>>/Contents {11 + 2 * index} 0 R>>"
        )
        bodies[11 + 2 * index] = f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream"
    data = b"%PDF-1.4\n"
    places = {}
    for number, body in bodies.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    trailer = f"trailer<</Size 99/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 1\n0000000000 65535 f \n{table}{trailer}".encode()


def read(path: Path, content: bytes) -> Deck:
    """Write `content`, and read it as the program does."""
    path.write_bytes(content)
    return read_deck(path, path.parent / "scratch")


def test_each_page_is_a_slide_titled_by_its_first_line(tmp_path: Path) -> None:
    deck = read(tmp_path / "talk.pdf", pdf("Welcome\nto the talk", "Second", ""))
    assert deck.kind is DeckKind.PDF
    assert [(slide.number, slide.title) for slide in deck.slides] == [(1, "Welcome"), (2, "Second"), (3, "Page 3")]
    assert deck.slides[0].text.split() == ["Welcome", "to", "the", "talk"]
    assert deck.title == "Welcome"
    assert deck.size.ratio == pytest.approx(16 / 9)


def test_outline_names_pages_before_their_text(tmp_path: Path) -> None:
    deck = read(tmp_path / "talk.pdf", pdf("one", "two", outline="The end"))
    assert [slide.title for slide in deck.slides] == ["one", "The end"]


def test_title_of_the_document_comes_from_its_properties(tmp_path: Path) -> None:
    assert read(tmp_path / "a.pdf", pdf("one", info="Microsoft PowerPoint - Our year.pptx")).title == "Our year"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [(r"Our\000 year", "Our year"), (r"\376\377\330\000\000A", "one")],
    ids=["zero", "half a letter"],
)
def test_a_title_or_bookmark_that_is_no_text_does_no_harm(tmp_path: Path, written: str, read_as: str) -> None:
    deck = read(tmp_path / "a.pdf", pdf("one", info=written, outline=written))
    assert (deck.title, deck.slides[0].title) == (read_as, read_as)


@pytest.mark.parametrize("name", ["talk.txt", "talk.md"])
def test_notes_lie_beside_the_pdf(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes("Grüß Gott.\r\nAll of you.\r\n---\r\n\r\nNext.\r\n".encode())
    deck = read(tmp_path / "talk.pdf", pdf("one", "two", "three"))
    assert [slide.notes for slide in deck.slides] == ["Grüß Gott.\nAll of you.", "Next.", ""]
    assert deck.warnings == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_notes_are_read_as_editors_save_them(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "talk.txt").write_bytes("Grüße".encode(encoding))
    assert read(tmp_path / "talk.pdf", pdf("one")).slides[0].notes == "Grüße"


def test_more_notes_than_pages_are_a_warning(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("a\n---\nb\n---\nc")
    assert [warning.kind for warning in read(tmp_path / "talk.pdf", pdf("one")).warnings] == ["notes-count"]


def test_fingerprints_differ_by_page_and_by_file(tmp_path: Path) -> None:
    first = read(tmp_path / "a.pdf", pdf("one", "two"))
    second = read(tmp_path / "b.pdf", pdf("one", "three"))
    assert len({slide.fingerprint for slide in first.slides + second.slides}) == 4


def test_pdf_under_a_presentation_name_is_read_as_pdf(tmp_path: Path) -> None:
    assert read(tmp_path / "talk.pptx", pdf("one")).kind is DeckKind.PDF


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4\n" + b"nothing of the kind" * 20, DeckErrorKind.DAMAGED),
        (pdf("", ""), DeckErrorKind.NO_SLIDES),
        (
            pdf("one").replace(
                b"/Info 4 0 R",
                b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"
                + b"00" * 32
                + b">/U<"
                + b"11" * 32
                + b">>>",
            ),
            DeckErrorKind.ENCRYPTED,
        ),
    ],
    ids=["damaged", "blank", "encrypted"],
)
def test_pdf_that_cannot_be_rendered(tmp_path: Path, content: bytes, kind: DeckErrorKind) -> None:
    with pytest.raises(DeckError) as caught:
        read(tmp_path / "talk.pdf", content)
    assert caught.value.kind == kind
