"""A store in a folder of its own, and a real process that stands for the renderer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

import slidecast_gui
from slidecast_gui.jobs import JobStore, Owner
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec

CHECKOUT = Path(slidecast_gui.__file__).parents[1]
STOPS_WITHIN_MS = 15_000


@pytest.fixture
def deck_at(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a file with a deck's name; what the stand-in renderer does is in the name ("crash.pptx")."""

    def make(name: str) -> Path:
        path = tmp_path / "decks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"not read by the stand-in")
        return path

    return make


@pytest.fixture
def spec_for(deck_at: Callable[[str], Path], tmp_path: Path) -> Callable[[str], RenderSpec]:
    """What a render child of a deck is told that behaves as its name says ("crash")."""

    def make(behaviour: str) -> RenderSpec:
        deck = deck_at(f"{behaviour}.pptx")
        return RenderSpec(
            job_id="0123456789abcdef",
            attempt=1,
            deck=str(deck),
            video=str(deck.with_suffix(".mp4")),
            thumbnail=str(tmp_path / "thumbnail.png"),
            pieces=str(tmp_path / "pieces"),
            scratch=str(tmp_path / "scratch"),
            settings=RenderSettings(),
        )

    return make


@pytest.fixture
def stand_in() -> list[str]:
    """The command of a process that speaks the renderer's protocol and behaves as its deck's name says."""
    return [sys.executable, str(Path(__file__).with_name("stand_in.py"))]


@pytest.fixture
def terminal(other_process: Callable[..., subprocess.Popen[str]]) -> tuple[Owner, subprocess.Popen[str]]:
    """Another process that lives, as the owner of jobs, and a handle to kill it by."""
    process = other_process("from slidecast_gui.jobs import *; print(this_owner().to_text(), flush=True); input()")
    assert process.stdout is not None
    return Owner.from_text(process.stdout.readline().rstrip("\n")), process


@pytest.fixture
def other_process() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts Python code in another process; every one of them is ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: object, **options: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            **options,  # type: ignore[call-overload]
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def make_queue(
    store: JobStore, paths: DataPaths, stand_in: list[str], qtbot: QtBot
) -> Iterator[Callable[..., JobQueue]]:
    """Makes a queue whose renders are the stand-in's; afterwards nothing it started is alive."""
    made: list[JobQueue] = []
    before = psutil.Process().children()

    def make(workers: int = 1) -> JobQueue:
        made.append(JobQueue(store, paths, workers, RenderChild(stand_in, patience_s=0.2)))
        return made[-1]

    yield make
    for queue in made:
        if not queue._stopping:
            with qtbot.waitSignal(queue.stopped, timeout=STOPS_WITHIN_MS):
                queue.stop()
    assert psutil.Process().children() == before


@pytest.fixture
def queue(make_queue: Callable[..., JobQueue]) -> JobQueue:
    return make_queue()
