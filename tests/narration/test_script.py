import pytest

from slidecast_gui.narration import clean_script, is_speakable
from slidecast_gui.narration.script import spoken_form

HOSTILE = (
    "_x0000_ bell\x85 \u202eRTL override\u202c \ufeffBOM \u200b\u200d \U000e0001tag "
    '<speak><break time="99999s"/></speak> Here is a note.\n\nAnother.'
)


def test_invisible_characters_go_and_words_stay() -> None:
    assert clean_script(HOSTILE) == (
        '_x0000_ bell\nRTL override BOM tag <speak><break time="99999s"/></speak> Here is a note.\nAnother.'
    )


def test_cleaning_twice_changes_nothing() -> None:
    assert clean_script(clean_script(HOSTILE)) == clean_script(HOSTILE)


def test_espeak_commands_lose_their_control_character() -> None:
    assert clean_script("\x0120SHello\x01100P") == "20SHello100P"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\n \n\n"])
def test_every_kind_of_line_end_ends_a_paragraph(ending: str) -> None:
    assert clean_script(f"One{ending}Two") == "One\nTwo"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u3000", "\t", "  "])
def test_odd_spaces_become_one_space(space: str) -> None:
    assert clean_script(f" one{space}two{space}") == "one two"


def test_symbol_font_bullets_go() -> None:
    assert clean_script("\uf0b7 first") == "first"


def test_lone_surrogates_go() -> None:
    assert clean_script("a\ud800b") == "ab"


@pytest.mark.parametrize("word", ["می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧"])
def test_joiners_that_spell_stay(word: str) -> None:
    assert clean_script(word) == word


@pytest.mark.parametrize("script", ["Hello", "7", "你好", "שלום", "ก"])
def test_letters_and_digits_of_any_script_are_speakable(script: str) -> None:
    assert is_speakable(script)


@pytest.mark.parametrize("script", ["", " \n\t", "...", "- * -", "\u200b\u202e", "—“”"])
def test_nothing_but_marks_is_not_speakable(script: str) -> None:
    assert not is_speakable(script)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("• A **bold** point ***", "A bold point"),
        ("See https://example.org/a_b now.", "See example.org/a_b now."),
        ("C# and 2 * 3 = 6, snake_case", "C# and 2 3 = 6, snake_case"),
        ("<speak>hi</speak>", "<speak>hi</speak>"),
    ],
)
def test_marks_that_nobody_says_are_not_handed_to_the_engine(sentence: str, said: str) -> None:
    assert spoken_form(sentence) == said
