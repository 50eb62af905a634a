"""Files that are no deck: one kind each, with a sentence that says what to do."""

from __future__ import annotations

import os
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx_file import PptxFile, paragraph, shape, tree

from slidecast_gui.deck import DeckError, DeckErrorKind, check_file, read_deck
from slidecast_gui.system.libreoffice import OVERRIDE_VARIABLE


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[Path], DeckError]:
    """Reads a file that must be refused; returns why."""

    def read(path: Path) -> DeckError:
        with pytest.raises(DeckError) as caught:
            read_deck(path, tmp_path / "scratch")
        sentence = str(caught.value)
        assert path.name in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        return caught.value

    return read


Refused = Callable[[Path], DeckError]


def _compound_file(*streams: tuple[str, bytes]) -> bytes:
    """A minimal OLE file: header, allocation table, directory, mini stream, and mini table, a sector each or more."""
    mini = b"".join(content.ljust(64, b"\0") for _, content in streams)
    entries = [_directory_entry("Root Entry", 5, 2, len(mini))]
    entries += [_directory_entry(name, 2, place, len(content)) for place, (name, content) in enumerate(streams)]
    directory = b"".join(entries).ljust(512, b"\0")
    fat = struct.pack("<4I", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFE).ljust(512, b"\xff")
    mini_fat = struct.pack("<I", 0xFFFFFFFE) * len(streams)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 3, 1, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0).ljust(436, b"\xff")
    return header + fat + directory + mini.ljust(512, b"\0") + mini_fat.ljust(512, b"\xff")


def _directory_entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, kind, 1) + links
    return head + bytes(36) + struct.pack("<IQ", start, size)


def test_missing_file(refused: Refused, tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.pptx").kind == DeckErrorKind.MISSING


def test_folder(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "talks.pptx").mkdir()
    assert refused(tmp_path / "talks.pptx").kind == DeckErrorKind.WRONG_TYPE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_pipe_is_refused_without_waiting_for_it(refused: Refused, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    assert refused(tmp_path / "pipe.pptx").kind == DeckErrorKind.WRONG_TYPE


def test_empty_file(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "talk.pptx").touch()
    assert refused(tmp_path / "talk.pptx").kind == DeckErrorKind.EMPTY_FILE


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="everything may be read here"
)
def test_file_that_may_not_be_read(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide()
    path = pptx.write(tmp_path / "talk.pptx")
    path.chmod(0)
    assert refused(path).kind == DeckErrorKind.NO_PERMISSION


@pytest.mark.parametrize(
    "content", [b"<html><body>hello</body></html>", b"\x89PNG\r\n\x1a\n" + bytes(64), b"just words", b"{}"]
)
def test_other_files_are_no_deck(refused: Refused, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    assert refused(path).kind == DeckErrorKind.WRONG_TYPE


def test_zip_of_something_else(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "talk.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    assert refused(path).kind == DeckErrorKind.WRONG_TYPE


def test_word_document_is_named_as_such(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "letter.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        archive.writestr(
            "_rels/.rels", f'<Relationships><Relationship Id="a" Type="{kind}" Target="w.xml"/></Relationships>'
        )
        archive.writestr("w.xml", "<document/>")
    error = refused(path)
    assert error.kind == DeckErrorKind.WRONG_TYPE
    assert "Word" in str(error)


def test_no_slides(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.relationships["/ppt/presentation.xml"] = []
    assert refused(pptx.write(tmp_path / "talk.pptx")).kind == DeckErrorKind.NO_SLIDES


def test_all_slides_hidden(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide(attributes='show="0"')
    assert refused(pptx.write(tmp_path / "talk.pptx")).kind == DeckErrorKind.ALL_HIDDEN


def test_presentation_with_nothing_but_damaged_slides(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    part = pptx.slide()
    path = pptx.write(tmp_path / "talk.pptx", leave_out=(part,))
    error = refused(path)
    assert error.kind == DeckErrorKind.DAMAGED
    assert part in error.detail


@pytest.mark.parametrize("part", ["/ppt/presentation.xml", "/[Content_Types].xml", "/_rels/.rels"])
def test_presentation_without_a_part_it_cannot_do_without(
    refused: Refused, pptx: PptxFile, tmp_path: Path, part: str
) -> None:
    pptx.slide()
    assert refused(pptx.write(tmp_path / "talk.pptx", leave_out=(part,))).kind == DeckErrorKind.DAMAGED


def test_truncated_zip(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide()
    path = pptx.write(tmp_path / "talk.pptx")
    path.write_bytes(path.read_bytes()[:-40])
    assert refused(path).kind == DeckErrorKind.DAMAGED


@pytest.mark.parametrize(
    "place", ["/ppt/slides/slide1.xml", "/ppt/notesSlides/notesSlide1.xml", "/ppt/theme/theme1.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_declarations_are_refused_wherever_they_are(
    refused: Refused, pptx: PptxFile, tmp_path: Path, place: str, encoding: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    pptx.slide(notes="hello")
    doctype = f'<!-- x --><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    pptx.parts[place] = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<a>&x;</a>'.encode(encoding)
    error = refused(pptx.write(tmp_path / "talk.pptx"))
    assert error.kind == DeckErrorKind.DAMAGED
    assert "the secret" not in str(error) + error.detail


def test_thousands_of_nested_groups_are_refused(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide("<p:grpSp>" * 20_000 + "</p:grpSp>" * 20_000)
    pptx.slide()
    assert refused(pptx.write(tmp_path / "talk.pptx")).kind == DeckErrorKind.TOO_LARGE


def test_bomb_is_refused_before_it_is_unpacked(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide()
    pptx.parts["/ppt/notesSlides/notesSlide1.xml"] = b" " * (65 << 20)
    assert refused(pptx.write(tmp_path / "talk.pptx")).kind == DeckErrorKind.TOO_LARGE


def test_part_too_large_to_parse_is_refused(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    part = pptx.slide()
    pptx.parts[part] = tree("sld", "<!--" + " " * (21 << 20) + "-->")
    assert refused(pptx.write(tmp_path / "talk.pptx")).kind == DeckErrorKind.TOO_LARGE


def test_bomb_that_lies_about_its_size_is_not_unpacked_whole(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    part = pptx.slide()
    pptx.parts[part] = b" " * (30 << 20)
    path = pptx.write(tmp_path / "talk.pptx")
    told = struct.pack("<I", 30 << 20)
    data = path.read_bytes()
    assert data.count(told) == 2
    path.write_bytes(data.replace(told, struct.pack("<I", 1000)))
    assert refused(path).kind == DeckErrorKind.DAMAGED


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        ([("EncryptionInfo", b"x"), ("EncryptedPackage", b"x")], DeckErrorKind.ENCRYPTED),
        ([("PowerPoint Document", b"x"), ("EncryptedSummary", b"x")], DeckErrorKind.ENCRYPTED),
        (
            [("PowerPoint Document", b"x"), ("Current User", bytes(12) + b"\xdf\xc4\xd1\xf3" + bytes(8))],
            DeckErrorKind.ENCRYPTED,
        ),
        ([("PP40", b"x")], DeckErrorKind.LEGACY_FORMAT),
        ([("WordDocument", b"x")], DeckErrorKind.WRONG_TYPE),
        ([("Workbook", b"x")], DeckErrorKind.WRONG_TYPE),
    ],
)
def test_old_office_files(
    refused: Refused, tmp_path: Path, streams: list[tuple[str, bytes]], kind: DeckErrorKind
) -> None:
    path = tmp_path / "talk.pptx"
    path.write_bytes(_compound_file(*streams))
    assert refused(path).kind == kind


def test_old_powerpoint_file_asks_for_libreoffice_where_there_is_none(
    refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE_VARIABLE, "none")
    path = tmp_path / "talk.ppt"
    path.write_bytes(_compound_file(("PowerPoint Document", b"x"), ("Current User", bytes(24))))
    error = refused(path)
    assert error.kind == DeckErrorKind.LEGACY_FORMAT
    assert ".pptx" in str(error)
    assert "LibreOffice" in str(error)


def test_compound_file_whose_table_runs_in_a_circle_ends(refused: Refused, tmp_path: Path) -> None:
    content = bytearray(_compound_file(("PowerPoint Document", b"x")))
    struct.pack_into("<I", content, 512 + 4, 1)
    path = tmp_path / "talk.ppt"
    path.write_bytes(content[:1024])
    assert refused(path).kind in (DeckErrorKind.DAMAGED, DeckErrorKind.WRONG_TYPE)


def test_encrypted_zip_entries(refused: Refused, pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide()
    path = pptx.write(tmp_path / "talk.pptx")
    data = bytearray(path.read_bytes())
    first = data.index(b"PK\x01\x02")
    data[first + 8] |= 1
    path.write_bytes(data)
    assert refused(path).kind == DeckErrorKind.ENCRYPTED


def test_encrypted_open_document(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "talk.odp"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.presentation")
        archive.writestr("META-INF/manifest.xml", "<m><f><encryption-data/></f></m>")
    assert refused(path).kind == DeckErrorKind.ENCRYPTED


def test_check_refuses_what_can_surely_not_be_a_deck(pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide(shape(paragraph("Hello")))
    check_file(pptx.write(tmp_path / "talk.pptx"))
    (tmp_path / "notes.pptx").write_text("not a deck")
    with pytest.raises(DeckError):
        check_file(tmp_path / "notes.pptx")
