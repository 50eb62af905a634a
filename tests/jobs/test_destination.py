"""Where videos go."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus, JobStore, this_owner
from slidecast_gui.jobs.destination import DestinationError, choose_destination, portable
from slidecast_gui.settings import RenderSettings


@pytest.fixture
def place(store: JobStore, tmp_path: Path) -> Callable[..., Path]:
    """Where the video of a deck goes, with a destination."""

    def choose(deck: str = "talk.pptx", output: str = "") -> Path:
        return choose_destination(store.create(tmp_path / deck, RenderSettings(output=output)), store)

    return choose


@pytest.fixture
def rendered(store: JobStore, tmp_path: Path) -> Callable[[str, str], None]:
    """Renders a deck, as far as files and rows go."""

    def render(deck: str, video: str | None) -> None:
        job = store.create(tmp_path / deck, RenderSettings(), JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner(), str(tmp_path / video))
        (tmp_path / video).write_bytes(b"video")
        done = Finished(Outcome.DONE, str(tmp_path / video), created_files=(str(tmp_path / video),))
        store.finish(claimed, done)

    return render


def test_beside_the_deck_under_its_name(place: Callable[..., Path], tmp_path: Path) -> None:
    assert place("Q3.final talk.pptx") == tmp_path / "Q3.final talk.mp4"


def test_a_foreign_file_is_never_replaced(place: Callable[..., Path], tmp_path: Path) -> None:
    for name in ("talk.mp4", "talk (2).mp4"):
        (tmp_path / name).write_bytes(b"a holiday film")
    assert place() == tmp_path / "talk (3).mp4"


def test_what_a_killed_attempt_of_the_same_job_has_put_there_is_replaced(store: JobStore, tmp_path: Path) -> None:
    job = store.create(tmp_path / "talk.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(job.job_id, this_owner(), str(choose_destination(job, store)))
    for name in ("talk.mp4", "talk.srt", "talk.vtt"):
        (tmp_path / name).write_bytes(b"made, and killed before the row said so")
    store.recover(lambda _owner: False)
    assert choose_destination(store.get(job.job_id), store) == tmp_path / "talk.mp4"


def test_a_file_from_before_the_job_is_never_taken_for_its_own(store: JobStore, tmp_path: Path) -> None:
    job = store.create(tmp_path / "talk.pptx", RenderSettings(), JobStatus.QUEUED)
    store.claim(job.job_id, this_owner(), str(tmp_path / "talk.mp4"))
    (tmp_path / "talk.mp4").write_bytes(b"a holiday film")
    os.utime(tmp_path / "talk.mp4", (0, 0))
    store.recover(lambda _owner: False)
    assert choose_destination(store.get(job.job_id), store) == tmp_path / "talk (2).mp4"


def test_captions_of_the_presenters_own_are_never_replaced(place: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text("my own subtitles")
    assert place() == tmp_path / "talk (2).mp4"


def test_a_folder_with_the_name_is_not_replaced(place: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "talk.mp4").mkdir()
    assert place() == tmp_path / "talk (2).mp4"


def test_an_earlier_result_of_the_same_deck_is_replaced(
    place: Callable[..., Path], rendered: Callable[[str, str], None], tmp_path: Path
) -> None:
    rendered("talk.pptx", "talk.mp4")
    assert place() == tmp_path / "talk.mp4"


def test_an_earlier_result_that_was_edited_is_kept(
    place: Callable[..., Path], rendered: Callable[[str, str], None], tmp_path: Path
) -> None:
    rendered("talk.pptx", "talk.mp4")
    (tmp_path / "talk.mp4").write_bytes(b"cut by the presenter")
    assert place() == tmp_path / "talk (2).mp4"


def test_the_result_of_another_deck_is_kept(
    place: Callable[..., Path], rendered: Callable[[str, str], None], tmp_path: Path
) -> None:
    rendered("talk.pdf", "talk.mp4")
    assert place() == tmp_path / "talk (2).mp4"


@pytest.mark.parametrize("output", ["", "videos/", "talk.mp4"])
def test_two_unfinished_jobs_get_two_files(
    store: JobStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = store.create_many(["talk.pptx"] * 2, RenderSettings(output=output), JobStatus.QUEUED)
    store.claim(first.job_id, this_owner(), str(choose_destination(first, store)))
    assert choose_destination(second, store).name == "talk (2).mp4"


def test_a_named_file_is_used_as_it_is(place: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "my video.MP4").write_bytes(b"the presenter said so")
    assert place(output=str(tmp_path / "my video.MP4")) == tmp_path / "my video.MP4"


@pytest.mark.parametrize("output", ["new folder/", "new folder", "new/deep/folder"])
def test_a_folder_is_made(place: Callable[..., Path], tmp_path: Path, output: str) -> None:
    assert place(output=f"{tmp_path}/{output}") == tmp_path / output / "talk.mp4"
    assert (tmp_path / output).is_dir()


def test_a_folder_whose_name_ends_in_mp4_is_a_folder(place: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "all.mp4").mkdir()
    assert place(output=str(tmp_path / "all.mp4")) == tmp_path / "all.mp4" / "talk.mp4"


def test_the_deck_itself_is_never_overwritten(place: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(DestinationError):
        place("talk.mp4", output=str(tmp_path / "talk.mp4"))


def test_looking_for_a_place_leaves_nothing_behind(place: Callable[..., Path], tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    place()
    place(output=str(tmp_path))
    assert set(tmp_path.iterdir()) == before


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(place: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "not a folder").write_bytes(b"")
    with pytest.raises(DestinationError, match="choose another place") as caught:
        place(output=str(tmp_path / "not a folder" / "deeper"))
    assert caught.value.kind == "not-writable"


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a folder in which nobody can make a file")
def test_a_deck_in_a_folder_without_permission_says_to_choose_another(store: JobStore) -> None:
    job = store.create("/proc/talk.pptx", RenderSettings())
    with pytest.raises(DestinationError, match="choose another place"):
        choose_destination(job, store)


def test_a_long_name_leaves_room_for_what_is_put_around_it(place: Callable[..., Path], tmp_path: Path) -> None:
    deck = "ü" * 120 + ".pptx"
    video = place(deck)
    assert video.suffix == ".mp4"
    for name in (video.name, f"{video.stem} (999).mp4", f"{video.stem} slides"):
        assert len(os.fsencode(name)) <= 255
    assert set(video.stem) == {"ü"}


@pytest.mark.parametrize(
    ("stem", "taken"),
    [
        ("Talk: Q3/Q4?", "Talk_ Q3_Q4_"),
        ("CON", "CON_"),
        ("com1.old", "com1.old_"),
        ("console", "console"),
        ("end. .", "end"),
        ("...", "video"),
        ("Ünïcödé 演示", "Ünïcödé 演示"),
    ],
)
def test_a_name_in_a_chosen_folder_suits_every_system(stem: str, taken: str) -> None:
    assert portable(stem) == taken


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_beside_its_deck_a_video_has_the_decks_own_name(place: Callable[..., Path], tmp_path: Path) -> None:
    assert place("Talk: Q3.pptx").name == "Talk: Q3.mp4"
    assert place("Talk: Q3.pptx", output=str(tmp_path / "videos")).name == "Talk_ Q3.mp4"


def test_a_name_that_no_disk_takes_is_told_in_a_sentence(place: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(DestinationError, match="choose another place"):
        place(output=str(tmp_path / ("a" * 300)))


def test_a_file_that_cannot_be_looked_at_is_told_in_a_sentence(
    place: Callable[..., Path],
    rendered: Callable[[str, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rendered("talk.pptx", "talk.mp4")
    stat = Path.stat

    def broken(path: Path, **options: bool) -> os.stat_result:
        if path.suffix == ".mp4":
            raise OSError(errno.EIO, "Input/output error", str(path))
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", broken)
    with pytest.raises(DestinationError, match="choose another place") as caught:
        place()
    assert str(tmp_path) in caught.value.sentence


def test_beside_a_deck_that_cannot_be_reached_is_no_exception(place: Callable[..., Path]) -> None:
    assert place(f"{'a' * 300}/talk.pptx").name == "talk.mp4"
