"""The whole way from a deck to its video, in this process."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from slidecast_gui.deck import DeckError, DeckErrorKind
from slidecast_gui.edits import NOTHING_EDITED, Edits, SlideEdit
from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.events import DeckRead, Event, Finished, Outcome, Progress, Stage, ThumbnailMade, Warned
from slidecast_gui.jobs.deck_hash import deck_sha256
from slidecast_gui.narration import NarrationError
from slidecast_gui.render import make_video
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec
from slidecast_gui.video import probe
from slidecast_gui.workshop.pieces import PieceStore

SMALL = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5)


class Studio:
    """Renders specs and remembers what was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.events: list[Event] = []
        self.stop = threading.Event()

    def spec(self, deck: Path, settings: RenderSettings = SMALL) -> RenderSpec:
        return RenderSpec(
            job_id="job1",
            attempt=1,
            deck=str(deck),
            video=str(self.folder / "out" / f"{deck.stem}.mp4"),
            thumbnail=str(self.folder / "data" / "job1.png"),
            pieces=str(self.folder / "pieces"),
            scratch=str(self.folder / "scratch"),
            settings=settings,
        )

    def render(self, deck: Path, settings: RenderSettings = SMALL, edits: Edits = NOTHING_EDITED) -> Finished:
        (self.folder / "out").mkdir(exist_ok=True)
        spec = replace(self.spec(deck, settings), edits=edits)
        return make_video(spec, self.events.append, self.stop.is_set)

    def left_behind(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "out").iterdir())


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def test_a_deck_becomes_a_video_with_captions_chapters_and_a_thumbnail(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    finished = studio.render(make_deck([("One", "First words. And more."), ("Two", ""), ("Three", "Last.")]))

    facts = probe(Path(finished.video))
    assert finished.status is Outcome.DONE
    assert finished.slides == 3
    assert facts.frames == round(finished.duration_s * 24)
    assert [chapter.title for chapter in facts.chapters] == ["One", "Two", "Three"]
    assert [caption.text for caption in facts.captions] == ["First words.", "And more.", "Last."]
    assert studio.left_behind() == ["talk.mp4", "talk.srt", "talk.vtt"]
    with Image.open(finished.thumbnail) as thumbnail:
        assert thumbnail.width == 480
    assert set(finished.created_files) == {finished.video, *finished.captions, finished.thumbnail}


@pytest.mark.parametrize("voice", ["auto", "none"])
def test_notes_of_millions_of_characters_are_refused_before_anything_is_made_of_them(
    make_deck: Callable[..., Path], studio: Studio, voice: str
) -> None:
    deck = make_deck([("One", "Short."), ("Two", "words and words " * 200_000)])
    with pytest.raises(NarrationError) as caught:
        studio.render(deck, replace(SMALL, voice=voice))
    assert caught.value.kind == "script-too-long"
    assert "slide 2 have 3,199,999 characters" in str(caught.value)
    assert not any(isinstance(event, DeckRead) for event in studio.events)
    assert studio.left_behind() == []


def test_what_is_told_begins_with_the_deck_and_never_goes_back(make_deck: Callable[..., Path], studio: Studio) -> None:
    studio.render(make_deck())
    read = next(event for event in studio.events if isinstance(event, DeckRead))
    fractions = [event.fraction for event in studio.events if isinstance(event, Progress)]
    stages = [event.stage for event in studio.events if isinstance(event, Progress)]
    assert (read.title, read.slides) == ("One", 2)
    assert fractions == sorted(fractions)
    assert stages == sorted(stages, key=list(Stage).index)
    assert any(isinstance(event, ThumbnailMade) for event in studio.events)


def test_hidden_slides_are_left_out(make_deck: Callable[..., Path], studio: Studio) -> None:
    finished = studio.render(make_deck([("Hidden", "Secret."), ("Shown", "Said.")], hidden=[1]))
    assert finished.slides == 1
    assert [caption.text for caption in probe(Path(finished.video)).captions] == ["Said."]


def test_a_second_render_makes_nothing_again(make_deck: Callable[..., Path], studio: Studio) -> None:
    deck = make_deck()
    first = studio.render(deck)
    before = Path(first.video).read_bytes()
    again = studio.render(deck)
    assert (first.pieces_reused, again.pieces_made) == (0, 0)
    assert Path(again.video).read_bytes() == before


def test_a_deck_with_one_changed_slide_makes_that_slide_again(make_deck: Callable[..., Path], studio: Studio) -> None:
    slides = [("One", "First."), ("Two", "Second."), ("Three", "Third.")]
    studio.render(make_deck(slides))
    slides[1] = ("Two", "Other words.")
    assert studio.render(make_deck(slides)).pieces_made == 2  # a clip, and its sound
    slides[1] = ("Other title", "Other words.")
    assert studio.render(make_deck(slides)).pieces_made == 2  # a picture, and its still


def test_the_fade_between_slides_takes_no_time_and_is_kept(make_deck: Callable[..., Path], studio: Studio) -> None:
    deck = make_deck([("One", ""), ("Two", ""), ("Three", "")])
    cut = studio.render(deck)
    fade = replace(SMALL, transition="fade")
    faded = studio.render(deck, fade)
    assert faded.duration_s == cut.duration_s
    assert faded.pieces_made == 2
    assert studio.render(deck, fade).pieces_made == 0


def test_no_voice_means_silence_and_no_captions(make_deck: Callable[..., Path], studio: Studio) -> None:
    finished = studio.render(make_deck(), replace(SMALL, voice="none"))
    assert finished.captions == ()
    assert finished.duration_s == 2 * 0.5
    assert studio.left_behind() == ["talk.mp4"]


def test_what_fails_while_others_work_is_what_is_told(make_deck: Callable[..., Path], studio: Studio) -> None:
    deck = make_deck([(f"Slide {number}", "Words.") for number in range(20)])
    with pytest.raises(NarrationError):
        studio.render(deck, replace(SMALL, voice="nobody"))
    drawn = [event for event in studio.events if isinstance(event, Progress) and event.slide]
    assert len(drawn) < 20


def test_slide_pictures_are_kept_on_request(make_deck: Callable[..., Path], studio: Studio) -> None:
    finished = studio.render(make_deck(), replace(SMALL, slide_images=True))
    pictures = sorted(Path(finished.slide_images).iterdir())
    assert [path.name for path in pictures] == ["slide-001.png", "slide-002.png"]
    assert set(map(str, pictures)) < set(finished.created_files)


def test_pictures_that_a_presenter_has_put_beside_ours_stay(make_deck: Callable[..., Path], studio: Studio) -> None:
    pictures = replace(SMALL, slide_images=True)
    folder = Path(studio.render(make_deck([("One", ""), ("Two", "")]), pictures).slide_images)
    (folder / "slide-002 with arrows.png").write_bytes(b"an afternoon's work")
    studio.render(make_deck([("One", "")]), pictures)
    assert sorted(path.name for path in folder.iterdir()) == ["slide-001.png", "slide-002 with arrows.png"]


def test_what_is_no_deck_leaves_nothing_behind(tmp_path: Path, studio: Studio) -> None:
    wrong = tmp_path / "talk.pptx"
    wrong.write_bytes(b"")
    with pytest.raises(DeckError) as refused:
        studio.render(wrong)
    assert refused.value.kind == DeckErrorKind.EMPTY_FILE
    assert studio.left_behind() == []
    assert not (tmp_path / "scratch").exists()


@pytest.mark.parametrize("stage", [Stage.READING, Stage.SLIDES, Stage.VIDEO])
def test_a_cancelled_render_leaves_no_file_and_goes_on_from_its_pieces(
    make_deck: Callable[..., Path], studio: Studio, stage: Stage
) -> None:
    deck = make_deck([(f"Slide {number}", f"Words of slide {number}.") for number in range(6)])

    class Told(list[Event]):
        def append(self, event: Event) -> None:
            if isinstance(event, Progress) and event.stage is stage:
                studio.stop.set()

    studio.events = Told()
    with pytest.raises(Cancelled):
        studio.render(deck)
    assert studio.left_behind() == []
    assert not Path(studio.spec(deck).scratch).exists()

    studio.stop.clear()
    studio.events = []
    assert studio.render(deck).status is Outcome.DONE


def test_media_that_is_not_played_is_told_with_its_slide(corpus: Path, studio: Studio) -> None:
    studio.render(corpus / "dev" / "20-audio-and-video.pptx", replace(SMALL, voice="none"))
    told = [event for event in studio.events if isinstance(event, Warned) and event.kind == "media-not-played"]
    assert {event.slide for event in told} == {1, 2}


@pytest.mark.parametrize("deck", ["13-rtl-farsi-portrait-a4-tables.pptx", "42-ultrawide-4x8-tiny.pptx"])
def test_decks_of_any_shape_fit_the_frame(corpus: Path, studio: Studio, deck: str) -> None:
    finished = studio.render(corpus / "dev" / deck, replace(SMALL, voice="none", seconds_per_slide=0.1))
    facts = probe(Path(finished.video))
    assert (facts.width, facts.height) == (1280, 720)


def test_a_deck_that_is_not_the_one_that_was_added_is_not_rendered(
    studio: Studio, make_deck: Callable[..., Path]
) -> None:
    deck = make_deck()
    (studio.folder / "out").mkdir()
    added = replace(studio.spec(deck), deck_sha256="ab" * 32)
    with pytest.raises(SlidecastError) as caught:
        make_video(added, studio.events.append, studio.stop.is_set)
    assert caught.value.kind == "deck-changed"
    assert "retry" in caught.value.sentence
    assert studio.left_behind() == []
    same = replace(studio.spec(deck), deck_sha256=deck_sha256(deck))
    assert make_video(same, studio.events.append, studio.stop.is_set).status is Outcome.DONE


def test_captions_that_cannot_be_put_there_do_not_fail_the_video(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    (studio.folder / "out" / "talk.srt").mkdir(parents=True)
    finished = studio.render(make_deck())
    assert finished.status is Outcome.DONE
    assert [Path(path).name for path in finished.captions] == ["talk.vtt"]
    assert finished.video in finished.created_files


def test_captions_of_an_earlier_result_do_not_stay_beside_a_silent_video(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    deck = make_deck()
    studio.render(deck)
    studio.render(deck, replace(SMALL, voice="none"))
    assert studio.left_behind() == ["talk.mp4"]


def test_a_presenters_own_captions_beside_a_file_they_named_stay(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    out = studio.folder / "out"
    out.mkdir()
    (out / "talk.srt").write_text("mine")
    studio.render(make_deck(), replace(SMALL, voice="none", output=str(out / "talk.mp4")))
    assert (out / "talk.srt").read_text() == "mine"


def test_a_deck_with_a_long_name_in_any_script_is_rendered(make_deck: Callable[..., Path], studio: Studio) -> None:
    finished = studio.render(make_deck(name="長" * 75 + ".pptx"), replace(SMALL, voice="none"))
    assert Path(finished.video).is_file()


def test_a_thumbnail_that_cannot_be_kept_does_not_fail_the_video(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    (studio.folder / "data").write_bytes(b"a file where the folder should be")
    finished = studio.render(make_deck())
    assert (finished.status, finished.thumbnail) == (Outcome.DONE, "")
    assert not any(path.endswith(".png") for path in finished.created_files)
    assert not any(isinstance(event, ThumbnailMade) for event in studio.events)


def test_the_bytes_of_a_video_are_on_the_disk_before_it_has_its_name(
    make_deck: Callable[..., Path], studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[tuple[bool, int]] = []
    video, fsync = studio.folder / "out" / "talk.mp4", os.fsync

    def note(descriptor: int) -> None:
        flushed.append((video.exists(), os.fstat(descriptor).st_size))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    studio.render(make_deck())
    assert flushed == [(False, video.stat().st_size)]


def test_what_an_attempt_of_the_same_number_left_does_not_stop_the_next(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    """A list restored from its backup counts attempts from where they were."""
    deck = make_deck()
    left = studio.spec(deck).part
    left.mkdir(parents=True)
    (left / "notes.txt").touch()
    assert studio.render(deck).status is Outcome.DONE
    assert studio.left_behind() == ["talk.mp4", "talk.srt", "talk.vtt"]


def test_pieces_take_no_more_space_than_the_render_was_told(studio: Studio, make_deck: Callable[..., Path]) -> None:
    deck = make_deck()
    (studio.folder / "out").mkdir()
    make_video(replace(studio.spec(deck), pieces_limit=1), studio.events.append, studio.stop.is_set)
    assert [path for path in (studio.folder / "pieces").rglob("*") if path.is_file()] == []


THREE = [("One", "First."), ("Two", "Second."), ("Three", "Third.")]
SLIDE_IDS = ("256", "257", "258")
"""What python-pptx numbers the slides of a new deck with (ECMA-376 Part 1, 19.7.13: from 256)."""


def test_another_script_is_said_and_only_its_slide_is_spoken_again(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    deck = make_deck(THREE)
    studio.render(deck)
    finished = studio.render(deck, edits={SLIDE_IDS[1]: SlideEdit("Said otherwise.")})
    assert [caption.text for caption in probe(Path(finished.video)).captions] == ["First.", "Said otherwise.", "Third."]
    assert finished.pieces_made == 2  # a clip, and its sound


def test_a_slide_that_is_left_out_costs_nothing_and_a_hidden_one_can_be_shown(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    deck = make_deck(THREE, hidden=[3])
    edits = {SLIDE_IDS[0]: SlideEdit(skipped=True), SLIDE_IDS[2]: SlideEdit(skipped=False)}
    facts = probe(Path(studio.render(deck, edits=edits).video))
    assert [chapter.title for chapter in facts.chapters] == ["Two", "Three"]


def test_a_deck_with_every_slide_left_out_is_refused_in_words(make_deck: Callable[..., Path], studio: Studio) -> None:
    with pytest.raises(DeckError, match="no slide left") as refused:
        studio.render(make_deck(THREE), edits={slide: SlideEdit(skipped=True) for slide in SLIDE_IDS})
    assert refused.value.kind == DeckErrorKind.ALL_HIDDEN


def test_a_slide_is_shown_as_long_as_wanted_but_never_cut_short_while_something_is_said(
    make_deck: Callable[..., Path], studio: Studio
) -> None:
    deck = make_deck([("Silent", ""), ("Said", "These words take more than a tenth of a second."), ("Held", "Word.")])
    edits = dict(zip(SLIDE_IDS, (SlideEdit(seconds=0.25), SlideEdit(seconds=0.1), SlideEdit(seconds=9)), strict=True))
    silent, said, held = probe(Path(studio.render(deck, edits=edits).video)).chapters
    assert silent.end_s - silent.start_s == 6 / 24
    assert said.end_s - said.start_s > 1
    assert held.end_s - held.start_s == 9


def test_own_sound_is_heard_instead_of_a_voice_with_the_script_as_captions(
    make_deck: Callable[..., Path], studio: Studio, make_sound: Callable[..., Path]
) -> None:
    sound = make_sound("mine.wav", 3.0)
    deck = make_deck([("Own", "Not spoken. Only read."), ("Spoken", "Spoken.")])
    first = studio.render(deck, edits={SLIDE_IDS[0]: SlideEdit(sound=str(sound))})
    facts = probe(Path(first.video))
    assert 3.9 < facts.chapters[0].end_s - facts.chapters[0].start_s < 4.1  # with the pauses before and after
    assert [caption.text for caption in facts.captions] == ["Not spoken.", "Only read.", "Spoken."]

    make_sound("mine.wav", 2.0)
    assert studio.render(deck, edits={SLIDE_IDS[0]: SlideEdit(sound=str(sound))}).pieces_made == 2


def test_own_sound_that_cannot_be_read_is_told_before_a_wrong_video_is_made(
    make_deck: Callable[..., Path], studio: Studio, tmp_path: Path
) -> None:
    with pytest.raises(SlidecastError, match="The sound of slide 1 is no longer there"):
        studio.render(make_deck(THREE), edits={SLIDE_IDS[0]: SlideEdit(sound=str(tmp_path / "gone.wav"))})
    song = tmp_path / "fbfb533f.mp3"
    song.write_text("not a song" * 1000, encoding="utf-8")
    with pytest.raises(SlidecastError, match="The sound of slide 2 could not be read; choose a WAV") as caught:
        studio.render(make_deck(THREE), edits={SLIDE_IDS[1]: SlideEdit(sound=str(song))})
    assert caught.value.slide == 2
    assert studio.left_behind() == []


def test_pieces_that_cannot_be_tidied_do_not_fail_the_video(
    make_deck: Callable[..., Path], studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(_store: PieceStore) -> None:
        raise OSError("the drive has gone")

    monkeypatch.setattr(PieceStore, "tidy", unreachable)
    assert studio.render(make_deck()).status is Outcome.DONE
