"""What LibreOffice is given refers to nothing outside of the file."""

from __future__ import annotations

import base64
import gzip
import zipfile
from pathlib import Path

import pytest

from slidecast_gui.deck.links import without_links
from slidecast_gui.deck.svg import is_svg, without_references

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


@pytest.mark.parametrize("start", [b"<svg", gzip.compress(b"<svg/>"), "<svg".encode("utf-16")])
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


def test_a_presentation_without_links_is_not_copied(tmp_path: Path) -> None:
    source = package(tmp_path, {"ppt/slides/_rels/slide1.xml.rels": relationships('Id="a" Target="../a.xml"')})
    assert without_links(source, tmp_path / "copy.pptx") == source
    assert not (tmp_path / "copy.pptx").exists()
