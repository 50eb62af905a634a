"""When a list of jobs is looked through for damage."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.database.checked import distrust
from slidecast_gui.jobs.model import now


def test_damage_that_is_met_again_after_none_was_found_ends_in_a_restored_backup(backed_up: Path) -> None:
    for _ in range(2):
        with JobStore(backed_up) as store:
            assert store.recovery is None
        distrust(backed_up)
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.restored_from is not None
        assert store.count() == 305
    with JobStore(backed_up) as store:
        assert store.recovery is None


def test_a_list_is_looked_through_where_there_is_a_reason(backed_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    monkeypatch.setattr("slidecast_gui.jobs.database.opening.mend", lambda _database, path: looked.append(path))
    with JobStore(backed_up), JobStore(backed_up):
        assert looked == []
    shutil.copytree(backed_up.parent, backed_up.parent.parent / "moved")
    JobStore(backed_up.parent.parent / "moved" / backed_up.name).close()
    assert len(looked) == 1, "the file is another one"
    os.utime(backed_up)
    JobStore(backed_up).close()
    assert len(looked) == 2, "the file was changed by somebody else"
    monkeypatch.setattr("slidecast_gui.jobs.database.checked.now", lambda: now() + timedelta(days=1, seconds=1))
    JobStore(backed_up).close()
    assert len(looked) == 3, "a day has passed"
    JobStore(backed_up).close()
    assert len(looked) == 3


def test_a_list_is_looked_through_after_its_owner_was_killed(
    backed_up: Path, other_process: Callable[..., subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []
    monkeypatch.setattr("slidecast_gui.jobs.database.opening.mend", lambda _database, path: looked.append(path))
    owner = other_process(
        "import sys; from pathlib import Path; from slidecast_gui.jobs import JobStore\n"
        "store = JobStore(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()",
        backed_up,
    )
    assert owner.stdout is not None
    assert owner.stdout.readline() == "open\n"
    JobStore(backed_up).close()
    assert looked == []
    owner.kill()
    owner.wait(30)
    JobStore(backed_up).close()
    assert len(looked) == 1
