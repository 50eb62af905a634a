"""A rehearsal child for each test that wants one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rehearsal_window import Window

from slidecast_gui.system.talking import child_command


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Starts a rehearsal child; every one is ended with the test."""
    started: list[Window] = []

    def begin(*command: str) -> Window:
        started.append(Window(tmp_path, command or child_command("rehearsal-child")))
        return started[-1]

    yield begin
    for window in started:
        window.end()


@pytest.fixture
def window(start: Callable[..., Window]) -> Window:
    return start()
