"""Every text can be shown in the presenter's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_page import PAGES, Pages
from pseudo import Pseudo, untranslated
from PySide6.QtWidgets import QApplication

from slidecast_gui.ui.translation import install_translations

NAMES = (
    "Slidecast",
    "Del",
    "talk",
    "Talk",
    "pptx",
    "mp4",
    "One",
    "Two",
    "First words.",
    "Other words.",
    "LibreOffice",
    "English (Great Britain)",
    "German",
    "espeak",
    "en-gb",
    "de",
)
"""Of products, files and voices, and what these pages' decks say."""
SENTENCES = (
    "“notes.docx” is a Word document.",
    "Open the deck in PowerPoint.",
    "Something is to be known.",
    "The list is damaged.",
    "The equation was left out.",
)
"""What these pages were given to say."""


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Pseudo]:
    made = Pseudo()
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)


@pytest.mark.parametrize("name", PAGES)
def test_every_text_of_a_page_goes_through_the_translator(pseudo: Pseudo, pages: Pages, name: str) -> None:
    shown = getattr(pages, name)()
    assert untranslated(shown, NAMES + SENTENCES) == set()
    assert pseudo.asked


def test_english_that_comes_first_is_not_replaced_by_a_second_language(qapp: QApplication) -> None:
    assert install_translations(qapp, ["en-US", "de-DE"]) == "en"
