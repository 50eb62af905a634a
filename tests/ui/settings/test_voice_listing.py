"""The voices that are offered."""

from __future__ import annotations

from slidecast_gui.narration import voices
from slidecast_gui.ui.settings.voice_listing import listed_voices


def test_the_window_offers_the_voices_that_can_speak() -> None:
    listed = listed_voices()
    assert [(voice.voice_id, voice.name, voice.language) for voice in listed] == [
        (voice.voice_id, voice.name, voice.language) for voice in voices()
    ]
    assert listed
