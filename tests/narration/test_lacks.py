from __future__ import annotations

import pytest

from slidecast_gui.narration import Speech, choose_voice, voice_lack


def lack(script: str, language: str, speech: Speech) -> str:
    voice = choose_voice(speech, script, language)
    assert voice is not None
    return voice_lack(voice, speech, script, language)


@pytest.mark.parametrize(
    ("script", "language"),
    [("Good morning.", "en-AU"), ("你好", "zh-TW"), ("Dette er norsk.", "nn-NO"), ("שלום", "iw"), ("かな", "ja-JP")],
)
def test_a_voice_of_the_scripts_language_lacks_nothing(script: str, language: str) -> None:
    assert lack(script, language, Speech()) == ""


def test_kanji_that_would_be_spelled_out_are_told() -> None:
    assert "kanji" in lack("日本語です", "ja-JP", Speech())


def test_a_language_without_a_voice_is_told_with_the_voice_that_reads_it() -> None:
    told = lack("Toto je zkouška.", "xx-XX", Speech())
    assert "xx" in told
    assert "English" in told


def test_a_voice_that_was_asked_for_is_no_surprise() -> None:
    assert lack("Guten Morgen.", "de-DE", Speech(voice="espeak:fr-fr")) == ""
