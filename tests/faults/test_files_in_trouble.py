"""Files and folders that are damaged, taken away or held while a real render goes on."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import DeckRead, Event, Finished, Outcome, Progress
from slidecast_gui.jobs import JobStatus, JobStore, this_owner
from slidecast_gui.jobs.work import take
from slidecast_gui.render import make_video
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec

Render = Callable[..., Finished]
SLIDES = [(f"Slide {number}", f"What is said on slide {number}.") for number in range(6)]


def sha256(path: str | Path) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def test_a_damaged_piece_is_made_again(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render
) -> None:
    spec = spec_for(make_deck(SLIDES))
    whole = sha256(render(spec).video)
    pieces = sorted(Path(spec.pieces).glob("??/*"))
    for piece in pieces[::5]:
        data = bytearray(piece.read_bytes())
        data[len(data) // 2] ^= 0xFF
        piece.write_bytes(data)
    again = render(spec)
    assert (again.status, again.pieces_made) == (Outcome.DONE, len(pieces[::5]))
    assert sha256(again.video) == whole


def test_a_deck_deleted_during_the_render_is_rendered(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render
) -> None:
    deck = make_deck(SLIDES)

    def delete(event: Event) -> None:
        if isinstance(event, DeckRead):
            deck.unlink()

    finished = render(spec_for(deck), delete)
    assert not deck.exists()
    assert (finished.status, finished.slides) == (Outcome.DONE, len(SLIDES))


def test_a_deck_saved_during_the_render_is_not_mixed_with_its_new_version(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render
) -> None:
    deck = make_deck(SLIDES)
    spec = spec_for(deck)
    whole = sha256(render(spec).video)
    shutil.rmtree(spec.pieces)

    def save(event: Event) -> None:
        if isinstance(event, DeckRead):
            make_deck([("Another", "Other words.")])

    assert sha256(render(spec, save).video) == whole


def test_an_output_folder_removed_during_the_render_costs_nothing_but_the_writing(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render
) -> None:
    spec = spec_for(make_deck(SLIDES))
    folder = Path(spec.video).parent

    def remove(event: Event) -> None:
        if isinstance(event, Progress) and event.fraction > 0.2:
            shutil.rmtree(folder, ignore_errors=True)

    finished = render(spec, remove)
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, "no-folder")
    assert "choose another folder" in finished.error
    assert not Path(spec.scratch).exists()
    folder.mkdir()
    assert render(spec).pieces_made == 0


def test_a_video_that_somebody_is_watching_is_replaced(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render
) -> None:
    spec = spec_for(make_deck(SLIDES[:1]))
    Path(spec.video).write_bytes(b"the video of last week")
    with Path(spec.video).open("rb") as watched:
        assert render(spec).status is Outcome.DONE
        assert watched.read() == b"the video of last week"


def test_a_system_that_does_not_replace_open_files_is_worded(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = spec_for(make_deck(SLIDES[:1]))
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == Path(spec.video):
            raise PermissionError(13, "The process cannot access the file because it is being used")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SlidecastError) as refused:
        make_video(spec, lambda _event: None, lambda: False)
    assert refused.value.kind == "output-in-use"
    assert list(Path(spec.video).parent.iterdir()) == []


def test_a_folder_that_can_only_be_read_is_told_before_any_work(
    make_deck: Callable[..., Path], tmp_path: Path, read_only_disk: Path
) -> None:
    with JobStore(tmp_path / "jobs.sqlite3") as store:
        settings = RenderSettings(output=f"{read_only_disk}/")
        job = store.create(make_deck(), settings, JobStatus.QUEUED)
        taken = take(store, job.job_id, this_owner())
        assert taken is not None
        assert (taken.status, taken.error_kind) == (JobStatus.FAILED, "not-writable")
        assert "choose another place" in taken.error


def test_pieces_of_every_kind_are_made_again_when_damaged(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render
) -> None:
    """A picture, a still, a clip and its sound for each slide, and a cross-fade between two."""
    plain = spec_for(make_deck(SLIDES[:3]))
    spec = replace(plain, settings=replace(plain.settings, transition="fade"))
    first = render(spec)
    assert first.pieces_made == 4 * 3 + 2
    whole = sha256(first.video)
    for damage in (damage_first_byte, cut_to_half, empty, damage_last_byte):
        for piece in Path(spec.pieces).glob("??/*"):
            damage(piece)
        again = render(spec)
        assert (again.status, again.pieces_made, again.pieces_reused) == (Outcome.DONE, first.pieces_made, 0)
        assert sha256(again.video) == whole


def damage_first_byte(piece: Path) -> None:
    data = bytearray(piece.read_bytes())
    data[0] ^= 1
    piece.write_bytes(data)


def damage_last_byte(piece: Path) -> None:
    data = bytearray(piece.read_bytes())
    data[-1] ^= 1
    piece.write_bytes(data)


def cut_to_half(piece: Path) -> None:
    piece.write_bytes(piece.read_bytes()[: piece.stat().st_size // 2])


def empty(piece: Path) -> None:
    piece.write_bytes(b"")
