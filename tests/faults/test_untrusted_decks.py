"""Decks from strangers: what they hold costs neither minutes nor memory."""

from __future__ import annotations

import re
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.deck import DeckError, DeckErrorKind, read_deck
from slidecast_gui.deck.presentation import MAX_SLIDES
from slidecast_gui.events import Event, Outcome, Warned
from slidecast_gui.jobs.processes.limits import Limits
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.processes.rendering import render
from slidecast_gui.settings import RenderSettings
from slidecast_gui.slides import Renderer, SlideArtist
from slidecast_gui.slides.fonts.registry import MOST_FACES
from slidecast_gui.slides.package import MOST_SHAPES, MOST_TAGS
from slidecast_gui.spec import RenderSpec

SLIDE = "ppt/slides/slide1.xml"


def changed(deck: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of the deck in which `part` is what `change` makes of it."""
    copied = deck.with_name("changed.pptx")
    with zipfile.ZipFile(deck) as package, zipfile.ZipFile(copied, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            data = package.read(name)
            copy.writestr(name, change(data) if name == part else data)
    return copied


def with_many_shapes(slide: bytes) -> bytes:
    """Many copies of the first shape."""
    shape = re.search(rb"<p:sp>.*?</p:sp>", slide, re.DOTALL)
    assert shape is not None
    return slide.replace(shape[0], shape[0] * (MOST_SHAPES + 1))


def with_many_paragraphs(slide: bytes) -> bytes:
    """One shape, in which there is more than in all of a real deck."""
    return slide.replace(
        b"</p:txBody>", b"<a:p><a:r><a:t>x</a:t></a:r></a:p>" * (MOST_TAGS // 6 + 1) + b"</p:txBody>", 1
    )


def with_many_gradient_stops(slide: bytes) -> bytes:
    """A shape that takes the built-in engine a minute."""
    stops = b"".join(b'<a:gs pos="%d"><a:srgbClr val="%06x"/></a:gs>' % (place * 2, place) for place in range(49_000))
    fill = b'<a:gradFill><a:gsLst>%s</a:gsLst><a:lin ang="0"/></a:gradFill>' % stops
    frame = b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="6000000"/></a:xfrm>'
    return slide.replace(b"<p:spPr/>", b'<p:spPr>%s<a:prstGeom prst="rect"/>%s</p:spPr>' % (frame, fill), 1)


@pytest.mark.parametrize("choice", [Renderer.AUTO, Renderer.BUILTIN])
@pytest.mark.parametrize("crowd", [with_many_shapes, with_many_paragraphs])
def test_a_slide_with_too_much_on_it_is_plain_and_the_others_are_drawn(
    make_deck: Callable[..., Path], tmp_path: Path, choice: Renderer, crowd: Callable[[bytes], bytes]
) -> None:
    deck = read_deck(changed(make_deck(), SLIDE, crowd), tmp_path)
    artist = SlideArtist(deck, (320, 240), choice, tmp_path / "scratch", lambda: False)
    (tmp_path / "scratch").mkdir()
    crowded, other = (artist.draw(slide) for slide in deck.slides)
    artist.close()
    assert crowded.renderer is Renderer.PLAIN
    assert [warning.kind for warning in crowded.warnings] == ["slide-not-drawn"]
    assert other.renderer is Renderer.BUILTIN


def test_a_deck_whose_slides_lie_on_another_computer_is_still_drawn(
    make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    outside = b'Target="http://127.0.0.1:9/slide1.xml" TargetMode="External"'
    linking = changed(
        make_deck(),
        "ppt/_rels/presentation.xml.rels",
        lambda data: re.sub(rb'Target="slides/slide1.xml"', outside, data),
    )
    deck = read_deck(linking, tmp_path)
    (tmp_path / "scratch").mkdir()
    artist = SlideArtist(deck, (320, 240), Renderer.BUILTIN, tmp_path / "scratch", lambda: False)
    drawn = [artist.draw(slide).renderer for slide in deck.slides]
    artist.close()
    assert drawn == [Renderer.PLAIN, Renderer.PLAIN]


@pytest.fixture
def spec_for(tmp_path: Path) -> Callable[[Path], RenderSpec]:
    def make(deck: Path) -> RenderSpec:
        return RenderSpec(
            job_id="job1",
            attempt=1,
            deck=str(deck),
            video=str(tmp_path / "video.mp4"),
            thumbnail=str(tmp_path / "thumbnail.png"),
            pieces=str(tmp_path / "pieces"),
            scratch=str(tmp_path / "scratch"),
            settings=RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5, voice="none"),
        )

    return make


def test_a_slide_that_takes_the_engine_too_long_is_plain_and_the_render_goes_on(
    make_deck: Callable[..., Path], spec_for: Callable[[Path], RenderSpec]
) -> None:
    spec = spec_for(changed(make_deck([("One", ""), ("Two", ""), ("Three", "")]), SLIDE, with_many_gradient_stops))
    told: list[Event] = []
    finished = render(RenderChild(limits=Limits(4000, engine_s=1.5)), spec, told.append, threading.Event())
    plain = [event.slide for event in told if isinstance(event, Warned) and event.kind == "slide-not-drawn"]
    assert (finished.status, finished.slides, plain) == (Outcome.DONE, 3, [1])


def test_a_deck_with_more_fonts_than_the_engine_takes_is_drawn_by_it(
    make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    def with_many_fonts(slide: bytes) -> bytes:
        run = b'<a:r><a:rPr><a:latin typeface="Font %d"/></a:rPr><a:t>x</a:t></a:r>'
        runs = b"".join(run % number for number in range(MOST_FACES + 50))
        return slide.replace(b"</p:txBody>", b"<a:p>%s</a:p></p:txBody>" % runs, 1)

    deck = read_deck(changed(make_deck(), SLIDE, with_many_fonts), tmp_path)
    artist = SlideArtist(deck, (320, 240), Renderer.BUILTIN, tmp_path, lambda: False)
    drawn = artist.draw(deck.slides[0]).renderer
    artist.close()
    assert drawn is Renderer.BUILTIN


def test_thousands_of_comments_before_a_document_type_cost_no_time(
    make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    comments = b"?>" + b"<!-- c -->" * 5000
    harmless = changed(make_deck(), SLIDE, lambda slide: slide.replace(b"?>", comments + b"<!-- <!DOCTYPE x> -->", 1))
    assert read_deck(harmless, tmp_path).slides[0].title == "One"
    declaring = changed(make_deck(), SLIDE, lambda slide: slide.replace(b"?>", comments + b"<!DOCTYPE x>", 1))
    with pytest.raises(DeckError):
        read_deck(declaring, tmp_path)


def test_a_slide_list_that_names_one_slide_over_and_over_is_refused(
    make_deck: Callable[..., Path], tmp_path: Path
) -> None:
    def over_and_over(presentation: bytes) -> bytes:
        entry = re.search(rb"<p:sldId [^>]*/>", presentation)
        assert entry is not None
        return presentation.replace(entry[0], entry[0] * MAX_SLIDES)

    deck = changed(make_deck(), "ppt/presentation.xml", over_and_over)
    with pytest.raises(DeckError) as caught:
        read_deck(deck, tmp_path)
    assert caught.value.kind == DeckErrorKind.TOO_LARGE
    assert "2,001 slides" in str(caught.value)
