"""The render child itself: the real program, told what to do through a pipe."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.events import Finished, Outcome, from_json
from slidecast_gui.jobs.processes.render_child import CHILD_COMMAND, RenderChild
from slidecast_gui.jobs.processes.render_main import failure
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system.talking import child_command

CHECKOUT = Path(__file__).parents[3]

# The real child with another render in it: what happens around the render is what is tested.
CHILD = """
import os, sys, time
from slidecast_gui.jobs.processes import render_main
from slidecast_gui.events import Finished, Outcome, Progress, Stage
render_main.ORPHAN_GRACE_S = 0.2
def make_video(spec, report, cancelled):
    report(Progress(Stage.SLIDES, 0.5, 3))
    {body}
render_main.make_video = make_video
sys.exit(render_main.main())
"""


@pytest.fixture
def spec(tmp_path: Path) -> RenderSpec:
    return RenderSpec(
        "id",
        1,
        str(tmp_path / "talk.pptx"),
        str(tmp_path / "talk.mp4"),
        str(tmp_path / "t.png"),
        str(tmp_path / "pieces"),
        str(tmp_path / "scratch"),
        RenderSettings(),
    )


def command(body: str) -> list[str]:
    return [sys.executable, "-c", CHILD.format(body=body)]


def render(body: str, spec: RenderSpec) -> Finished:
    return RenderChild(command(body)).run(spec, lambda _event: None, threading.Event())


def test_what_a_library_prints_in_python_or_c_does_not_reach_the_protocol(spec: RenderSpec) -> None:
    body = "print('hello'); os.write(1, b'from C'); os.system('echo from a child'); return Finished(Outcome.DONE)"
    process = subprocess.run(
        command(body), input=spec.to_json() + "\n", capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    assert [type(from_json(line)).__name__ for line in process.stdout.splitlines()] == ["Progress", "Finished"]
    assert "from C" in process.stderr


def test_child_is_told_how_much_its_pieces_may_take_from_the_next_render_on(spec: RenderSpec) -> None:
    child = RenderChild(command("return Finished(Outcome.DONE, pieces_made=spec.pieces_limit)"))
    for pieces_mb in (300, 700):
        child.limits = replace(child.limits, pieces_mb=pieces_mb)
        finished = child.run(spec, lambda _event: None, threading.Event())
        assert finished.pieces_made == pieces_mb * 1024**2


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("raise MemoryError", "out-of-memory"),
        ("raise ZeroDivisionError('ours')", "internal"),
        ("raise BaseException('a panic')", "internal"),
        ("raise SystemExit(3)", "internal"),
        ("os.abort()", "renderer-crashed"),
    ],
)
def test_whatever_is_raised_becomes_an_end_with_a_sentence(spec: RenderSpec, body: str, kind: str) -> None:
    finished = render(body, spec)
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, kind)
    assert finished.error.endswith(".")
    assert "Error" not in finished.error
    assert finished.error_detail


def test_the_child_of_a_dead_parent_ends_even_if_its_render_hangs(spec: RenderSpec) -> None:
    process = subprocess.Popen(
        command("\n    while True: time.sleep(60)"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=CHECKOUT,
    )
    process.stdin.write(spec.to_json().encode() + b"\n")
    process.stdin.flush()
    assert b"progress" in process.stdout.readline()
    process.stdin.close()
    assert process.wait(timeout=20) == 3
    process.stdout.close()


def test_the_child_of_a_dead_parent_is_cancelled_first(spec: RenderSpec) -> None:
    process = subprocess.run(
        command("\n    while not cancelled(): time.sleep(0.01)\n    return Finished(Outcome.CANCELLED)"),
        input=spec.to_json() + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
    )
    assert json.loads(process.stdout.splitlines()[-1])["status"] == "cancelled"


def test_started_by_hand_it_says_that_it_is_not_for_people() -> None:
    process = subprocess.run(
        child_command(CHILD_COMMAND), input="hello\n", capture_output=True, text=True, check=False, cwd=CHECKOUT
    )
    assert process.returncode == 2
    assert "started by Slidecast itself" in process.stderr
    assert "Traceback" not in process.stderr


def test_a_missing_deck_is_told_by_the_real_renderer(spec: RenderSpec) -> None:
    finished = RenderChild().run(spec, lambda _event: None, threading.Event())
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, "missing")


def test_the_render_path_needs_no_qt() -> None:
    code = (
        "import sys, slidecast_gui.jobs.processes.render_main, slidecast_gui.jobs.work; print('PySide6' in sys.modules)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert process.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/videos/talk.part"), "disk-full"),
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/videos/talk.part"), "file-access"),
        (OSError("without a file"), "internal"),
        (SlidecastError("encrypted", "The deck has a password.", "agile"), "encrypted"),
    ],
)
def test_the_worlds_errors_are_told_in_a_sentence(error: BaseException, kind: str) -> None:
    assert failure(error).error_kind == kind


def test_a_cancel_is_not_an_error() -> None:
    assert failure(Cancelled()) == Finished(Outcome.CANCELLED)
