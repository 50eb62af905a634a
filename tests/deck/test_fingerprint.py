"""A slide's fingerprint changes when what its picture is drawn from changes, and only then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pptx_file import PptxFile, paragraph, shape, tree

from slidecast_gui.deck import Deck

Read = Callable[[PptxFile], Deck]
PICTURE = "<p:pic><p:blipFill><a:blip r:embed='rId9'/></p:blipFill></p:pic>"


def two_slides() -> PptxFile:
    """A deck whose second slide shows a picture."""
    file = PptxFile()
    file.slide(shape(paragraph("First"), placeholder="title"), notes="said")
    second = file.slide(PICTURE, notes="said too")
    file.relate(second, "image", "../media/image1.png", "rId9")
    file.parts["/ppt/media/image1.png"] = b"pixels"
    return file


@pytest.fixture
def prints(read: Read) -> Callable[[PptxFile], list[str]]:
    """The fingerprints of a deck's slides."""
    return lambda file: [slide.fingerprint for slide in read(file).slides]


Prints = Callable[[PptxFile], list[str]]


def test_same_deck_has_the_same_fingerprints(prints: Prints) -> None:
    first = prints(two_slides())
    assert first == prints(two_slides())
    assert len(set(first)) == 2


def test_changed_text_changes_its_slide_alone(prints: Prints) -> None:
    before, file = prints(two_slides()), two_slides()
    file.parts["/ppt/slides/slide1.xml"] = str(file.parts["/ppt/slides/slide1.xml"]).replace("First", "Worst")
    after = prints(file)
    assert after[0] != before[0]
    assert after[1] == before[1]


def test_changed_picture_changes_the_slide_that_shows_it(prints: Prints) -> None:
    before, file = prints(two_slides()), two_slides()
    file.parts["/ppt/media/image1.png"] = b"other pixels"
    after = prints(file)
    assert after[0] == before[0]
    assert after[1] != before[1]


@pytest.mark.parametrize("part", ["/ppt/slideLayouts/slideLayout1.xml", "/ppt/slideMasters/slideMaster1.xml"])
def test_changed_layout_or_master_changes_every_slide_on_it(prints: Prints, part: str) -> None:
    before, file = prints(two_slides()), two_slides()
    file.parts[part] = tree("sldLayout", shape(paragraph("A banner")))
    assert all(old != new for old, new in zip(before, prints(file), strict=True))


def test_changed_theme_and_size_change_every_slide(prints: Prints) -> None:
    before, themed, resized = prints(two_slides()), two_slides(), two_slides()
    themed.parts["/ppt/theme/theme1.xml"] = "<theme/>"
    resized.size = '<p:sldSz cx="9144000" cy="6858000"/>'
    for file in (themed, resized):
        assert all(old != new for old, new in zip(before, prints(file), strict=True))


def test_notes_timing_and_hiding_change_nothing(prints: Prints) -> None:
    before, file = prints(two_slides()), two_slides()
    file.parts["/ppt/notesSlides/notesSlide1.xml"] = tree("notes", shape(paragraph("new"), placeholder="body"))
    slide = str(file.parts["/ppt/slides/slide1.xml"])
    file.parts["/ppt/slides/slide1.xml"] = slide.replace(
        "</p:sld>", '<p:transition advTm="900"><p:fade/></p:transition></p:sld>'
    ).replace("<p:sld ", '<p:sld show="0" ')
    assert prints(file) == before


def test_moved_and_renumbered_slides_keep_their_fingerprints(prints: Prints) -> None:
    before, file = prints(two_slides()), two_slides()
    file.slides.reverse()
    file.parts["/ppt/slides/slide7.xml"] = file.parts.pop("/ppt/slides/slide2.xml")
    file.parts["/ppt/media/image5.png"] = file.parts.pop("/ppt/media/image1.png")
    links = file.relationships.pop("/ppt/slides/slide2.xml")
    file.relationships["/ppt/slides/slide7.xml"] = [
        (rel_id, kind, target.replace("image1", "image5"), external) for rel_id, kind, target, external in links
    ]
    file.slides[0] = "/ppt/slides/slide7.xml"
    assert prints(file) == before[::-1]


def test_moved_slide_that_shows_its_number_is_another_picture(read: Read) -> None:
    file = two_slides()
    file.parts["/ppt/slides/slide1.xml"] = tree("sld", "<a:fld type='slidenum'/>")
    before = read(file).slides[0].fingerprint
    file.slides.reverse()
    assert read(file).slides[1].fingerprint != before


def test_parts_that_refer_to_each_other_in_a_circle_end(prints: Prints) -> None:
    file = two_slides()
    file.relate("/ppt/media/image1.png", "image", "../media/image1.png")
    assert len(prints(file)) == 2
