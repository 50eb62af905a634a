"""The parts that stand for a microphone and the system, and where a recording goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from recorder_parts import FakeMicrophone, FakePermission

HERE = Path(__file__).parent


@pytest.fixture
def microphone() -> FakeMicrophone:
    return FakeMicrophone()


@pytest.fixture
def permission() -> FakePermission:
    return FakePermission()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "job" / "slide-003.wav"
