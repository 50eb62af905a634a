"""The commands as a shell runs them: words in, exit status, stdout and stderr out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("--preset", "720p", "--fps", "24", "--renderer", "builtin", "--seconds-per-slide", "0.5")


@pytest.fixture
def slidecast(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `slidecast-gui` with some words, with data of its own, on a machine without a display."""

    def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "slidecast_gui", *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env=bare_environment() | {"SLIDECAST_DATA_DIR": str(tmp_path / "data")} | environment,
        )

    return run


def bare_environment() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden} | {"PYTHONPATH": str(ROOT)}


def events(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


Slidecast = Callable[..., subprocess.CompletedProcess[str]]
MakeDeck = Callable[..., Path]


def test_render_puts_the_video_beside_its_deck(slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path) -> None:
    done = slidecast("render", make_deck(), *QUICK)
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "talk.mp4") in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"talk.pptx", "talk.mp4", "talk.srt", "talk.vtt", "data"}


def test_preset_decides_what_the_command_line_does_not(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    deck = make_deck([("One", "")])
    made = json.dumps({"kind": "slidecast-preset", "name": "Tiny talks", "settings": {"size": "1080p", "fps": 25}})
    (tmp_path / "tiny.json").write_text(made)
    assert slidecast("presets", "import", tmp_path / "tiny.json").stdout == "Tiny talks\n"
    own = [one for one in json.loads(slidecast("presets", "--json").stdout) if one["own"]]
    assert own == [{"name": "Tiny talks", "own": True, "settings": {"size": "1080p", "fps": 25}}]
    words = ("--preset", "tiny talks", "--size", "720p", "--renderer", "builtin", "--seconds-per-slide", "0.5")
    done = slidecast("render", deck, *words)
    assert done.returncode == 0, done.stderr
    (job,) = json.loads(slidecast("jobs", "--json").stdout)
    assert (job["settings"]["size"], job["settings"]["fps"]) == ("720p", 25)


def test_unknown_preset_is_wrong_usage_in_a_sentence(slidecast: Slidecast, make_deck: MakeDeck) -> None:
    done = slidecast("render", make_deck(), "--preset", "gigantic")
    assert done.returncode == 2
    assert "There is no preset “gigantic”; choose one of 1080p, 720p" in done.stderr


def test_render_tells_programs_all_they_need_in_its_last_line(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    done = slidecast("render", make_deck(), "-o", tmp_path / "out.mp4", "--json", *QUICK)
    last = events(done)[-1]
    assert last["event"] == "finished"
    assert (last["status"], last["video"], last["slides"]) == ("done", str(tmp_path / "out.mp4"), 2)
    assert last["captions"] == [str(tmp_path / "out.srt"), str(tmp_path / "out.vtt")]
    assert Path(last["thumbnail"]).is_file()
    assert last["duration_s"] > 1
    assert isinstance(last["warnings"], list)


def test_rendering_again_replaces_the_earlier_result(slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path) -> None:
    deck = make_deck()
    slidecast("render", deck, *QUICK)
    slidecast("render", deck, *QUICK)
    assert sorted(path.name for path in tmp_path.glob("*.mp4")) == ["talk.mp4"]


def test_a_file_that_is_not_ours_is_not_overwritten(slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path) -> None:
    (tmp_path / "talk.mp4").write_bytes(b"my holidays")
    done = slidecast("render", make_deck(), "--json", *QUICK)
    assert events(done)[-1]["video"] == str(tmp_path / "talk (2).mp4")
    assert (tmp_path / "talk.mp4").read_bytes() == b"my holidays"


def test_a_failure_is_one_sentence_and_status_1(slidecast: Slidecast, tmp_path: Path) -> None:
    done = slidecast("render", tmp_path / "nowhere.pptx")
    assert done.returncode == 1
    assert "nowhere.pptx" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_one_bad_deck_does_not_keep_the_others_from_being_rendered(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.pptx"
    bad.write_text("hello")
    done = slidecast("render", bad, make_deck(), "-o", f"{tmp_path}/videos/", "--json", *QUICK)
    assert done.returncode == 1
    assert [event["status"] for event in events(done) if event["event"] == "finished"] == ["failed", "done"]
    assert (tmp_path / "videos" / "talk.mp4").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("render",),
        ("render", "a.pptx", "--fps", "29"),
        ("render", "a.pptx", "--seconds-per-slide", "0"),
        ("render", "a.pptx", "b.pptx", "-o", "c.mp4"),
        ("slides", "a.pptx"),
        ("jobs", "clean"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_has_status_2(slidecast: Slidecast, words: tuple[str, ...]) -> None:
    done = slidecast(*words)
    assert done.returncode == 2
    assert "slidecast-gui" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_voice_is_refused_with_a_suggestion(slidecast: Slidecast, make_deck: MakeDeck) -> None:
    done = slidecast("render", make_deck(), "--voice", "Enlish", *QUICK)
    assert done.returncode == 1
    assert "English" in done.stderr


def test_names_in_any_script_go_through_a_pipe(slidecast: Slidecast, make_deck: MakeDeck) -> None:
    deck = make_deck(name="日本 – Füße.pptx")
    done = slidecast("render", deck, "--json", *QUICK, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert events(done)[-1]["deck"] == str(deck)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head")
def test_a_reader_that_leaves_does_not_stop_the_render(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    words = [sys.executable, "-m", "slidecast_gui", "render", str(make_deck()), "--json", *QUICK]
    words += ["--data-dir", str(tmp_path / "data")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=bare_environment()) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 0
    assert (tmp_path / "talk.mp4").is_file()


def test_a_display_that_does_not_answer_is_none(slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path) -> None:
    assert slidecast(make_deck(), DISPLAY=":77").returncode == 0
    assert (tmp_path / "talk.mp4").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_an_interrupt_cancels_the_job_with_status_130(
    make_deck: MakeDeck, tmp_path: Path, slidecast: Slidecast
) -> None:
    deck = make_deck([(f"Slide {number}", "Words. " * 200) for number in range(40)])
    words = [sys.executable, "-m", "slidecast_gui", "render", str(deck), "--json", "--data-dir", str(tmp_path / "data")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=bare_environment()) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        last = json.loads(process.stdout.read().splitlines()[-1])
    assert process.returncode == 130
    assert last["status"] == "cancelled"
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["talk.pptx"]
    job = json.loads(slidecast("jobs", "--json").stdout)[0]
    assert (job["status"], job["error"]) == ("cancelled", "Interrupted in the terminal.")
    assert "Interrupted in the terminal." in slidecast("jobs", "show", job["job_id"]).stdout


def test_jobs_lists_rows_with_the_column_names(slidecast: Slidecast, make_deck: MakeDeck) -> None:
    slidecast("render", make_deck(name="first.pptx"), *QUICK)
    slidecast("render", make_deck([("Zebra", "")], name="second.pptx"), *QUICK)
    rows = json.loads(slidecast("jobs", "--json").stdout)
    assert [row["deck_title"] for row in rows] == ["Zebra", "One"]
    assert {"job_id", "status", "stage", "progress", "deck_path", "settings", "video_path", "created_at"} < set(rows[0])
    assert [row["deck_title"] for row in json.loads(slidecast("jobs", "--json", "--search", "zebra").stdout)] == [
        "Zebra"
    ]
    assert json.loads(slidecast("jobs", "--json", "--status", "failed").stdout) == []


def test_a_job_is_shown_retried_and_removed_by_the_beginning_of_its_id(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    slidecast("render", make_deck(), *QUICK)
    job = json.loads(slidecast("jobs", "--json").stdout)[0]["job_id"]
    assert str(tmp_path / "talk.mp4") in slidecast("jobs", "show", job[:8]).stdout
    assert slidecast("jobs", "retry", job[:8], "--json").returncode == 0
    rows = json.loads(slidecast("jobs", "--json").stdout)
    assert [row["retry_of"] for row in rows] == [job, None]
    assert slidecast("jobs", "remove", job[:8]).returncode == 0
    assert len(json.loads(slidecast("jobs", "--json").stdout)) == 1
    assert (tmp_path / "talk.mp4").is_file()


def test_the_data_folder_may_stand_before_or_after_the_command(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    slidecast("--data-dir", other, "render", make_deck(), *QUICK)
    assert len(json.loads(slidecast("jobs", "--json", "--data-dir", other).stdout)) == 1
    assert json.loads(slidecast("jobs", "--json").stdout) == []


def test_an_unknown_job_is_a_sentence(slidecast: Slidecast) -> None:
    done = slidecast("jobs", "show", "nonsense")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_slides_are_numbered_by_their_place_in_the_deck(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    deck = make_deck([("One", ""), ("Two", ""), ("Three", "")], hidden=[2])
    slidecast("slides", deck, "-o", tmp_path / "shown", "--width", "320")
    slidecast("slides", deck, "-o", tmp_path / "all", "--width", "320", "--hidden")
    assert sorted(path.name for path in (tmp_path / "shown").iterdir()) == ["slide-001.png", "slide-003.png"]
    assert len(list((tmp_path / "all").iterdir())) == 3
    with Image.open(tmp_path / "all" / "slide-002.png") as picture:
        assert picture.size == (320, 240)


def test_voices_and_doctor_speak_json(slidecast: Slidecast) -> None:
    voices = json.loads(slidecast("voices", "--json").stdout)
    assert any(voice["language"].startswith("en") for voice in voices)
    found = json.loads(slidecast("doctor", "--json").stdout)
    assert {"versions", "codecs", "libreoffice", "voices", "fonts", "data"} <= set(found)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_a_display_the_decks_are_rendered_in_the_terminal(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    done = slidecast(make_deck())
    assert done.returncode == 0
    assert "terminal" in done.stderr.splitlines()[0]
    assert (tmp_path / "talk.mp4").is_file()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_qt_the_terminal_works_and_the_window_is_explained(
    slidecast: Slidecast, make_deck: MakeDeck, tmp_path: Path
) -> None:
    without_qt = tmp_path / "without-qt" / "PySide6"
    without_qt.mkdir(parents=True)
    (without_qt / "__init__.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')")
    path = f"{without_qt.parent}{os.pathsep}{ROOT}"
    assert slidecast("render", make_deck(), *QUICK, PYTHONPATH=path).returncode == 0
    done = slidecast(QT_QPA_PLATFORM="offscreen", PYTHONPATH=path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
