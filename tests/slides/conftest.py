"""What the tests of slide pictures share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from slide_decks import described, write_deck

from slidecast_gui.deck import Deck, Feature


@pytest.fixture
def make_deck(tmp_path: Path) -> Callable[..., Deck]:
    """Write a deck and describe it: the arguments of `write_deck` and `described`."""

    def make(
        *args: object, features: Iterable[Feature] = (), fonts: tuple[str, ...] = ("Calibri",), **kw: object
    ) -> Deck:
        return described(write_deck(tmp_path / "deck.pptx", *args, **kw), features, fonts)  # type: ignore[arg-type]

    return make


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Act as if LibreOffice were not installed."""
    monkeypatch.setenv("SLIDECAST_LIBREOFFICE", "none")
