"""What Windows is told about the program, by way of functions that stand for its own."""

from __future__ import annotations

import pytest

from slidecast_gui.system.windows import APP_ID, introduce, let_others_come_forward


class Library:
    """Notes what it is called with, and answers as told."""

    def __init__(self, answer: int) -> None:
        self.told: list[object] = []
        self._answer = answer

    def SetCurrentProcessExplicitAppUserModelID(self, name: object) -> int:
        self.told.append(getattr(name, "value", None))
        return self._answer

    def AllowSetForegroundWindow(self, process: object) -> int:
        self.told.append(getattr(process, "value", None))
        return self._answer


def test_task_bar_is_told_that_this_is_not_python() -> None:
    shell = Library(0)
    introduce("win32", shell)
    assert shell.told == [APP_ID]
    assert len(APP_ID) <= 128
    assert " " not in APP_ID


def test_window_of_an_earlier_launch_may_come_forward() -> None:
    user = Library(1)
    let_others_come_forward("win32", user)
    assert user.told == [0xFFFFFFFF]


def test_refusals_are_lines_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        introduce("win32", Library(-2147024809))
        let_others_come_forward("win32", Library(0))
    assert "0x80070057" in caplog.text
    assert len(caplog.records) == 2


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_other_systems_are_told_nothing(platform: str) -> None:
    library = Library(0)
    introduce(platform, library)
    let_others_come_forward(platform, library)
    assert library.told == []
