"""The parts that stand for a microphone and the system, and where a recording goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from recorder_parts import FakeMicrophone, FakePermission

HERE = Path(__file__).parent

# What Qt says where there is no sound server, no PipeWire, and no window manager.
_MACHINE = (
    r"PulseAudioService|No audio device|Couldn't (load|resolve)",
    r"This plugin does not support (propagateSizeHints|raise)",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            # Before the mark of the folder above: pytest-qt obeys one.
            item.add_marker(pytest.mark.qt_log_ignore(*_MACHINE, extend=True), append=False)


@pytest.fixture
def microphone() -> FakeMicrophone:
    return FakeMicrophone()


@pytest.fixture
def permission() -> FakePermission:
    return FakePermission()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "job" / "slide-003.wav"
