"""Decks made for one test each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx_file import PptxFile

from slidecast_gui.deck import Deck, read_deck


@pytest.fixture
def pptx() -> PptxFile:
    """An empty presentation to add slides to."""
    return PptxFile()


@pytest.fixture
def read(tmp_path: Path) -> Callable[[PptxFile], Deck]:
    """Writes a presentation and reads it as the program does."""

    def write_and_read(file: PptxFile) -> Deck:
        return read_deck(file.write(tmp_path / "talk.pptx"), tmp_path / "scratch")

    return write_and_read
