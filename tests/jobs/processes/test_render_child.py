"""One render in a process of its own: however it behaves, one end comes back and nothing is left alive."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

import psutil
import pytest

from slidecast_gui.events import DeckRead, Event, Finished, Outcome, Progress, Warned
from slidecast_gui.jobs.processes.process import ChildProcess, ProcessOutcome
from slidecast_gui.jobs.processes.render_child import CHILD_COMMAND, RenderChild
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system.talking import child_command

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.fixture
def child(stand_in: list[str]) -> RenderChild:
    return RenderChild(stand_in, patience_s=0.2)


def run(child: RenderChild, spec: RenderSpec, cancel_at: type[Event] | None = None) -> tuple[Finished, list[Event]]:
    """The end of a render and what it told before; cancelled as soon as an event of that kind comes."""
    told: list[Event] = []
    cancelled = threading.Event()

    def on_event(event: Event) -> None:
        told.append(event)
        if cancel_at is not None and isinstance(event, cancel_at):
            cancelled.set()

    return child.run(spec, on_event, cancelled), told


def test_a_render_tells_its_events_and_its_end(child: RenderChild, spec_for: Callable[[str], RenderSpec]) -> None:
    finished, told = run(child, spec_for("good"))
    assert [type(event) for event in told] == [DeckRead, Progress]
    assert (finished.status, finished.duration_s, finished.slides) == (Outcome.DONE, 12.5, 3)


def test_what_libraries_print_is_not_taken_for_events(
    child: RenderChild, spec_for: Callable[[str], RenderSpec]
) -> None:
    finished, told = run(child, spec_for("junk"))
    assert finished.status is Outcome.DONE
    assert told[-1] == Warned("font", "A font was replaced.", 2)


def test_a_child_that_writes_much_to_stderr_is_not_blocked(
    child: RenderChild, spec_for: Callable[[str], RenderSpec]
) -> None:
    assert run(child, spec_for("flood"))[0].status is Outcome.DONE


@posix
def test_a_crash_is_told_with_its_slide_its_signal_and_its_last_words(
    child: RenderChild, spec_for: Callable[[str], RenderSpec]
) -> None:
    finished, _ = run(child, spec_for("crash"))
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, "renderer-crashed")
    assert "slide 7" in finished.error
    assert "SIGKILL" in finished.error_detail
    assert "the codec gave up" in finished.error_detail


def test_an_end_without_a_word_is_a_crash_even_with_exit_code_0(
    child: RenderChild, spec_for: Callable[[str], RenderSpec]
) -> None:
    assert run(child, spec_for("mute"))[0].error_kind == "renderer-crashed"


def test_the_childs_own_account_of_a_failure_is_kept(child: RenderChild, spec_for: Callable[[str], RenderSpec]) -> None:
    finished, _ = run(child, spec_for("fail"))
    assert (finished.error, finished.error_kind, finished.error_detail) == ("The deck is damaged.", "damaged", "zip")


def test_cancel_is_asked_first(child: RenderChild, spec_for: Callable[[str], RenderSpec]) -> None:
    patient = RenderChild(child._command, patience_s=60)
    assert run(patient, spec_for("hang"), cancel_at=Progress)[0].status is Outcome.CANCELLED


def test_a_child_that_ignores_everything_is_killed(child: RenderChild, spec_for: Callable[[str], RenderSpec]) -> None:
    finished, _ = run(child, spec_for("stubborn"), cancel_at=Progress)
    assert (finished.status, finished.error) == (Outcome.CANCELLED, "")


def test_what_the_child_has_started_ends_with_it(child: RenderChild, spec_for: Callable[[str], RenderSpec]) -> None:
    _, told = run(child, spec_for("family"), cancel_at=Warned)
    pid = int(next(event.text for event in told if isinstance(event, Warned)))
    gone, alive = psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], timeout=10)
    assert not alive, gone


def test_a_video_that_was_made_in_spite_of_a_cancel_is_kept(
    child: RenderChild, spec_for: Callable[[str], RenderSpec]
) -> None:
    finished, _ = run(child, spec_for("good"), cancel_at=DeckRead)
    assert finished.status in (Outcome.DONE, Outcome.CANCELLED)
    if finished.status is Outcome.DONE:
        assert Path(finished.video).exists()


def test_a_child_that_does_not_leave_after_its_last_word_is_cut_off(
    child: RenderChild, spec_for: Callable[[str], RenderSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slidecast_gui.jobs.processes.render_child._LEAVES_WITHIN_S", 0.2)
    assert run(child, spec_for("linger"))[0].status is Outcome.DONE


def test_an_exception_in_the_listener_ends_the_child(child: RenderChild, spec_for: Callable[[str], RenderSpec]) -> None:
    def on_event(_event: Event) -> None:
        raise ZeroDivisionError

    before = {process.pid for process in psutil.Process().children()}
    with pytest.raises(ZeroDivisionError):
        child.run(spec_for("stubborn"), on_event, threading.Event())
    assert {process.pid for process in psutil.Process().children()} <= before


def test_a_renderer_that_cannot_be_started_is_a_sentence(spec_for: Callable[[str], RenderSpec], tmp_path: Path) -> None:
    finished, _ = run(RenderChild([str(tmp_path / "missing")]), spec_for("good"))
    assert (finished.status, finished.error_kind) == (Outcome.FAILED, "renderer-missing")


def test_modules_in_the_presenters_folder_are_not_imported(
    spec_for: Callable[[str], RenderSpec], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the real json')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    finished, _ = run(RenderChild(), spec_for("nothing"))
    assert "not the real json" not in finished.error_detail


def test_the_program_starts_itself_as_its_child(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_command(CHILD_COMMAND) == [sys.executable, "-m", "slidecast_gui", "render-child"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command(CHILD_COMMAND) == [sys.executable, "render-child"]


@pytest.mark.parametrize(
    ("returncode", "words"),
    [
        (3, "exit code 3"),
        pytest.param(-signal.SIGTERM, "SIGTERM", marks=posix),
        (0xC0000005, "exit code 0xC0000005"),
        (-999, "signal 999"),
    ],
)
def test_how_a_process_ended_is_put_in_words(returncode: int, words: str) -> None:
    assert words in str(ProcessOutcome(returncode, ("last line",)))
    assert str(ProcessOutcome(returncode, ("last line",))).endswith("last line")


def test_last_words_that_are_read_late_are_heard(
    child: RenderChild, spec_for: Callable[[str], RenderSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()

    class Late(ChildProcess):
        def _read_events(self, pipe: IO[bytes]) -> None:
            ended.wait()
            super()._read_events(pipe)

        def close(self) -> ProcessOutcome:
            ended.set()
            return super().close()

    monkeypatch.setattr("slidecast_gui.jobs.processes.render_child.ChildProcess", Late)
    finished, told = run(child, spec_for("good"))
    assert finished.status is Outcome.DONE
    assert [type(event) for event in told] == [DeckRead, Progress]


def test_what_a_child_that_crashes_had_started_ends_all_the_same(
    stand_in: list[str], spec_for: Callable[[str], RenderSpec]
) -> None:
    process = ChildProcess(stand_in, spec_for("family").to_json())
    events = iter(lambda: process.next_event(15), None)
    pid = next(int(event.text) for event in events if isinstance(event, Warned))
    started = psutil.Process(pid)
    process.memory()
    process._process.kill()
    process._process.wait()
    process.close()
    assert not psutil.wait_procs([started], timeout=10)[1]


def test_what_windows_starts_by_way_of_a_launcher_is_measured_with_it(
    monkeypatch: pytest.MonkeyPatch, stand_in: list[str], spec_for: Callable[[str], RenderSpec]
) -> None:
    """A virtual environment's python.exe waits for another one, which does the work."""
    process = ChildProcess(stand_in, spec_for("family").to_json())
    events = iter(lambda: process.next_event(15), None)
    next(event for event in events if isinstance(event, Warned))
    _, alone = process.own()
    monkeypatch.setattr("slidecast_gui.jobs.processes.process.sys.platform", "win32")
    _, together = process.own()
    monkeypatch.undo()
    process.close()
    assert 0 < alone < together
