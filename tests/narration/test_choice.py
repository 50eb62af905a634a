import pytest

from slidecast_gui.narration import NarrationError, Speech, choose_voice


def _language(script: str, marked: str, voice: str = "auto") -> str:
    chosen = choose_voice(Speech(voice), script, marked)
    assert chosen is not None
    return chosen.language


@pytest.mark.parametrize(
    ("script", "marked", "language"),
    [
        ("Hello there", "", "en-US"),
        ("Hello there", "en-GB", "en-GB"),
        ("Hello there", "en-AU", "en-GB"),
        ("Guten Tag", "de-AT", "de"),
        ("Bonjour", "fr-CA", "fr-FR"),
        ("Hola", "es-MX", "es-419"),
        ("Hei", "nn-NO", "nb"),
        ("Zdravo", "sr-Latn-RS", "sr"),
        ("Hello there", "zh-CN", "en-US"),
        ("Hello there", "xx-YY", "en-US"),
        ("你好，世界", "en-US", "cmn"),
        ("你好，世界", "zh-TW", "cmn"),
        ("你好，世界", "zh-Hant-HK", "yue"),
        ("これは日本語です", "zh-CN", "ja"),
        ("日本語 test です", "", "ja"),
        ("The word 你好 means hello in Chinese", "", "en-US"),
        ("안녕하세요", "en-US", "ko"),
        ("שלום", "en-US", "he"),
        ("שלום", "iw", "he"),
        ("مرحبا بكم", "en-US", "ar"),
        ("این یک گفتگو است", "en-US", "fa"),
        ("یہ ایک ٹیسٹ ہے", "", "ur"),
        ("Привет", "en-US", "ru"),
        ("Привіт, як справи її", "", "uk"),
        ("Здравей", "bg-BG", "bg"),
        ("Γειά", "", "el"),
        ("नमस्ते", "", "hi"),
        ("नमस्कार", "mr-IN", "mr"),
        ("สวัสดี", "", "th"),
        ("ភាសាខ្មែរ", "km", "en-US"),
        ("42", "", "en-US"),
        ("42", "de", "de"),
    ],
)
def test_auto_speaks_the_language_of_the_script(script: str, marked: str, language: str) -> None:
    assert _language(script, marked) == language


@pytest.mark.parametrize("name", ["espeak:de", "ESPEAK:DE", "German", "german", "de", "de-DE", " de "])
def test_a_voice_is_found_by_id_name_or_language(name: str) -> None:
    assert _language("Hello", "en-US", name) == "de"


def test_none_is_silence() -> None:
    assert choose_voice(Speech("none"), "Hello", "en") is None


@pytest.mark.parametrize(
    ("wrong", "near"), [("Germn", "German"), ("scotland", "Scotland"), ("Englisch (America)", "English (America)")]
)
def test_an_unknown_voice_is_answered_with_near_ones(wrong: str, near: str) -> None:
    with pytest.raises(NarrationError, match=f"“{wrong}”".replace("(", r"\(").replace(")", r"\)")) as refused:
        choose_voice(Speech(wrong), "Hello", "")
    assert near in str(refused.value)
    assert refused.value.kind == "unknown-voice"


def test_a_voice_like_no_other_is_answered_with_where_to_look() -> None:
    with pytest.raises(NarrationError, match="slidecast-gui voices"):
        choose_voice(Speech("qqqqqq"), "Hello", "")
