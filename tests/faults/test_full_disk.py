"""A disk that is full: the job waits with its reason, keeps what is finished, and goes on after space was made."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.cli import main
from slidecast_gui.events import Event, Finished, Outcome, Progress
from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.queue.space import is_waiting_for_room
from slidecast_gui.paths import DataPaths, data_paths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system import space

Render = Callable[..., Finished]


def test_a_render_that_cannot_fit_is_not_begun(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render, small_disk: Path
) -> None:
    (small_disk / "ballast").write_bytes(bytes(20 << 20))
    finished = render(spec_for(make_deck(), out=small_disk))
    assert (finished.error_kind, finished.needed_in) == (space.DISK_FULL, str(small_disk))
    assert finished.needed > space.free_in(small_disk)
    assert {path.name for path in small_disk.iterdir()} == {"ballast"}


def test_a_disk_that_fills_up_meanwhile_leaves_nothing_and_costs_no_piece(
    make_deck: Callable[..., Path], spec_for: Callable[..., RenderSpec], render: Render, small_disk: Path
) -> None:
    ballast = small_disk / "ballast"

    def fill(event: Event) -> None:
        if isinstance(event, Progress) and event.fraction > 0.3 and not ballast.exists():
            ballast.write_bytes(bytes(space.free_in(small_disk)))

    deck = make_deck([(f"Slide {number}", "Words.") for number in range(8)])
    spec = spec_for(deck, out=small_disk)
    finished = render(spec, fill)
    assert (finished.error_kind, finished.needed_in) == (space.DISK_FULL, str(small_disk))
    assert {path.name for path in small_disk.iterdir()} == {"ballast"}
    ballast.unlink()
    again = render(spec)
    assert (again.status, again.pieces_made) == (Outcome.DONE, 0)


def test_the_queue_goes_on_by_itself_after_space_was_made(
    make_deck: Callable[..., Path], paths: DataPaths, small_disk: Path, qtbot: QtBot
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(22 << 20))
    settings = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5, output=f"{small_disk}/")
    with JobStore(paths.database) as store:
        queue = JobQueue(store, paths)
        with qtbot.waitSignal(queue.idle, timeout=60_000):
            (job_id,) = queue.add([make_deck()], settings, start=True)
        waiting = store.get(job_id)
        assert is_waiting_for_room(waiting)
        assert waiting.reason.startswith("Paused: disk full, ")
        assert waiting.reason.endswith(" MB needed.")

        ballast.unlink()
        with qtbot.waitSignal(queue.finished, timeout=60_000):
            pass
        done = store.get(job_id)
        assert (done.status, done.error_kind, done.attempts) == (JobStatus.DONE, "", 2)
        with qtbot.waitSignal(queue.stopped):
            queue.stop()


def test_a_terminal_says_it_and_a_window_goes_on_with_the_job_later(
    make_deck: Callable[..., Path], tmp_path: Path, small_disk: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(22 << 20))
    data = tmp_path / "data"
    words = ["render", str(make_deck()), "-o", f"{small_disk}/", "--data-dir", str(data), "--preset", "720p"]
    assert main(words) == 1
    assert "is full" in capsys.readouterr().err
    paths = data_paths(data)
    with JobStore(paths.database) as store:
        (job,) = store.queue()
        assert is_waiting_for_room(job)
        queue = JobQueue(store, paths)
        queue.start(job.job_id)
        assert not is_waiting_for_room(store.get(job.job_id))
        with qtbot.waitSignal(queue.idle, timeout=60_000):
            pass
        assert is_waiting_for_room(store.get(job.job_id))
        with qtbot.waitSignal(queue.stopped):
            queue.stop()


def test_what_is_needed_grows_with_slides_pixels_and_words() -> None:
    hd, uhd = RenderSettings(size="1080p"), RenderSettings(size="4k")
    small = space.estimated(10, 10, 1000, hd)
    assert space.estimated(20, 20, 1000, hd).pieces > small.pieces
    assert space.estimated(10, 10, 9000, hd).video > small.video
    assert space.estimated(10, 10, 1000, uhd).pieces > 3 * small.pieces
    assert space.estimated(10, 0, 1000, hd).pieces < small.pieces / 3
    assert space.amount(1_234_000_000) == "1.2 GB"


def test_a_terminal_does_not_begin_what_has_not_even_room_for_a_name(
    make_deck: Callable[..., Path], tmp_path: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk may have bytes and no more files to give."""
    subprocess.run(["mount", "-o", "remount,nr_inodes=2", str(small_disk)], check=True)
    (small_disk / "the last file").touch()
    data = tmp_path / "data"
    assert main(["render", str(make_deck()), "-o", f"{small_disk}/", "--data-dir", str(data)]) == 1
    assert "disk full" in capsys.readouterr().err
    with JobStore(data_paths(data).database) as store:
        (job,) = store.queue()
    assert is_waiting_for_room(job)


def test_a_window_tries_once_what_has_no_room_for_a_name_and_goes_on_when_there_is(
    make_deck: Callable[..., Path], paths: DataPaths, small_disk: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slidecast_gui.jobs.queue.space.LEAST_ROOM", 1)
    subprocess.run(["mount", "-o", "remount,nr_inodes=2", str(small_disk)], check=True)
    (small_disk / "the last file").touch()
    settings = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5, output=f"{small_disk}/")
    with JobStore(paths.database) as store:
        queue = JobQueue(store, paths)
        (job_id,) = queue.add([make_deck()], settings)
        queue.start(job_id)
        assert is_waiting_for_room(store.get(job_id))
        story = store.events(job_id)
        for _ in range(3):
            queue._space.look()
        assert store.events(job_id) == story
        subprocess.run(["mount", "-o", "remount,nr_inodes=0", str(small_disk)], check=True)
        with qtbot.waitSignal(queue.finished, timeout=60_000):
            queue._space.look()
        assert store.get(job_id).status is JobStatus.DONE
        with qtbot.waitSignal(queue.stopped):
            queue.stop()
