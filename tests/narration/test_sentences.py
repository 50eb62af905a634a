import pytest

from slidecast_gui.narration import split_sentences
from slidecast_gui.narration.sentences import split_paragraphs

CUTS = [
    "One. | Two! | Three? | Four",
    "Dr. Smith met J. R. R. Tolkien. | They spoke.",
    "They differ, e.g. here vs. there, i.e. in No. 5 and Fig. 3 of it. | Done.",
    "No. | That is wrong. | So do I. | Next.",
    "Python 3.11 is out. | Run main.py now. | See https://a.example/b.c?x=1. | Good.",
    "And then... nothing. | And then... | Nothing. | Wait… what? | Well",
    'He said "Stop!" and left. | "Really?" she asked. | (It works.) | Yes',
    "What?!? | No way!!! | OK",
    "1. First point. | 2. Second point.",
    "We bought apples, pears, etc. | Then we left, etc. and so on.",
    "all in lower case. | as many notes are. | and so on",
    "Acme Inc. makes it. | Acme Inc. | They make it.",
    "Das ist z. B. gut. | Am 3. Mai kommt Dr. Müller. | Ende.",
    "Что это? | В 2010 г. было иначе. | Да.",
    "¿Qué es? | ¡Es esto! | Sí.",
    "你好。 | 世界！ | 「好吗？」他说。 | 对",
    "これはテストです。 | 次です。",
    "ما هذا؟ | هذا كتاب. | نعم۔ | ٹھیک",
    "यह है। | वह है॥ | ठीक",
]


@pytest.mark.parametrize("cuts", CUTS)
def test_sentences_end_where_a_reader_ends_them(cuts: str) -> None:
    expected = tuple(piece.strip() for piece in cuts.split("|"))
    joint = "" if "。" in cuts else " "
    assert split_sentences(joint.join(expected)) == expected


def test_a_line_is_a_paragraph_whether_or_not_it_ends_with_a_stop() -> None:
    assert split_paragraphs("Agenda\n- one. Two\n\nthree") == (("Agenda",), ("- one.", "Two"), ("three",))


def test_what_cannot_be_said_is_put_to_its_neighbour() -> None:
    assert split_sentences("***\nOne. ---\n• \nTwo.") == ("*** One. --- •", "Two.")


def test_nothing_speakable_stays_one_piece() -> None:
    assert split_sentences("...\n---") == ("... ---",)


def test_empty_text_has_no_sentences() -> None:
    assert split_sentences(" \n ") == ()


@pytest.mark.parametrize(
    "text", ["a " * 50_000, "." * 50_000, "a. " * 20_000, "。」" * 20_000, "J. " * 20_000, "-\n" * 40_000]
)
def test_no_text_is_lost_and_it_is_cut_in_time_that_grows_with_it(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())
