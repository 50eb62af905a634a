import json
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from pptx import Presentation

from slidecast_gui.clip import Clip
from slidecast_gui.narration import (
    NarrationError,
    Speech,
    Voice,
    choose_voice,
    clean_script,
    clip_key,
    is_speakable,
    speak,
    voices,
)
from slidecast_gui.narration import espeak as espeak_module

SCRIPT = "Welcome to the talk. It is about ships!\nWhat is a ship?"
MAKE_DIGEST = """
import hashlib, json, sys
from slidecast_gui.narration import Speech, choose_voice, speak
script = json.load(sys.stdin)
clip = speak(script, choose_voice(Speech("en-us"), script, ""), Speech())
print(hashlib.sha256(clip.samples.tobytes()).hexdigest())
"""


def _voice(name: str = "en-us") -> Voice:
    voice = choose_voice(Speech(name), "", "")
    assert voice is not None
    return voice


def _clip(script: str = SCRIPT, **how: int) -> Clip:
    return speak(script, _voice(), Speech(**how))  # type: ignore[arg-type]


def _level(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


def test_each_sentence_is_heard_in_its_time_and_silence_lies_between() -> None:
    clip = _clip()
    assert [sentence.text for sentence in clip.sentences] == [
        "Welcome to the talk.",
        "It is about ships!",
        "What is a ship?",
    ]
    heard = np.zeros(len(clip.samples), bool)
    for sentence in clip.sentences:
        first, last = round(sentence.start_s * clip.rate), round(sentence.end_s * clip.rate)
        assert _level(clip.samples[first:last]) > 1000
        heard[first:last] = True
    assert not clip.samples[~heard].any()


def test_pauses_are_longer_between_paragraphs_and_the_clip_has_no_silent_ends() -> None:
    clip = _clip()
    one, two, three = clip.sentences
    assert one.start_s == 0
    assert two.start_s - one.end_s == pytest.approx(0.25, abs=1e-4)
    assert three.start_s - two.end_s == pytest.approx(0.5, abs=1e-4)
    assert three.end_s == clip.duration_s


def test_a_sentence_sounds_the_same_whatever_was_spoken_before() -> None:
    first = _clip()
    speak("Etwas ganz anderes, mit vielen Wörtern!", _voice("de"), Speech(rate=220))
    assert np.array_equal(_clip().samples, first.samples)


def test_another_process_makes_the_same_samples() -> None:
    def digest() -> str:
        ran = subprocess.run(
            [sys.executable, "-c", MAKE_DIGEST], input=json.dumps(SCRIPT), capture_output=True, text=True, check=True
        )
        return ran.stdout

    assert digest() == digest() != ""


def test_threads_do_not_hear_each_other() -> None:
    alone = {name: speak(SCRIPT, _voice(name), Speech()).samples for name in ("en-us", "de", "fr")}
    together: dict[str, np.ndarray] = {}

    def say(name: str) -> None:
        together[name] = speak(SCRIPT, _voice(name), Speech()).samples

    threads = [threading.Thread(target=say, args=(name,)) for name in alone]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(alone[name], together[name]) for name in alone)


def test_rate_changes_length_and_pitch_changes_sound() -> None:
    assert _clip(rate=120).duration_s > 1.2 * _clip(rate=180).duration_s
    assert not np.array_equal(_clip(pitch=20).samples, _clip(pitch=80).samples)


@pytest.mark.parametrize(
    ("name", "script"), [("en-gb", SCRIPT), ("de", SCRIPT), ("cmn", "你好，这是一个测试。"), ("he", "שלום לכולם.")]
)
def test_every_clip_is_equally_loud_and_none_clips(name: str, script: str) -> None:
    samples = speak(script, _voice(name), Speech()).samples
    assert 20 * np.log10(_level(samples[samples != 0]) / 32767) == pytest.approx(-21, abs=2)
    assert np.abs(samples.astype(int)).max() <= 0.91 * 32767


def test_text_that_looks_like_markup_is_read_out() -> None:
    said = _clip('<speak><break time="99999s"/></speak> Here.')
    assert 1 < said.duration_s < 10
    assert _clip("[[h@l@U]] there.").duration_s > _clip("there.").duration_s + 0.5


def test_a_script_of_marks_is_an_empty_clip() -> None:
    clip = _clip("")
    assert (len(clip.samples), clip.sentences) == (0, ())


def test_notes_of_a_whole_book_are_refused() -> None:
    with pytest.raises(NarrationError, match="characters") as refused:
        _clip("a " * 60_000)
    assert refused.value.kind == "script-too-long"


def test_speech_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak_module, "LONGEST_S", 2)
    with pytest.raises(NarrationError) as refused:
        _clip("one two three four five six seven eight nine ten eleven twelve thirteen")
    assert refused.value.kind == "script-too-long"


def test_a_voice_of_another_computer_is_refused() -> None:
    for voice in (Voice("piper:amy", "piper", "Amy", "en"), Voice("espeak:xx", "espeak", "Amy", "xx")):
        with pytest.raises(NarrationError, match="“Amy”") as refused:
            speak(SCRIPT, voice, Speech())
        assert refused.value.kind == "no-voice"


def test_every_voice_speaks() -> None:
    silent = [voice.voice_id for voice in voices() if not speak("1 2 3, ama, Ꭰ", voice, Speech()).samples.any()]
    assert silent == []


def test_the_key_changes_with_what_is_heard_only() -> None:
    key = clip_key(SCRIPT, _voice(), Speech())
    assert clip_key(SCRIPT.replace("\n", "\v\u200b"), _voice(), Speech("auto")) == key
    others = {
        clip_key(SCRIPT + "!", _voice(), Speech()),
        clip_key(SCRIPT, _voice("de"), Speech()),
        clip_key(SCRIPT, _voice(), Speech(rate=100)),
        clip_key(SCRIPT, _voice(), Speech(pitch=10)),
    }
    assert len(others - {key}) == 4
    assert "1.5" in " ".join(key)


@pytest.mark.parametrize(
    ("deck", "language"),
    [
        ("dev/09-cjk-japanese-bilingual-notes-75.pptx", "ja"),
        ("dev/11-cjk-korean-30-notes.pptx", "ko"),
        ("dev/12-rtl-hebrew-notes-transitions.pptx", "he"),
        ("dev/02-talk-rehearsed-timings-notes-anim-16x9.pptx", "en-US"),
        ("bad/024-control-chars-notes.pptx", "en-US"),
    ],
)
def test_notes_of_real_decks_are_spoken_word_for_word(corpus: Path, deck: str, language: str) -> None:
    slides = Presentation(str(corpus / deck)).slides
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide]
    scripts = [script for script in notes if is_speakable(script)][:5]
    assert scripts
    for script in scripts:
        voice = choose_voice(Speech(), script, "")
        assert voice is not None
        assert voice.language == language
        clip = speak(script, voice, Speech())
        spoken = "".join(sentence.text for sentence in clip.sentences)
        assert "".join(spoken.split()) == "".join(clean_script(script).split())
        assert clip.duration_s < 1 + len(script) / 2
