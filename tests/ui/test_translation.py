"""Every text can be shown in the presenter's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from every_page import PAGES, Pages
from pseudo import Pseudo, bracketed, untranslated
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QMenu

from slidecast_gui.paths import resource
from slidecast_gui.ui.translation import install_translations, say

_PLACE = re.compile(r"{\w+}")
NAMES = (
    "Slidecast",
    "Del",
    "Shift+Del",
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


@pytest.fixture
def german(qapp: QApplication, pseudo: Pseudo) -> Iterator[str]:
    """German, and brackets for what it lacks; gives the language that is shown."""
    before = qapp.findChildren(QTranslator)
    messages = ElementTree.parse(resource("translations", "slidecast_de.ts")).getroot().iter("message")
    pseudo.left_alone = {
        one.findtext("source", "") for one in messages if one.findtext("source") == one.findtext("translation")
    }
    yield install_translations(qapp, ["de-AT", "en-GB"])
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)
            translator.deleteLater()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("german")
def test_every_text_of_a_page_is_there_in_german(pages: Pages, name: str) -> None:
    assert bracketed(getattr(pages, name)()) == set()


def test_a_german_system_shows_german_and_qt_s_own_words_too(german: str) -> None:
    assert german == "de-AT"
    assert say("Today") == "Heute"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_no_two_entries_of_a_german_menu_have_one_letter(pages: Pages) -> None:
    pages.waiting()
    bar = pages.window.menuBar()
    for menu in (bar, *bar.findChildren(QMenu)):
        texts = [entry.text().replace("&&", "") for entry in menu.actions() if entry.isVisible()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


@pytest.mark.parametrize("path", sorted(resource("translations").glob("*.ts")), ids=lambda path: path.stem)
def test_translations_are_finished_compiled_and_keep_what_is_put_in(qapp: QApplication, path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source, text = message.findtext("source", ""), message.findtext("translation", "")
            assert text, source
            assert message.find("translation[@type]") is None, source
            assert sorted(_PLACE.findall(source)) == sorted(_PLACE.findall(text)), source
            assert ("&" in source) == ("&" in text), source
            assert translator.translate(context.findtext("name", ""), source) == text


def test_english_that_comes_first_is_not_replaced_by_a_second_language(qapp: QApplication) -> None:
    assert install_translations(qapp, ["en-US", "de-DE"]) == "en"
