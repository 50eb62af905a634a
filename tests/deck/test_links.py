"""What LibreOffice is given refers to nothing outside of the file."""

from __future__ import annotations

import base64
import gzip
import os
import zipfile
from pathlib import Path

import pytest

from slidecast_gui.deck import copying
from slidecast_gui.deck.links import without_links
from slidecast_gui.deck.open_document import copy_without_links
from slidecast_gui.deck.svg import is_svg, without_references
from slidecast_gui.system.space import DiskFull

SECRET = "file:///etc/hostname"
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PIXEL = "data:image/png;base64,iVBORw0KGgo="


def svg(inside: str) -> str:
    return f"<svg {NAMESPACES}>{inside}</svg>"


NESTED = "data:image/png;base64," + base64.b64encode(svg(f'<image href="{SECRET}"/>').encode()).decode()


def package(folder: Path, parts: dict[str, bytes]) -> Path:
    path = folder / "talk.pptx"
    with zipfile.ZipFile(path, "w") as written:
        for name, data in parts.items():
            written.writestr(name, data)
    return path


def relationships(*lines: str) -> bytes:
    inside = "".join(f"<Relationship {line}/>" for line in lines)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inside}</Relationships>'.encode()


@pytest.mark.parametrize(
    "inside",
    [
        f'<image xlink:href="{SECRET}"/>',
        f"<image href='{SECRET}'/>",
        '<image href="../../etc/hostname"/>',
        f'<use href="{SECRET}#a"/>',
        f'<rect fill="url({SECRET}#a)"/>',
        f"<rect style=\"fill:url('{SECRET}')\"/>",
        f"<style>@import url({SECRET});</style>",
        f"<style>rect {{ fill: url( {SECRET} ) }}</style>",
        f'<image href="{NESTED}"/>',
        '<image href="&#102;ile:///etc/hostname"/>',
    ],
)
def test_a_picture_loses_what_lies_outside(inside: str) -> None:
    cleaned = without_references(svg(inside).encode())
    assert b"hostname" not in cleaned
    assert base64.b64encode(b"hostname")[:8] not in cleaned
    assert b"data:image" not in cleaned


def test_a_picture_keeps_what_lies_inside() -> None:
    shapes = """<path id="a"/><use xlink:href="#a"/><rect fill="url(#b)" style="fill:url('#b')"/>"""
    cleaned = without_references(svg(f'{shapes}<image href="{PIXEL}"/>').encode()).decode()
    for kept in ('xlink:href="#a"', 'fill="url(#b)"', "url('#b')", PIXEL):
        assert kept in cleaned


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp037"])
def test_neither_encoding_nor_entities_hide_a_reference(encoding: str) -> None:
    start = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE svg [<!ENTITY e "{SECRET}">]>'
    cleaned = without_references((start + svg('<image href="&e;"/><text>&e;</text>')).encode(encoding))
    assert b"hostname" not in cleaned
    assert b"DOCTYPE" not in cleaned


def test_packed_pictures_are_unpacked_and_what_is_no_picture_is_emptied() -> None:
    assert b"hostname" not in without_references(gzip.compress(svg(f'<image href="{SECRET}"/>').encode()))
    assert without_references(gzip.compress(b" " * (21 << 20))) == without_references(b"<svg")


@pytest.mark.parametrize("start", [b"<svg", gzip.compress(b"<svg/>", mtime=0), "<svg".encode("utf-16")])
def test_a_picture_is_known_by_its_content(start: bytes) -> None:
    assert is_svg("/ppt/media/image1.png", start)
    assert not is_svg("/ppt/media/image1.png", b"\x89PNG")


def test_a_presentation_keeps_its_hyperlinks_and_loses_its_other_links_and_its_media(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = relationships(
        f'Id="a" Type="{kind}/oleObject" Target="{SECRET}" TargetMode="External"',
        f'Id="b" Type="{kind}/image" Target="{SECRET}"',
        f'Id="c" Type="{kind}/image" Target="\\\\server\\share\\hostname.png"',
        f'Id="d" Type="{kind}/hyperlink" Target="https://example.org/" TargetMode="External"',
        f'Id="f" Type="{kind}/video" Target="../media/film.mp4"',
        f'Id="e" Type="{kind}/slideLayout" Target="../slideLayouts/slideLayout1.xml"',
    )
    source = package(tmp_path, {"ppt/slides/_rels/slide1.xml.rels": rels, "ppt/media/a.bin": b"bytes"})
    with zipfile.ZipFile(without_links(source, tmp_path / "copy.pptx")) as copy:
        cut = copy.read("ppt/slides/_rels/slide1.xml.rels")
        assert copy.read("ppt/media/a.bin") == b"bytes"
    assert b"hostname" not in cut
    assert b"film.mp4" not in cut
    assert b"https://example.org/" in cut
    assert b"slideLayout1.xml" in cut


@pytest.mark.parametrize("broken", [b"<Relationships", b"<!DOCTYPE a><Relationships/>", b"<a>" * 300, b"junk"])
def test_relationships_that_cannot_be_read_are_left_out(tmp_path: Path, broken: bytes) -> None:
    source = package(tmp_path, {"ppt/slides/_rels/slide1.xml.rels": broken, "ppt/media/a.bin": b"bytes"})
    with zipfile.ZipFile(without_links(source, tmp_path / "copy.pptx")) as copy:
        assert copy.namelist() == ["ppt/media/a.bin"]


def test_a_picture_too_large_to_look_through_is_emptied_and_other_parts_are_copied_whole(tmp_path: Path) -> None:
    film = os.urandom(9 << 20)
    large = f"<svg><image href='{SECRET}'/>".encode() + b" " * (21 << 20) + b"</svg>"
    source = package(tmp_path, {"ppt/media/a.svg": large, "ppt/media/b.mp4": film})
    with zipfile.ZipFile(without_links(source, tmp_path / "copy.pptx")) as copy:
        assert len(copy.read("ppt/media/a.svg")) < 1000
        assert copy.read("ppt/media/b.mp4") == film


def test_a_part_that_cannot_be_unpacked_is_left_out(tmp_path: Path) -> None:
    source = package(tmp_path, {"ppt/media/a.svg": svg("").encode(), "ppt/media/b.bin": b"sound, and then damaged"})
    source.write_bytes(source.read_bytes().replace(b"and then damaged", b"and then changed"))
    with zipfile.ZipFile(without_links(source, tmp_path / "copy.pptx")) as copy:
        assert copy.namelist() == ["ppt/media/a.svg"]
        assert copy.testzip() is None


def test_a_copy_that_does_not_fit_on_the_disk_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = package(tmp_path, {"ppt/media/a.svg": svg("").encode()})
    monkeypatch.setattr(copying, "free_in", lambda _folder: 1000)
    for copies in (without_links, copy_without_links):
        with pytest.raises(DiskFull):
            copies(source, tmp_path / "copy.pptx")
    assert not (tmp_path / "copy.pptx").exists()


def test_an_open_document_loses_what_lies_outside_and_keeps_the_rest(tmp_path: Path) -> None:
    film = os.urandom(3 << 20)
    content = f'<a xmlns:x="http://www.w3.org/1999/xlink"><b x:href="{SECRET}"/><b x:href="Pictures/a.png"/></a>'
    source = package(
        tmp_path,
        {
            "mimetype": b"x",
            "content.xml": content.encode(),
            "a.svg": svg(f'<image href="{SECRET}"/>').encode(),
            "Media/film.mp4": film,
        },
    )
    copy_without_links(source, tmp_path / "copy.odp")
    with zipfile.ZipFile(tmp_path / "copy.odp") as copy:
        assert copy.namelist() == ["mimetype", "content.xml", "a.svg", "Media/film.mp4"]
        assert b"hostname" not in copy.read("content.xml") + copy.read("a.svg")
        assert b"Pictures/a.png" in copy.read("content.xml")
        assert copy.read("Media/film.mp4") == film


def test_a_presentation_without_links_is_not_copied(tmp_path: Path) -> None:
    source = package(tmp_path, {"ppt/slides/_rels/slide1.xml.rels": relationships('Id="a" Target="../a.xml"')})
    assert without_links(source, tmp_path / "copy.pptx") == source
    assert not (tmp_path / "copy.pptx").exists()
