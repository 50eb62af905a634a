"""Printing to readers who may leave."""

from __future__ import annotations

import errno
import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from slidecast_gui.cli import main, output
from slidecast_gui.cli.output import nobody_listens, say


@pytest.mark.parametrize(
    ("platform", "error", "left"),
    [
        ("linux", BrokenPipeError(errno.EPIPE, "Broken pipe"), True),
        ("win32", BrokenPipeError(errno.EPIPE, "Broken pipe"), True),
        ("win32", OSError(errno.EINVAL, "Invalid argument"), True),
        ("win32", OSError(errno.EINVAL, "Invalid argument", "a?.txt"), False),
        ("linux", OSError(errno.EINVAL, "Invalid argument"), False),
        ("linux", OSError(errno.EIO, "Input/output error"), True),
        ("linux", OSError(errno.EIO, "Input/output error", "talk.pptx"), False),
        ("win32", OSError(errno.ENOSPC, "No space left on device"), False),
    ],
)
def test_a_reader_that_has_left_is_known_on_each_system(platform: str, error: OSError, left: bool) -> None:
    assert nobody_listens(error, platform) is left


class LeftOnWindows(io.StringIO):
    """What stdout is to a program whose reader has left."""

    def flush(self) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Windows, and a reader of stdout who has left; what comes of it."""
    stopped: list[bool] = []
    monkeypatch.setattr(output.sys, "platform", "win32")
    monkeypatch.setattr(output, "stop_printing", lambda: stopped.append(True))
    monkeypatch.setattr("slidecast_gui.cli.stop_printing", lambda: stopped.append(True))
    return stopped


def test_work_goes_on_when_its_reader_leaves_on_windows(left: list[bool]) -> None:
    with redirect_stdout(LeftOnWindows()):
        say("a line")
    assert left == [True]


def test_a_command_ends_well_when_its_reader_leaves_on_windows(
    left: list[bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def command(_name: str) -> object:
        return lambda _arguments: print("a list", flush=True)

    monkeypatch.setattr("slidecast_gui.cli._command", command)
    monkeypatch.setattr("slidecast_gui.cli.log_to_file", lambda _folder: None)
    with redirect_stdout(LeftOnWindows()):
        assert main(["presets", "--data-dir", str(tmp_path)]) == 0
    assert left == [True]
