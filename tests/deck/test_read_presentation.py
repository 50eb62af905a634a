"""What is read from PowerPoint's own format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx_file import NAMESPACES, PptxFile, paragraph, shape, tree

from slidecast_gui.deck import Advance, Deck, DeckKind, Feature, MediaKind, SlideSize, SlideTransition, read_deck

Read = Callable[[PptxFile], Deck]


def test_slides_come_in_the_order_of_the_slide_list(pptx: PptxFile, read: Read) -> None:
    for name in ("First", "Second", "Third"):
        pptx.slide(shape(paragraph(name), placeholder="title"))
    pptx.slides.reverse()
    deck = read(pptx)
    assert [(slide.number, slide.title) for slide in deck.slides] == [(1, "Third"), (2, "Second"), (3, "First")]
    assert deck.kind is DeckKind.PPTX
    assert deck.size == SlideSize(12_192_000, 6_858_000)


def test_title_is_the_title_placeholder_wherever_it_stands(pptx: PptxFile, read: Read) -> None:
    pptx.slide(shape(paragraph("Below")) + shape(paragraph("The \n  title"), placeholder="ctrTitle"))
    assert read(pptx).slides[0].title == "The title"


def test_title_without_placeholder_is_the_first_text(pptx: PptxFile, read: Read) -> None:
    pptx.slide(shape(paragraph("12"), placeholder="sldNum") + shape(paragraph(" "), paragraph("Hello")))
    assert read(pptx).slides[0].title == "Hello"


def test_slide_without_text_is_called_by_its_number(pptx: PptxFile, read: Read) -> None:
    pptx.slide()
    pptx.slide()
    assert [slide.title for slide in read(pptx).slides] == ["Slide 1", "Slide 2"]


def test_very_long_title_is_cut_at_a_word(pptx: PptxFile, read: Read) -> None:
    pptx.slide(shape(paragraph("wonderful " * 40), placeholder="title"))
    title = read(pptx).slides[0].title
    assert len(title) <= 120
    assert title.endswith("wonderful…")


def test_notes_are_the_body_of_the_notes_page(pptx: PptxFile, read: Read) -> None:
    pptx.slide(notes="Good morning.\nLet us begin.")
    pptx.slide()
    assert [slide.notes for slide in read(pptx).slides] == ["Good morning.\nLet us begin.", ""]


def test_line_breaks_fields_and_escaped_controls_in_notes(pptx: PptxFile, read: Read) -> None:
    pptx.slide(notes="-")
    body = (
        "<a:p><a:r><a:t>one</a:t></a:r><a:br/><a:fld type='x'><a:t>two</a:t></a:fld>"
        "<a:r><a:t>_x000B_3_x0007_</a:t></a:r></a:p>"
    )
    pptx.parts["/ppt/notesSlides/notesSlide1.xml"] = tree("notes", shape(body, placeholder="body"))
    assert read(pptx).slides[0].notes == "one\ntwo\n3"


def test_notes_follow_relationships_and_not_numbers(pptx: PptxFile, read: Read) -> None:
    first, second = pptx.slide(notes="of one"), pptx.slide(notes="of two")
    pptx.relationships[first], pptx.relationships[second] = pptx.relationships[second], pptx.relationships[first]
    assert [slide.notes for slide in read(pptx).slides] == ["of two", "of one"]


def test_notes_relationship_to_something_else_means_no_notes(pptx: PptxFile, read: Read) -> None:
    part = pptx.slide(shape(paragraph("A")))
    pptx.relate(part, "notesSlide", "../theme/theme1.xml")
    assert read(pptx).slides[0].notes == ""


def test_damaged_notes_are_left_out_with_a_warning(pptx: PptxFile, read: Read) -> None:
    pptx.slide(notes="fine")
    pptx.slide(notes="broken")
    pptx.parts["/ppt/notesSlides/notesSlide2.xml"] = "<p:notes"
    deck = read(pptx)
    assert [slide.notes for slide in deck.slides] == ["fine", ""]
    assert [(warning.kind, warning.slide) for warning in deck.warnings] == [("damaged-notes", 2)]


def test_hidden_slide_keeps_its_number_and_is_not_shown(pptx: PptxFile, read: Read) -> None:
    pptx.slide(attributes='show="0"')
    pptx.slide(attributes='show="1"')
    deck = read(pptx)
    assert [slide.hidden for slide in deck.slides] == [True, False]
    assert [slide.number for slide in deck.shown] == [2]


@pytest.mark.parametrize(
    ("attributes", "advance", "warned"),
    [
        ("", Advance(), False),
        ('advTm="2500"', Advance(True, 2.5), False),
        ('advClick="0" advTm="3000"', Advance(False, 3.0), False),
        ('advClick="false" advTm="0"', Advance(False, None), False),
        ('advTm="4294967295"', Advance(), True),
        ('advTm="-5000"', Advance(), True),
        ('advTm="abc"', Advance(), True),
    ],
)
def test_advance_times(pptx: PptxFile, read: Read, attributes: str, advance: Advance, warned: bool) -> None:
    pptx.slide(after=f"<p:transition {attributes}/>")
    deck = read(pptx)
    assert deck.slides[0].advance == advance
    assert [warning.kind for warning in deck.warnings] == ["slide-timing"] * warned


PRISM_OR_FADE = (
    "<mc:AlternateContent><mc:Choice Requires='p14'><p:transition spd='slow' p14:dur='800'><p14:prism/></p:transition>"
    "</mc:Choice><mc:Fallback><p:transition><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("xml", "transition"),
    [
        ("<p:transition spd='slow'><p:fade/></p:transition>", SlideTransition("fade", 1.0)),
        ("<p:transition><p:sndAc><p:endSnd/></p:sndAc></p:transition>", None),
        ("<p:transition p14:dur='1750'><p:push dir='u'/></p:transition>", SlideTransition("push", 1.75)),
        ("<p:transition><p15:prstTrans prst='curtains'/></p:transition>", SlideTransition("curtains", 0.5)),
        (PRISM_OR_FADE, SlideTransition("prism", 0.8)),
    ],
)
def test_transitions(pptx: PptxFile, read: Read, xml: str, transition: SlideTransition | None) -> None:
    pptx.slide(after=xml)
    assert read(pptx).slides[0].transition == transition


def test_text_is_read_once_where_there_are_alternatives(pptx: PptxFile, read: Read) -> None:
    new, old = shape(paragraph("new")), shape(paragraph("old"))
    pptx.slide(
        f"<mc:AlternateContent><mc:Choice Requires='p14'>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert read(pptx).slides[0].text == "new"


def test_text_leaves_out_what_repeats_on_every_slide(pptx: PptxFile, read: Read) -> None:
    furniture = "".join(shape(paragraph(kind), placeholder=kind) for kind in ("sldNum", "dt", "ftr"))
    pptx.slide(shape(paragraph("Title"), placeholder="title") + furniture + shape(paragraph("Body"), paragraph("More")))
    assert read(pptx).slides[0].text == "Title\nBody\nMore"


def test_language_is_the_one_most_of_the_notes_are_in(pptx: PptxFile, read: Read) -> None:
    pptx.slide(shape(paragraph("English title that is quite long", 'lang="en-GB"')), notes="-")
    german = paragraph("Guten Morgen zusammen", 'lang="de-DE"') + paragraph("Hi", 'lang="en-US"')
    pptx.parts["/ppt/notesSlides/notesSlide1.xml"] = tree("notes", shape(german, placeholder="body"))
    pptx.slide(shape(paragraph("Titre", 'lang="fr-FR"')))
    pptx.slide(shape(paragraph("今日は皆さん", 'lang="en-US" altLang="ja-JP"')))
    pptx.slide(shape(paragraph("Nobody knows", 'lang="x-none"')))
    assert [slide.language for slide in read(pptx).slides] == ["de-DE", "fr-FR", "ja-JP", ""]


def test_media_of_shapes_animations_and_links(pptx: PptxFile, read: Read) -> None:
    part = pptx.slide(
        "<p:pic><p:nvPicPr><p:cNvPr id='7' name='v'/><p:cNvPicPr/><p:nvPr><a:videoFile r:link='v'/><p:extLst>"
        "<p:ext><p14:media r:embed='m'/></p:ext></p:extLst></p:nvPr></p:nvPicPr></p:pic>"
        "<p:pic><p:nvPicPr><p:cNvPr id='8' name='a'/><p:cNvPicPr/><p:nvPr><a:audioFile r:link='a'/></p:nvPr>"
        "</p:nvPicPr></p:pic>",
        after="<p:timing><p:sndTgt r:embed='s' name='x'/></p:timing>",
    )
    pptx.relate(part, "video", "file:///C:/old.mp4", "v", external=True)
    pptx.relate(part, "media", "../media/film.mp4", "m")
    pptx.relate(part, "audio", "https://example.org/a.mp3", "a", external=True)
    pptx.relate(part, "audio", "../media/click.wav", "s")
    media = read(pptx).slides[0].media
    assert [(m.kind, m.target, m.content_type, m.linked, m.shape_id) for m in media] == [
        (MediaKind.VIDEO, "/ppt/media/film.mp4", "video/mp4", False, 7),
        (MediaKind.AUDIO, "https://example.org/a.mp3", "audio/mpeg", True, 8),
        (MediaKind.AUDIO, "/ppt/media/click.wav", media[2].content_type, False, None),
    ]


@pytest.mark.parametrize(
    ("xml", "feature"),
    [
        ("<p:contentPart r:id='x'/>", Feature.INK),
        ("<am3d:model3d xmlns:am3d='urn:m'/>", Feature.MODEL_3D),
        ("<p:oleObj progId='Excel'/>", Feature.OLE_OBJECT),
        ("<p:controls><p:control/></p:controls>", Feature.ACTIVE_X),
        ("<m:oMath xmlns:m='urn:m'/>", Feature.EQUATION),
        ("<a:graphicData uri='http://schemas.microsoft.com/office/drawing/2014/chartex'/>", Feature.CHART_EX),
        ("<dgm:relIds xmlns:dgm='urn:d' r:dm='none'/>", Feature.SMART_ART_WITHOUT_DRAWING),
        (shape(paragraph("שלום")), Feature.RIGHT_TO_LEFT),
        (shape(paragraph("A"), body="<a:bodyPr vert='vert270'/>"), Feature.VERTICAL_TEXT),
    ],
)
def test_features_that_renderers_find_hard(pptx: PptxFile, read: Read, xml: str, feature: Feature) -> None:
    pptx.slide(xml)
    pptx.slide(shape(paragraph("Plain"), body="<a:bodyPr vert='horz'/>"))
    first, second = read(pptx).slides
    assert first.features == {feature}
    assert second.features == frozenset()


def test_metafile_on_the_layout_counts_for_slides_that_show_it(pptx: PptxFile, read: Read) -> None:
    layout = "/ppt/slideLayouts/slideLayout1.xml"
    pptx.parts[layout] = tree("sldLayout", "<p:pic><p:blipFill><a:blip r:embed='e'/></p:blipFill></p:pic>")
    pptx.relate(layout, "image", "../media/image1.emf", "e")
    pptx.slide()
    pptx.slide(attributes='showMasterSp="0"')
    assert [slide.features for slide in read(pptx).slides] == [{Feature.METAFILE}, frozenset()]


@pytest.mark.parametrize(
    ("references", "told"),
    [("r:embed='in'", False), ("r:link='out'", True), ("r:embed='in' r:link='out'", False), ("r:embed='out'", True)],
)
def test_a_picture_outside_of_the_deck_is_told(read: Read, pptx: PptxFile, references: str, told: bool) -> None:
    part = pptx.slide(f"<p:pic><p:blipFill><a:blip {references}/></p:blipFill></p:pic>")
    pptx.relate(part, "image", "../media/image1.png", "in")
    pptx.relate(part, "image", "https://example.org/picture.png", "out", external=True)
    warnings = read(pptx).warnings
    assert [(warning.kind, warning.slide) for warning in warnings] == ([("linked-picture", 1)] if told else [])


def test_fonts_are_those_named_and_the_themes(pptx: PptxFile, read: Read) -> None:
    run = "<a:p><a:r><a:rPr><a:latin typeface='Lato'/><a:ea typeface='+mn-ea'/></a:rPr><a:t>x</a:t></a:r></a:p>"
    pptx.slide(shape(run))
    assert read(pptx).fonts == ("Georgia", "Lato", "Verdana")


def test_damaged_slide_survives_with_its_reason(pptx: PptxFile, read: Read) -> None:
    pptx.slide(shape(paragraph("Sound")))
    part = pptx.slide()
    pptx.parts[part] = b"\x00\x01 junk"
    deck = read(pptx)
    assert deck.slides[0].damaged == ""
    assert deck.slides[1].damaged
    assert deck.slides[1].title == "Slide 2"
    assert [(warning.kind, warning.slide) for warning in deck.warnings] == [("damaged-slide", 2)]


def test_missing_size_becomes_widescreen_with_a_warning(pptx: PptxFile, read: Read) -> None:
    pptx.size = '<p:sldSz cx="0" cy="x"/>'
    pptx.slide()
    deck = read(pptx)
    assert deck.size.ratio == pytest.approx(16 / 9)
    assert [warning.kind for warning in deck.warnings] == ["slide-size"]


def test_repeated_slide_ids_are_told_apart(pptx: PptxFile, read: Read) -> None:
    first = pptx.slide()
    pptx.slides.append(first)
    deck = read(pptx)
    assert len({slide.slide_id for slide in deck.slides}) == 2


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("Our quarter", "Our quarter"),
        ("PowerPoint Presentation", "From the slide"),
        ("PowerPoint-Präsentation", "From the slide"),
        ("Презентация PowerPoint", "From the slide"),
        ("Diapositive 1", "From the slide"),
        ("", "From the slide"),
        ("Microsoft PowerPoint - Our quarter.ppt", "Our quarter"),
        ("Why PowerPoint fails", "Why PowerPoint fails"),
    ],
)
def test_deck_title_is_the_stored_one_where_somebody_wrote_it(
    pptx: PptxFile, read: Read, stored: str, expected: str
) -> None:
    pptx.title = stored
    pptx.slide(shape(paragraph("Hidden")), attributes='show="0"')
    pptx.slide(shape(paragraph("From the slide")))
    assert read(pptx).title == expected


def test_deck_without_any_title_is_called_like_its_file(pptx: PptxFile, read: Read) -> None:
    pptx.slide()
    assert read(pptx).title == "talk"


def test_strict_form_and_utf16_are_read_alike(pptx: PptxFile, read: Read) -> None:
    part = pptx.slide(notes="spoken")
    strict = (
        str(pptx.parts[part])
        .replace(
            "http://schemas.openxmlformats.org/presentationml/2006/main",
            "http://purl.oclc.org/ooxml/presentationml/main",
        )
        .replace("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
        .replace("<p:spTree>", "<p:spTree>" + shape(paragraph("Überschrift"), placeholder="title"))
    )
    pptx.parts[part] = ('<?xml version="1.0" encoding="UTF-16"?>' + strict).encode("utf-16")
    slide = read(pptx).slides[0]
    assert (slide.title, slide.notes) == ("Überschrift", "spoken")


def test_presentation_is_read_whatever_its_name(pptx: PptxFile, tmp_path: Path) -> None:
    pptx.slide(shape(paragraph("Hello")))
    for name in ("talk", "TALK.PPTX", "talk.ppt", "talk.pdf"):
        deck = read_deck(pptx.write(tmp_path / name), tmp_path / "scratch")
        assert deck.slides[0].title == "Hello"
        assert deck.source == deck.path == tmp_path / name


def test_odd_relationship_targets_are_resolved(pptx: PptxFile, read: Read) -> None:
    part = pptx.slide()
    pptx.parts["/ppt/notesSlides/My Notes.xml"] = tree("notes", shape(paragraph("found"), placeholder="body"))
    for target in (
        "/ppt/notesSlides/My%20Notes.xml",
        "./../slides/../NOTESSLIDES/My Notes.xml",
        "..\\notesSlides\\My Notes.xml",
    ):
        pptx.relationships[part] = [("n", "notesSlide", target, False)]
        assert read(pptx).slides[0].notes == "found"


def test_smart_art_text_is_searchable_and_its_drawing_is_found(pptx: PptxFile, read: Read) -> None:
    part = pptx.slide("<p:graphicFrame><dgm:relIds xmlns:dgm='urn:d' r:dm='d'/></p:graphicFrame>")
    pptx.relate(part, "diagramData", "../diagrams/data1.xml", "d")
    pptx.relate(part, "diagramDrawing", "../diagrams/drawing1.xml", "w")
    pptx.parts["/ppt/diagrams/drawing1.xml"] = "<dsp:drawing xmlns:dsp='urn:s'/>"
    pptx.parts["/ppt/diagrams/data1.xml"] = (
        f"<dgm:dataModel xmlns:dgm='urn:d' {NAMESPACES}><dgm:pt><dgm:t>{paragraph('A step')}</dgm:t></dgm:pt>"
        "<dsp:dataModelExt xmlns:dsp='urn:s' relId='w'/></dgm:dataModel>"
    )
    slide = read(pptx).slides[0]
    assert slide.text == "A step"
    assert slide.features == frozenset()
