"""The bundled sample keeps its promises, and its script makes it."""

from __future__ import annotations

import importlib
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from slidecast_gui.deck import Deck, read_deck
from slidecast_gui.paths import resource

SAMPLE = resource("samples", "welcome-to-slidecast.pptx")


@pytest.fixture(scope="module")
def welcome(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """The sample as the program reads it."""
    return read_deck(SAMPLE, tmp_path_factory.mktemp("scratch"))


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes]:
    """What makes the sample; its modules lie beside it and import each other by name."""
    monkeypatch.syspath_prepend(str(SAMPLE.parent))
    made: Callable[[], bytes] = importlib.import_module("make_welcome").build
    return made


def parts(data: bytes, ending: str = ".xml") -> dict[str, bytes]:
    """The parts of a presentation whose names end like this."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith(ending)}


def test_sample_has_8_to_12_widescreen_slides_that_are_all_sound(welcome: Deck) -> None:
    assert 8 <= len(welcome.slides) <= 12
    assert welcome.size.ratio == pytest.approx(16 / 9, abs=0.001)
    assert welcome.title == "Welcome to Slidecast"
    assert welcome.warnings == ()
    assert not any(slide.damaged or slide.features for slide in welcome.slides)


def test_every_slide_of_the_sample_is_narrated_and_titled(welcome: Deck) -> None:
    assert all(len(slide.notes) > 40 for slide in welcome.slides)
    assert {slide.language for slide in welcome.slides} == {"en-GB"}
    assert len({slide.title for slide in welcome.slides}) == len(welcome.slides)


def test_sample_has_one_hidden_slide_and_transitions(welcome: Deck) -> None:
    assert len(welcome.slides) - len(welcome.shown) == 1
    assert sum(slide.transition is not None for slide in welcome.shown) >= 3


def test_sample_names_only_the_font_that_comes_with_slidecast(welcome: Deck) -> None:
    assert welcome.fonts == ("Carlito",)


@pytest.mark.parametrize("mark", ["<p:pic>", "<a:tbl>", "<c:chart ", "<p:sp>"])
def test_sample_has_a_picture_a_table_a_chart_and_shapes(mark: str) -> None:
    slides = [part.decode() for name, part in parts(SAMPLE.read_bytes()).items() if name.startswith("ppt/slides/")]
    assert any(mark in slide for slide in slides)


def test_script_makes_the_same_bytes_every_time(build: Callable[[], bytes]) -> None:
    assert build() == build()


def test_sample_is_what_its_script_makes(build: Callable[[], bytes]) -> None:
    made, kept = parts(build()), parts(Path(SAMPLE).read_bytes())
    assert made.keys() == kept.keys()
    changed = [
        name for name, part in kept.items() if name.startswith(("ppt/slides/", "ppt/notes")) and made[name] != part
    ]
    assert changed == []
