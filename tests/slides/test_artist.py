from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from slide_decks import described, write_deck

from slidecast_gui.deck import Deck, DeckKind, Feature, SlideSize
from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.slides import Renderer, SlideArtist, SlidePicture, fitted_size, printed
from slidecast_gui.slides.artist import DRAWING_VERSION
from slidecast_gui.system.libreoffice import find_libreoffice

MakeDeck = Callable[..., Deck]

needs_libreoffice = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")


def drawn(deck: Deck, scratch: Path, choice: Renderer, size: tuple[int, int] | None = None) -> list[SlidePicture]:
    artist = SlideArtist(deck, size or fitted_size(deck.size, (640, 360)), choice, scratch, lambda: False)
    try:
        return [artist.draw(slide) for slide in deck.slides]
    finally:
        artist.close()


def near(found: object, expected: tuple[int, int, int]) -> bool:
    return isinstance(found, tuple) and all(abs(a - b) <= 4 for a, b in zip(found, expected, strict=True))


def rewritten(source: Path, changes: dict[str, bytes | None]) -> Path:
    """A copy of the package with entries replaced, or left out where the new content is None."""
    target = source.with_name("changed.pptx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


@pytest.mark.parametrize("shape", [(12_192_000, 6_858_000), (9_144_000, 6_858_000), (6_858_000, 9_906_000)])
def test_builtin_draws_the_authors_colours_at_exactly_the_size(
    make_deck: MakeDeck, tmp_path: Path, shape: tuple[int, int]
) -> None:
    deck = make_deck(["C00000"], size=shape)
    size = fitted_size(deck.size, (640, 360))
    (picture,) = drawn(deck, tmp_path, Renderer.BUILTIN)
    assert (picture.image.size, picture.image.mode, picture.renderer) == (size, "RGB", Renderer.BUILTIN)
    assert near(picture.image.getpixel((size[0] // 4, size[1] // 2)), (0xC0, 0, 0))
    assert near(picture.image.getpixel((size[0] * 3 // 4, size[1] // 2)), (255, 255, 255))
    assert picture.warnings == ()


def test_slides_are_found_by_their_part_and_not_by_their_order(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["FF0000", "00FF00", "0000FF"], hidden=[1])
    backwards = replace(deck, slides=deck.slides[::-1])
    colours = [picture.image.getpixel((100, 180)) for picture in drawn(backwards, tmp_path, Renderer.BUILTIN)]
    assert near(colours[0], (0, 0, 255))
    assert near(colours[2], (255, 0, 0))


def test_letters_a_font_lacks_are_drawn_from_another(make_deck: MakeDeck, tmp_path: Path) -> None:
    """Boxes are all alike: two different letters that a font lacks must not look the same."""
    pictures = []
    for text in ("Ωж★", "Ωж✓"):
        pictures += drawn(make_deck(["FFFFFF"], text=text), tmp_path, Renderer.BUILTIN)
    assert pictures[0].image.tobytes() != pictures[1].image.tobytes()


def test_one_unreadable_slide_costs_only_itself(make_deck: MakeDeck, tmp_path: Path, without_libreoffice: None) -> None:
    deck = make_deck(["FF0000", "00FF00", "0000FF"])
    broken = rewritten(deck.path, {"ppt/slides/slide2.xml": b"\0\1\2 no xml"})
    pictures = drawn(replace(deck, path=broken, source=broken), tmp_path, Renderer.AUTO)
    assert [picture.renderer for picture in pictures] == [Renderer.BUILTIN, Renderer.PLAIN, Renderer.BUILTIN]
    assert near(pictures[2].image.getpixel((100, 180)), (0, 0, 255))
    (warning,) = pictures[1].warnings
    assert (warning.kind, warning.slide) == ("slide-not-drawn", 2)


def test_xml_in_utf_16_is_drawn(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"])
    name = "ppt/slides/slide1.xml"
    with zipfile.ZipFile(deck.path) as package:
        text = package.read(name).decode().replace("UTF-8", "UTF-16", 1)
    changed = rewritten(deck.path, {name: text.encode("utf-16")})
    (picture,) = drawn(replace(deck, source=changed), tmp_path, Renderer.BUILTIN)
    assert picture.renderer is Renderer.BUILTIN
    assert near(picture.image.getpixel((100, 180)), (0xC0, 0, 0))


def test_a_file_that_is_no_deck_gives_plain_pages(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"])
    garbage = tmp_path / "garbage.pptx"
    garbage.write_bytes(b"PK\3\4" + bytes(range(256)) * 20)
    (picture,) = drawn(replace(deck, source=garbage), tmp_path, Renderer.BUILTIN)
    assert picture.renderer is Renderer.PLAIN
    assert picture.image.size == (640, 360)


def test_a_slide_with_too_many_shapes_is_given_up_before_it_is_read(corpus: Path, tmp_path: Path) -> None:
    deck = described(corpus / "bad" / "060-shapes-50000.pptx")
    deck = replace(deck, slides=deck.slides[:2])
    assert [picture.renderer for picture in drawn(deck, tmp_path, Renderer.BUILTIN)] == [
        Renderer.PLAIN,
        Renderer.BUILTIN,
    ]


def test_a_picture_left_out_is_told_with_its_slide(corpus: Path, tmp_path: Path, without_libreoffice: None) -> None:
    deck = described(corpus / "bad" / "043-png-30000x30000.pptx")
    warnings = [warning for picture in drawn(deck, tmp_path, Renderer.AUTO) for warning in picture.warnings]
    assert [(warning.kind, warning.slide) for warning in warnings] == [("content-not-drawn", 1)]


def test_what_the_engine_does_not_draw_is_told(make_deck: MakeDeck, tmp_path: Path, without_libreoffice: None) -> None:
    deck = make_deck(["C00000"], features=[Feature.RIGHT_TO_LEFT])
    (picture,) = drawn(deck, tmp_path, Renderer.AUTO)
    assert "right to left" in picture.warnings[0].text


def test_replaced_fonts_are_told_once_each(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"], fonts=("Nobody Has This Font", "nobody has  this font"))
    artist = SlideArtist(deck, (640, 360), Renderer.BUILTIN, tmp_path, lambda: False)
    assert [warning.kind for warning in artist.warnings] == ["font-replaced"]
    assert "“Nobody Has This Font”" in artist.warnings[0].text


def test_the_key_changes_with_whatever_changes_the_picture(
    make_deck: MakeDeck, tmp_path: Path, without_libreoffice: None
) -> None:
    deck = make_deck(["C00000"])
    slide = deck.slides[0]

    def key(deck: Deck = deck, size: tuple[int, int] = (640, 360), fingerprint: str = "f") -> tuple[str, ...]:
        artist = SlideArtist(deck, size, Renderer.AUTO, tmp_path, lambda: False)
        return artist.key(replace(slide, fingerprint=fingerprint))

    keys = [key(), key(size=(320, 180)), key(fingerprint="g"), key(replace(deck, fonts=("Courier New",)))]
    assert len(set(keys)) == 4
    assert key() == keys[0]
    assert DRAWING_VERSION in keys[0]


def test_the_key_is_the_same_for_a_deck_in_another_place(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"])
    moved = tmp_path / "elsewhere.pptx"
    moved.write_bytes(deck.path.read_bytes())
    artists = [
        SlideArtist(replace(deck, path=path, source=path), (640, 360), Renderer.BUILTIN, tmp_path, lambda: False)
        for path in (deck.path, moved)
    ]
    assert artists[0].key(deck.slides[0]) == artists[1].key(deck.slides[0])


def test_asking_for_libreoffice_where_it_is_not_is_a_clear_sentence(
    make_deck: MakeDeck, tmp_path: Path, without_libreoffice: None
) -> None:
    with pytest.raises(SlidecastError, match="LibreOffice is not installed"):
        SlideArtist(make_deck(["C00000"]), (640, 360), Renderer.LIBREOFFICE, tmp_path, lambda: False)


def test_a_cancelled_artist_draws_nothing(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"])
    artist = SlideArtist(deck, (640, 360), Renderer.BUILTIN, tmp_path, lambda: True)
    with pytest.raises(Cancelled):
        artist.draw(deck.slides[0])


def test_pdf_pages_of_another_shape_lie_on_white(tmp_path: Path, make_deck: MakeDeck) -> None:
    path = tmp_path / "pages.pdf"
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(path)
    deck = replace(make_deck(["C00000"]), source=path, kind=DeckKind.PDF, size=SlideSize(2, 1))
    (picture,) = drawn(deck, tmp_path, Renderer.BUILTIN, (400, 200))
    assert (picture.renderer, picture.image.size) == (Renderer.PDF, (400, 200))
    assert picture.image.getpixel((5, 100)) == (255, 255, 255)


@pytest.mark.parametrize(("objects", "renderer"), [(20, Renderer.PDF), (21, Renderer.PLAIN)])
def test_a_pdf_page_with_too_much_on_it_is_plain(
    tmp_path: Path, make_deck: MakeDeck, monkeypatch: pytest.MonkeyPatch, objects: int, renderer: Renderer
) -> None:
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(200, 200)
    for place in range(objects):
        square = pypdfium2.raw.FPDFPageObj_CreateNewRect(place, 0, 10, 10)
        pypdfium2.raw.FPDFPath_SetDrawMode(square, pypdfium2.raw.FPDF_FILLMODE_WINDING, False)
        pypdfium2.raw.FPDFPage_InsertObject(page, square)
    pypdfium2.raw.FPDFPage_GenerateContent(page)
    document.save(tmp_path / "pages.pdf")
    monkeypatch.setattr(printed, "MOST_OBJECTS", 20)
    deck = replace(make_deck(["C00000"]), source=tmp_path / "pages.pdf", kind=DeckKind.PDF)
    (picture,) = drawn(deck, tmp_path, Renderer.BUILTIN)
    assert picture.renderer is renderer


@needs_libreoffice
def test_libreoffice_leaves_hidden_slides_out_and_the_others_in_their_place(
    make_deck: MakeDeck, tmp_path: Path
) -> None:
    deck = make_deck(["FF0000", "00FF00", "0000FF"], hidden=[2])
    pictures = drawn(deck, tmp_path, Renderer.LIBREOFFICE)
    assert [picture.renderer for picture in pictures] == [Renderer.LIBREOFFICE, Renderer.PLAIN, Renderer.LIBREOFFICE]
    assert near(pictures[2].image.getpixel((100, 180)), (0, 0, 255))


@needs_libreoffice
def test_auto_takes_libreoffice_for_what_the_engine_does_not_draw(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"], features=[Feature.METAFILE])
    (picture,) = drawn(deck, tmp_path, Renderer.AUTO)
    assert picture.renderer is Renderer.LIBREOFFICE
    assert near(picture.image.getpixel((100, 180)), (0xC0, 0, 0))


@needs_libreoffice
def test_auto_keeps_equations_from_libreoffice(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"], features=[Feature.METAFILE, Feature.EQUATION])
    (picture,) = drawn(deck, tmp_path, Renderer.AUTO)
    assert picture.renderer is Renderer.BUILTIN


@needs_libreoffice
def test_builtin_never_takes_libreoffice(make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck(["C00000"], features=[Feature.METAFILE])
    (picture,) = drawn(deck, tmp_path, Renderer.BUILTIN)
    assert picture.renderer is Renderer.BUILTIN


def test_two_decks_are_written_alike(tmp_path: Path) -> None:
    """The keys above compare decks written apart: what python-pptx writes must not differ from run to run."""
    first, second = (described(write_deck(tmp_path / name)).slides[0] for name in ("a.pptx", "b.pptx"))
    assert first.fingerprint == second.fingerprint
