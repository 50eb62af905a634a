"""What a drop turns out to be when it is looked at."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.system.libreoffice import OVERRIDE_VARIABLE
from slidecast_gui.ui.dropping.drops import sort_paths


@pytest.fixture
def open_document(tmp_path: Path) -> Path:
    path = tmp_path / "decks" / "old.odp"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.presentation")
    return path


@pytest.mark.parametrize("by_folder", [False, True])
def test_a_deck_that_only_libreoffice_reads_is_refused_at_the_drop_where_there_is_none(
    open_document: Path, make_deck: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, by_folder: bool
) -> None:
    monkeypatch.setenv(OVERRIDE_VARIABLE, "none")
    deck = make_deck(name="decks/talk.pptx")
    looked = sort_paths([open_document.parent] if by_folder else [open_document, deck])
    assert looked.decks == (deck,)
    (refused,) = looked.refused
    assert refused.path == open_document
    assert "install LibreOffice" in refused.sentence


def test_it_is_added_where_libreoffice_is(open_document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = tmp_path / "soffice"
    office.touch()
    monkeypatch.setenv(OVERRIDE_VARIABLE, str(office))
    assert sort_paths([open_document]).decks == (open_document,)


def test_a_folder_without_decks_says_so(tmp_path: Path) -> None:
    (refused,) = sort_paths([tmp_path]).refused
    assert tmp_path.name in refused.sentence
