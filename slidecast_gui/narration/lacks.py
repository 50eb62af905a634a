"""What a voice cannot do with a script, in words for the presenter."""

from __future__ import annotations

import re

from slidecast_gui.narration.choice import AUTO, spoken_family
from slidecast_gui.narration.espeak import NAME as ESPEAK
from slidecast_gui.narration.languages import base_language, language_of
from slidecast_gui.narration.model import Speech, Voice

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


def voice_lack(voice: Voice, speech: Speech, script: str, language: str) -> str:
    """Why `script` will not sound as the presenter expects, as one sentence; empty where it will.

    `language` is the tag the deck's text is marked with, as for `choose_voice`.
    """
    if voice.engine == ESPEAK and base_language(voice.language) == "ja" and _HAN.search(script):
        return "The built-in voice names each kanji instead of reading it; write the notes in kana, or choose no voice."
    wanted = language_of(script, language)
    if speech.voice == AUTO and spoken_family(wanted) != spoken_family(voice.language):
        return f"There is no voice for the notes' language ({wanted}), so the voice “{voice.name}” reads them."
    return ""
