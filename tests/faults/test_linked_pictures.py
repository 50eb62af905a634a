"""A deck may name pictures on other computers or anywhere on this one. None of them is ever fetched."""

from __future__ import annotations

import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from slidecast_gui.deck import read_deck
from slidecast_gui.slides import Renderer, SlideArtist

RED = (255, 0, 0)
SIZE = (320, 240)
_ODP = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"><office:body>
<office:presentation><draw:page draw:name="one"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="15cm" svg:height="12cm">
<draw:image xlink:href="{}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></draw:page>
</office:presentation></office:body></office:document-content>"""
_ODP_TYPE = "application/vnd.oasis.opendocument.presentation"
_ODP_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODP_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


class Server:
    """Has the picture, and writes down who asks for anything."""

    def __init__(self, picture: bytes) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def handle_one_request(self) -> None:
                asked.append(self.rfile.readline().decode("latin-1"))
                self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\n" + picture)
                self.close_connection = True

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/red.png"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "private" / "red.png"
    path.parent.mkdir()
    Image.new("RGB", (64, 64), RED).save(path)
    return path


@pytest.fixture
def server(picture: Path) -> Iterator[Server]:
    opened = Server(picture.read_bytes())
    thread = threading.Thread(target=opened.http.serve_forever, args=(0.05,))
    thread.start()
    yield opened
    opened.http.shutdown()
    thread.join()
    opened.http.server_close()


def linking_presentation(target: str, folder: Path) -> Path:
    """A presentation whose only picture lies elsewhere."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    Image.new("RGB", (8, 8), "blue").save(folder / "embedded.png")
    slide.shapes.add_picture(str(folder / "embedded.png"), Inches(1), Inches(1), Inches(6), Inches(5))
    embedding, linking = folder / "embedding.pptx", folder / "linking.pptx"
    presentation.save(str(embedding))
    with zipfile.ZipFile(embedding) as package, zipfile.ZipFile(linking, "w") as copy:
        for name in package.namelist():
            data = package.read(name)
            if name == "ppt/slides/slide1.xml":
                data = data.replace(b"r:embed=", b"r:link=")
            elif name == "ppt/slides/_rels/slide1.xml.rels":
                external = f'Target="{target}" TargetMode="External"'.encode()
                data = re.sub(rb'Target="\.\./media/[^"]+"', external, data)
            copy.writestr(name, data)
    return linking


def linking_open_document(target: str, folder: Path) -> Path:
    """The same in LibreOffice's own format, which is converted before it is read."""
    path = folder / "linking.odp"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", _ODP_TYPE)
        package.writestr("content.xml", _ODP.format(target))
        package.writestr("META-INF/manifest.xml", _ODP_MANIFEST)
    return path


def red_pixels(deck: Path, renderer: Renderer, scratch: Path) -> int:
    """How much of the first slide shows the picture that is not to be fetched."""
    read = read_deck(deck, scratch)
    artist = SlideArtist(read, SIZE, renderer, scratch, lambda: False)
    image = artist.draw(read.slides[0]).image
    artist.close()
    counted = {colour: count for count, colour in image.getcolors(SIZE[0] * SIZE[1]) or []}
    return counted.get(RED, 0)


# LibreOffice follows no link of a .pptx even where it is left in; that it is cut is told in tests/deck/test_links.py.
@pytest.mark.parametrize("elsewhere", ["http", "file"])
def test_a_linked_picture_is_not_fetched(tmp_path: Path, picture: Path, server: Server, elsewhere: str) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    deck = linking_presentation(server.url if elsewhere == "http" else picture.as_uri(), tmp_path)
    assert red_pixels(deck, Renderer.BUILTIN, scratch) == 0
    assert server.asked == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("elsewhere", ["http", "file"])
def test_a_linked_picture_of_a_converted_deck_is_not_fetched(
    tmp_path: Path, picture: Path, server: Server, elsewhere: str
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    deck = linking_open_document(server.url if elsewhere == "http" else picture.as_uri(), tmp_path)
    assert red_pixels(deck, Renderer.BUILTIN, scratch) == 0
    assert server.asked == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_that_an_embedded_picture_names_is_not_opened(tmp_path: Path, picture: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    embedding = linking_presentation(picture.as_uri(), tmp_path).with_name("embedding.pptx")
    naming = tmp_path / "naming.pptx"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">'
        f'<image width="64" height="64" href="{picture.as_uri()}"/></svg>'
    )
    with zipfile.ZipFile(embedding) as package, zipfile.ZipFile(naming, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, svg if name.startswith("ppt/media/") else package.read(name))
    assert red_pixels(naming, Renderer.LIBREOFFICE, scratch) == 0
