"""A few runs of the kill test, with every suite; hundreds are run by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from kill_test import VICTIMS, rounds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


def test_a_job_gets_done_whoever_is_killed(tmp_path: Path) -> None:
    outcomes = list(rounds(seed=2026, count=len(VICTIMS), folder=tmp_path / "runs"))
    assert {outcome.victim: outcome.faults for outcome in outcomes} == {victim: [] for victim in VICTIMS}
