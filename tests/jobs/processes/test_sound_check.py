"""A sound is read by a real process before it is taken."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.jobs.processes import sound_check
from slidecast_gui.jobs.processes.sound_check import sound_trouble


def test_a_sound_that_can_be_heard_is_no_trouble(make_sound: Callable[..., Path]) -> None:
    assert sound_trouble(make_sound("mine.wav", 0.5), "“mine.wav”", threading.Event()) is None


def test_trouble_is_told_in_words_about_the_file_the_presenter_knows(tmp_path: Path) -> None:
    kept = tmp_path / "fbfb533f.mp3"
    kept.write_text("no song", encoding="utf-8")
    told = sound_trouble(kept, "“song.mp3”", threading.Event())
    assert told == "“song.mp3” could not be read; choose a WAV, MP3, M4A or FLAC file."


@pytest.mark.parametrize("code", ["import os; os.abort()", "import time; time.sleep(600)"])
def test_a_file_that_takes_its_reader_down_or_holds_it_up_is_trouble_too(
    make_sound: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(sound_check, "child_command", lambda _name: [sys.executable, "-c", code])
    monkeypatch.setattr(sound_check, "_LONGEST_S", 0.5)
    assert sound_trouble(make_sound("mine.wav", 0.5), "“mine.wav”", threading.Event()) == ""


def test_the_window_needs_no_decoder_to_check_sounds() -> None:
    code = "import sys, slidecast_gui.ui.storyboard; print('av' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert process.stdout.strip() == "False"
