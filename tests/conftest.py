"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
