"""Real and hostile decks, where they are laid out beside the checkout."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from slidecast_gui.deck import Deck, DeckError, DeckErrorKind, Feature, check_file, read_deck
from slidecast_gui.system.libreoffice import find_libreoffice

CONVERTED_ENDINGS = (".ppt", ".odp")


def read_all(folder: Path, scratch: Path) -> dict[str, Deck | DeckErrorKind]:
    """Every file of a folder read: its deck, or why it was refused. What only LibreOffice reads is left out."""
    results: dict[str, Deck | DeckErrorKind] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in (".md", ".csv") or (path.suffix in CONVERTED_ENDINGS and "renamed" not in path.name):
            continue
        if path.name.startswith("009") and find_libreoffice() is None:
            continue
        started = time.monotonic()
        try:
            results[path.name] = read_deck(path, scratch)
        except DeckError as error:
            results[path.name] = DeckErrorKind(error.kind)
        assert time.monotonic() - started < 30, path.name
    return results


@pytest.fixture(scope="module")
def real(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Deck]:
    """Every real deck, by the number its name starts with."""
    results = read_all(corpus / "dev", tmp_path_factory.mktemp("scratch"))
    return {name[:2]: deck for name, deck in results.items() if isinstance(deck, Deck)}


@pytest.fixture(scope="module")
def hostile(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Deck | DeckErrorKind]:
    """Every hostile file's outcome, by the number its name starts with."""
    results = read_all(corpus / "bad", tmp_path_factory.mktemp("scratch"))
    return {name[:3]: result for name, result in results.items()}


def test_every_real_presentation_is_read_whole(corpus: Path, real: dict[str, Deck]) -> None:
    named = {path.name[:2] for path in (corpus / "dev").iterdir() if path.suffix not in (".md", *CONVERTED_ENDINGS)}
    assert set(real) == named
    assert not [slide for deck in real.values() for slide in deck.slides if slide.damaged]


def test_counts_of_slides_notes_and_hidden_slides(real: dict[str, Deck]) -> None:
    counts = {
        number: (len(deck.slides), sum(bool(slide.notes) for slide in deck.slides), len(deck.slides) - len(deck.shown))
        for number, deck in real.items()
    }
    expected = {"01": (15, 12, 0), "04": (42, 30, 5), "08": (154, 52, 0), "10": (82, 82, 0), "34": (49, 6, 3)}
    assert {number: counts[number] for number in expected} == expected


def test_hard_content_is_seen(real: dict[str, Deck]) -> None:
    expected = {
        "13": Feature.RIGHT_TO_LEFT,
        "24": Feature.ACTIVE_X,
        "26": Feature.CHART_EX,
        "27": Feature.EQUATION,
        "28": Feature.MODEL_3D,
        "30": Feature.METAFILE,
        "35": Feature.SMART_ART_WITHOUT_DRAWING,
        "43": Feature.INK,
    }
    for number, feature in expected.items():
        assert any(feature in slide.features for slide in real[number].slides), (number, feature)


def test_transitions_timings_and_media_are_seen(real: dict[str, Deck]) -> None:
    kinds = {slide.transition.kind for slide in real["23"].slides if slide.transition}
    assert {"morph", "push", "cut", "blinds", "warp", "flash", "prism", "comb", "ferris"} == kinds
    assert sum(slide.advance.after_s is not None for slide in real["22"].slides) == 11
    assert [len(slide.media) for slide in real["18"].slides] == [1] * 5
    assert sum(len(slide.media) for slide in real["16"].slides) == 5


def test_embedded_fonts_are_named(real: dict[str, Deck]) -> None:
    assert "Roboto Mono" in real["44"].embedded_fonts
    assert "Roboto Mono" in real["44"].fonts


def test_every_hostile_file_ends_in_a_deck_or_its_reason(hostile: dict[str, Deck | DeckErrorKind]) -> None:
    expected = {
        "001": DeckErrorKind.EMPTY_FILE,
        "003": DeckErrorKind.DAMAGED,
        "007": DeckErrorKind.WRONG_TYPE,
        "012": DeckErrorKind.WRONG_TYPE,
        "013": DeckErrorKind.WRONG_TYPE,
        "015": DeckErrorKind.TOO_LARGE,
        "016": DeckErrorKind.TOO_LARGE,
        "018": DeckErrorKind.DAMAGED,
        "021": DeckErrorKind.DAMAGED,
        "022": DeckErrorKind.TOO_LARGE,
        "027": DeckErrorKind.DAMAGED,
        "030": DeckErrorKind.ALL_HIDDEN,
        "086": DeckErrorKind.DAMAGED,
        "090": DeckErrorKind.ENCRYPTED,
        "093": DeckErrorKind.DAMAGED,
        "099": DeckErrorKind.NO_SLIDES,
    }
    assert {number: hostile[number] for number in expected} == expected
    must_convert = (0, 10, 24, 34, 36, 37, 39, 40, 42, 45, 57, 58, 60, 61, 66, 67, 96, 98, 101)
    assert [number for number in must_convert if not isinstance(hostile[f"{number:03}"], Deck)] == []


def test_damage_to_one_slide_leaves_the_others(hostile: dict[str, Deck | DeckErrorKind]) -> None:
    for number, damaged in {"025": [1], "031": [2], "095": [2]}.items():
        deck = hostile[number]
        assert isinstance(deck, Deck)
        assert [slide.number for slide in deck.slides if slide.damaged] == damaged


def test_check_lets_pass_whatever_can_be_read(corpus: Path, hostile: dict[str, Deck | DeckErrorKind]) -> None:
    for path in sorted((corpus / "bad").iterdir()):
        if isinstance(hostile.get(path.name[:3]), Deck):
            check_file(path)


def test_named_fonts_include_what_powerpoint_knew(fidelity: Path, tmp_path: Path) -> None:
    with (fidelity / "index.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        deck = read_deck(fidelity / "pairs" / row["id"] / "deck.pptx", tmp_path)
        assert set(filter(None, row["deck_fonts"].split("|"))) <= set(deck.fonts), row["id"]
        assert len(deck.slides) == int(row["slides"])


@pytest.mark.parametrize("name", ["36-legacy-binary-notes.ppt", "37-opendocument-notes.odp"])
def test_other_formats_are_converted_where_libreoffice_is_there(corpus: Path, tmp_path: Path, name: str) -> None:
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    path = corpus / "dev" / name
    deck = read_deck(path, tmp_path)
    assert deck.path == path
    assert deck.source.parent == tmp_path
    assert len(deck.slides) == 30
    assert sum(bool(slide.notes) for slide in deck.slides) == 29
