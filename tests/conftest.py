"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pptx import Presentation

# Widgets are real; where they are drawn is nobody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real (`dev/`) and hostile (`bad/`) decks; tests that want it skip where it is not laid out."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of decks is not beside this checkout (../shared/corpus)")
    return folder


@pytest.fixture(scope="session")
def fidelity() -> Path:
    """The folder of decks with PowerPoint's own PDF of them."""
    folder = SHARED / "fidelity"
    if not folder.is_dir():
        pytest.skip("the fidelity pairs are not beside this checkout (../shared/fidelity)")
    return folder


@pytest.fixture
def make_deck(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small real deck: a slide for each (title, notes); empty notes make no notes page."""

    def make(
        slides: Sequence[tuple[str, str]] = (("One", "First words."), ("Two", "")),
        name: str = "talk.pptx",
        hidden: Sequence[int] = (),
    ) -> Path:
        presentation = Presentation()
        for number, (title, notes) in enumerate(slides, 1):
            slide = presentation.slides.add_slide(presentation.slide_layouts[0])
            slide.shapes.title.text = title
            if notes:
                slide.notes_slide.notes_text_frame.text = notes
            if number in hidden:
                slide._element.set("show", "0")
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        presentation.save(str(path))
        return path

    return make
