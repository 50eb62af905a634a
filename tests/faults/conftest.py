"""What the faults need: a job store, a real renderer, and a disk that is too small."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from slidecast_gui.events import Event, Finished
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec

SMALL = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5)


@pytest.fixture
def spec_for(tmp_path: Path) -> Callable[..., RenderSpec]:
    """What a render child of a deck is told; every place can be another one."""

    def make(deck: Path, **places: Path) -> RenderSpec:
        folder = places.get("out", tmp_path / "out")
        folder.mkdir(exist_ok=True)
        return RenderSpec(
            job_id="job1",
            attempt=1,
            deck=str(deck),
            video=str(folder / f"{deck.stem}.mp4"),
            thumbnail=str(tmp_path / "job1.png"),
            pieces=str(places.get("pieces", tmp_path / "pieces")),
            scratch=str(places.get("scratch", tmp_path / "scratch")),
            settings=SMALL,
        )

    return make


@pytest.fixture
def render() -> Callable[..., Finished]:
    """Renders in a real child; `on_event` may do harm meanwhile."""

    def run(spec: RenderSpec, on_event: Callable[[Event], None] = lambda _event: None) -> Finished:
        return RenderChild().run(spec, on_event, threading.Event())

    return run


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB, mounted for the test: for who may mount (root, on Linux)."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    folder = tmp_path / "small disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"mounting is not allowed here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def read_only_disk(small_disk: Path) -> Path:
    """A disk that can be read and not written, whoever asks."""
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    return small_disk
