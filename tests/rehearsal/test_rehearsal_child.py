"""A real deck in the real rehearsal child, and then in a real render."""

from __future__ import annotations

import subprocess
import sys
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rehearsal_window import CHECKOUT, SMALL, Window, python

from slidecast_gui.deck import DeckError, read_deck
from slidecast_gui.edits import Edits, SlideEdit
from slidecast_gui.events import Finished
from slidecast_gui.rehearsal.messages import (
    CopyWritten,
    Drawn,
    Edited,
    Heard,
    Listen,
    LookAt,
    Opened,
    Resettled,
    Timed,
    Trouble,
    WriteCopy,
)
from slidecast_gui.render import make_video
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system.talking import child_command
from slidecast_gui.video import probe

TALK = [("One", "First words."), ("Two", ""), ("Three", "The third slide has more words."), ("Four", "Hidden.")]
SLIDE_IDS = ("256", "257", "258", "259")


@pytest.fixture
def talk(make_deck: Callable[..., Path]) -> Path:
    return make_deck(TALK, hidden=[4])


def render(window: Window, deck: Path, edits: Edits) -> Finished:
    """A render of the same deck with the same store of pieces."""
    folder = window.folder
    (folder / "out").mkdir()
    spec = RenderSpec(
        "id",
        1,
        str(deck),
        str(folder / "out" / "talk.mp4"),
        str(folder / "thumbnail.png"),
        str(window.pieces),
        str(folder / "render"),
        SMALL,
        edits=edits,
    )
    return make_video(spec, lambda _event: None, lambda: False)


def test_a_deck_is_opened_drawn_and_timed_slide_by_slide(window: Window, talk: Path) -> None:
    window.open(talk)
    opened = window.hear(Opened)
    assert (opened.title, opened.ratio, opened.sha256) == ("One", 4 / 3, read_deck(talk, window.folder).sha256)
    assert [(slide.slide_id, slide.title, slide.notes) for slide in opened.slides] == [
        (slide_id, *slide) for slide_id, slide in zip(SLIDE_IDS, TALK, strict=True)
    ]
    assert [slide.hidden for slide in opened.slides] == [False, False, False, True]
    window.hear_all(Drawn, Timed)
    drawn = window.told(Drawn)
    assert [slide.number for slide in drawn] == [1, 2, 3, 4]
    for slide in drawn:
        with Image.open(slide.path) as picture:
            assert (picture.format, picture.size) == ("PNG", (960, 720))
    heard = {timed.number: (timed.heard, timed.seconds) for timed in window.told(Timed)}
    assert [heard[number][0] for number in (1, 2, 3, 4)] == [True, False, True, False]
    assert (heard[2][1], heard[4][1]) == (0.5, 0.0)


def test_pictures_are_shown_no_wider_than_a_window_needs(window: Window, talk: Path) -> None:
    window.open(talk, settings=replace(SMALL, size="4k"))
    with Image.open(window.hear(Drawn).path) as picture:
        assert picture.size == (1920, 1440)


def test_lengths_are_the_videos_and_a_render_afterwards_draws_and_speaks_nothing_again(
    window: Window, talk: Path
) -> None:
    edits = {SLIDE_IDS[1]: SlideEdit("Now it speaks."), SLIDE_IDS[2]: SlideEdit(seconds=7.3)}
    window.open(talk, edits)
    window.hear_all(Drawn, Timed)
    window.leave()
    finished = render(window, talk, edits)
    chapters = probe(Path(finished.video)).chapters
    timed = sorted((timed.number, timed.seconds) for timed in window.told(Timed))
    assert [seconds for _, seconds in timed if seconds] == pytest.approx(
        [chapter.end_s - chapter.start_s for chapter in chapters], abs=0.001
    )
    assert (finished.pieces_made, finished.pieces_reused) == (3 + 3, 3 + 3)  # stills and sound; pictures and clips


def test_an_edited_slide_alone_is_spoken_again_and_nothing_is_drawn(window: Window, talk: Path) -> None:
    window.open(talk)
    window.hear_all(Drawn, Timed)
    before, told = window.stored(), len(window.said)
    window.ask(Edited(1, SlideEdit("Quite a few more words than there were before.")))
    seconds = window.hear(Timed, 1).seconds
    window.ask(Listen(3))
    window.hear(Heard, 3)
    assert [type(reply) for reply in window.said[told:]] == [Timed, Heard]
    assert seconds > next(timed.seconds for timed in window.told(Timed) if timed.number == 1)
    assert len(window.stored() - before) == 1  # its clip


def test_a_slide_can_be_left_out_shown_longer_and_taken_back(window: Window, talk: Path) -> None:
    window.open(talk)
    window.hear_all(Timed)
    for edit, seconds in ((SlideEdit(skipped=True), 0), (SlideEdit(seconds=12), 12), (SlideEdit(), 0.5)):
        window.ask(Edited(2, edit))
        assert window.hear(Timed, 2).seconds == seconds


def test_other_settings_are_heard_everywhere_and_drawn_only_if_they_are_seen(window: Window, talk: Path) -> None:
    window.open(talk)
    window.hear_all(Drawn, Timed)
    window.said = window.told(Opened)
    window.ask(Resettled(replace(SMALL, voice="none")))
    window.hear_all(Timed)
    assert {timed.seconds for timed in window.told(Timed)} == {0.5, 0.0}
    assert window.told(Drawn) == []
    window.ask(Resettled(replace(SMALL, size="1080p")))
    window.hear_all(Drawn)
    with Image.open(window.told(Drawn)[0].path) as picture:
        assert picture.size == (1440, 1080)


def test_slides_that_are_looked_at_are_drawn_before_others_in_their_order(
    window: Window, make_deck: Callable[..., Path]
) -> None:
    window.open(make_deck([(f"Slide {number}", "") for number in range(1, 9)]))
    window.ask(LookAt((7, 5, 6, 99)))
    window.hear_all(Drawn)
    order = [drawn.number for drawn in window.told(Drawn)]
    others = [number for number in order if number not in (5, 6, 7)]
    assert others == [1, 2, 3, 4, 8]
    begun = order.index(7)
    assert begun <= 1  # the first may have been begun
    assert order[begun : begun + 3] == [7, 5, 6]


@pytest.mark.parametrize(("number", "rate"), [(1, 22_050), (2, 48_000), (3, 48_000)])
def test_listening_gives_a_sound_of_exactly_the_slides_length(
    window: Window, talk: Path, make_sound: Callable[..., Path], number: int, rate: int
) -> None:
    window.open(talk, {SLIDE_IDS[2]: SlideEdit(sound=str(make_sound("mine.wav", 1.0)))})
    window.ask(Listen(number))
    heard = window.hear(Heard, number)
    window.hear_all(Timed)
    assert heard.seconds == next(timed.seconds for timed in window.told(Timed) if timed.number == number)
    with wave.open(heard.path) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (rate, 1, 2)
        assert sound.getnframes() == round(heard.seconds * rate)
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
    assert not samples[: round(0.299 * rate)].any()
    assert not samples[-round(0.699 * rate) :].any() or number == 2
    assert bool(samples.any()) is (number != 2)


def test_a_sound_that_cannot_be_read_is_trouble_with_its_slide_until_it_is_taken_back(
    window: Window, talk: Path
) -> None:
    window.open(talk, {SLIDE_IDS[0]: SlideEdit(sound=str(window.folder / "gone.wav"))})
    assert "The sound of slide 1 is no longer there" in window.hear(Trouble, 1).sentence
    window.ask(Listen(1))
    window.hear(Trouble, 1)
    window.ask(Edited(1, SlideEdit()))
    assert window.hear(Timed, 1).heard


def test_a_slide_that_is_not_there_is_trouble(window: Window, talk: Path) -> None:
    window.open(talk)
    window.ask(Listen(5))
    assert window.hear(Trouble).number == 5


@pytest.mark.parametrize(
    "name", ["gone.pptx", "001-zero-bytes.pptx", "015-bomb-1GiB-slide-xml.pptx", "018-xxe-file.pptx"]
)
def test_a_deck_that_cannot_be_read_is_told_as_a_render_tells_it(window: Window, corpus: Path, name: str) -> None:
    deck = corpus / "bad" / name
    with pytest.raises(DeckError) as refused:
        read_deck(deck, window.folder)
    window.open(deck)
    assert window.hear(Trouble).sentence == refused.value.sentence
    assert window.process.wait(timeout=20) == 0
    assert not window.scratch.exists()


def test_closing_the_window_ends_it_in_the_middle_of_drawing(window: Window, make_deck: Callable[..., Path]) -> None:
    window.open(make_deck([(f"Slide {number}", "Words.") for number in range(60)]))
    window.hear(Drawn)
    assert window.leave() == 0
    assert len(window.told(Drawn)) < 60
    assert not window.scratch.exists()


def test_one_that_hangs_is_cut_off_and_leaves_nothing_either(start: Callable[..., Window], talk: Path) -> None:
    code = """
import sys, threading
from slidecast_gui.rehearsal import child_main
child_main.ORPHAN_GRACE_S = 0.2
def rehearse(opening, requests, say, stopped):
    say(child_main.Opened("", "", 1.0, ()))
    threading.Event().wait()
child_main.rehearse = rehearse
from slidecast_gui.rehearsal.messages import Opened
child_main.Opened = Opened
sys.exit(child_main.main())
"""
    window = start(*python(code))
    window.open(talk)
    window.hear(Opened)
    assert window.leave() == 3
    assert not window.scratch.exists()


def test_the_scripts_are_written_into_a_copy_and_the_deck_stays_as_it_is(window: Window, talk: Path) -> None:
    before = talk.read_bytes()
    window.open(talk, {SLIDE_IDS[0]: SlideEdit("Said otherwise.\nTwice.")})
    window.ask(Edited(2, SlideEdit("Notes that were missing.")))
    copies = [window.folder / name for name in ("copy.pptx", "again.pptx")]
    for copy in copies:
        window.ask(WriteCopy(str(copy)))
        assert window.hear(CopyWritten).path == str(copy)
    notes = [slide.notes for slide in read_deck(copies[0], window.folder).slides]
    assert notes == ["Said otherwise.\nTwice.", "Notes that were missing.", TALK[2][1], TALK[3][1]]
    assert copies[0].read_bytes() == copies[1].read_bytes()
    assert talk.read_bytes() == before
    assert not list(window.folder.glob(".*"))


def test_a_copy_is_never_written_over_the_deck_or_under_another_ending(window: Window, talk: Path) -> None:
    before = talk.read_bytes()
    window.open(talk, {SLIDE_IDS[0]: SlideEdit("Otherwise.")})
    window.ask(WriteCopy(str(talk)))
    assert window.hear(Trouble).sentence == "“talk.pptx” is the deck itself; give the copy another name."
    window.ask(WriteCopy(str(talk.with_suffix(".pdf"))))
    assert "“.pptx”" in window.hear(Trouble).sentence
    window.ask(WriteCopy(str(window.folder / "nowhere" / "copy.pptx")))
    assert window.hear(Trouble).number is None
    assert talk.read_bytes() == before


def test_lines_that_are_no_requests_change_nothing(window: Window, talk: Path) -> None:
    window.open(talk)
    window.process.stdin.write('nonsense\n{"name": "edited", "number": 1, "edit": {"seconds": -1}}\n')
    window.ask(Listen(1))
    assert window.hear(Heard).number == 1


def test_started_by_hand_it_says_that_it_is_not_for_people() -> None:
    process = subprocess.run(
        child_command("rehearsal-child"), input="hello\n", capture_output=True, text=True, check=False, cwd=CHECKOUT
    )
    assert process.returncode == 2
    assert "started by Slidecast itself" in process.stderr
    assert "Traceback" not in process.stderr


def test_a_rehearsal_needs_no_qt() -> None:
    code = "import sys, slidecast_gui.rehearsal.child_main; print('PySide6' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert process.stdout.strip() == "False"
