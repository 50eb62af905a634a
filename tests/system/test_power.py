from __future__ import annotations

import sys
from pathlib import Path

import psutil
import pytest

from slidecast_gui.system.power import Awake, ExecutionState, HelperProgram, NoRequest, request_for


class Asked:
    """Writes down what it was asked."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def hold(self) -> None:
        self.words.append("hold")

    def release(self) -> None:
        self.words.append("release")


def test_the_system_is_asked_once_however_often_it_is_held() -> None:
    asked = Asked()
    awake = Awake(asked)
    awake.release()
    awake.hold()
    awake.hold()
    assert awake.held
    awake.release()
    awake.release()
    assert (awake.held, asked.words) == (False, ["hold", "release"])


def test_a_failure_inside_lets_the_computer_sleep_again() -> None:
    asked = Asked()
    with pytest.raises(ZeroDivisionError), Awake(asked):
        1 / 0  # noqa: B018
    assert asked.words == ["hold", "release"]


def test_windows_is_asked_to_stay_awake_and_released_from_it() -> None:
    states: list[int] = []
    request = ExecutionState(lambda state: states.append(state) or 1)
    request.hold()
    request.release()
    assert states == [0x80000001, 0x80000000]


def test_a_helper_runs_exactly_as_long_as_the_request() -> None:
    request = HelperProgram([sys.executable, "-c", "import sys; sys.stdin.read()"])
    request.hold()
    (helper,) = psutil.Process().children()
    assert helper.is_running()
    request.release()
    helper.wait(timeout=10)
    assert not helper.is_running()


def test_a_helper_that_is_gone_does_no_harm() -> None:
    request = HelperProgram(["/nonexistent/systemd-inhibit"])
    request.hold()
    request.release()


@pytest.mark.parametrize(
    ("platform", "programs", "kind"),
    [
        ("linux", {"systemd-inhibit", "cat"}, HelperProgram),
        ("linux", set(), NoRequest),
        ("darwin", {"caffeinate"}, HelperProgram),
        ("darwin", set(), NoRequest),
        ("win32", set(), ExecutionState),
    ],
)
def test_each_system_has_its_way(platform: str, programs: set[str], kind: type) -> None:
    found = request_for(platform, lambda name: str(Path("/usr/bin", name)) if name in programs else None)
    assert type(found) is kind
