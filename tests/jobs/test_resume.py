"""The whole program, killed in the middle of a render: the next one finishes the job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from pptx import Presentation

from slidecast_gui.jobs import JobStatus, JobStore, is_alive, this_owner
from slidecast_gui.jobs.work import recover, run_job, take
from slidecast_gui.paths import data_paths

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    presentation = Presentation()
    for number in range(1, 13):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Slide {number}"
        slide.notes_slide.notes_text_frame.text = f"This is what is said on slide {number}."
    path = tmp_path / "talks" / "talk.pptx"
    path.parent.mkdir()
    presentation.save(str(path))
    return path


def test_a_render_whose_program_was_killed_goes_on_from_its_pieces(deck: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    terminal = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "slidecast_gui",
            "--data-dir",
            str(data),
            "render",
            str(deck),
            "--preset",
            "720p",
            "--json",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert terminal.stdout is not None
    for line in terminal.stdout:
        event = json.loads(line)
        assert event["event"] != "finished", "the deck is too short for this test"
        if event.get("fraction", 0) > 0.3:
            break
    orphans = psutil.Process(terminal.pid).children(recursive=True)
    terminal.kill()
    terminal.communicate()
    _, alive = psutil.wait_procs(orphans, timeout=30)
    assert not alive, "the render child outlived its parent"

    paths = data_paths(data)
    with JobStore(paths.database) as store:
        (job,) = store.history()
        assert job.status is JobStatus.RUNNING
        assert job.owner is not None
        assert not is_alive(job.owner)
        assert recover(store, paths) == [job.job_id]
        claimed = take(store, job.job_id, this_owner())
        assert claimed is not None
        run_job(store, paths, claimed, lambda _event: None, threading.Event())
        done = store.get(job.job_id)
    assert (done.status, done.attempts) == (JobStatus.DONE, 2)
    assert done.pieces_reused > 0
    assert {path.name for path in deck.parent.iterdir()} == {"talk.pptx", "talk.mp4", "talk.srt", "talk.vtt"}
    assert list(paths.scratch.iterdir()) == []
