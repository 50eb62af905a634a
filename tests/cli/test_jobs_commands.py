"""`slidecast-gui jobs ...` as a shell runs it: a queue that is held, copied and carried elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from slidecast_gui.cli import main
from slidecast_gui.jobs import Hold, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.work import run_job, take
from slidecast_gui.paths import data_paths
from slidecast_gui.settings import RenderSettings

ROOT = Path(__file__).resolve().parents[2]
SMALL = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5)

Slidecast = Callable[..., subprocess.CompletedProcess[str]]
MakeDeck = Callable[..., Path]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "slidecast.sqlite3"


@pytest.fixture
def jobs(tmp_path: Path) -> Slidecast:
    """Runs `slidecast-gui jobs` with some words, on data of its own."""

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "slidecast_gui", "jobs", *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env=os.environ | {"SLIDECAST_DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)},
        )

    return run


def test_the_queue_is_paused_and_goes_on(jobs: Slidecast, database: Path) -> None:
    with JobStore(database) as store:
        assert jobs("pause").returncode == 0
        assert store.hold() is Hold.ALL
        assert jobs("resume").returncode == 0
        assert store.hold() is Hold.OFF


def test_one_job_is_paused_put_first_and_goes_on(jobs: Slidecast, database: Path) -> None:
    with JobStore(database) as store:
        first, second = store.create_many(["/a.pptx", "/b.pptx"], SMALL, JobStatus.QUEUED)
        assert jobs("pause", first.job_id[:8]).returncode == 0
        assert store.get(first.job_id).status is JobStatus.PAUSED
        assert jobs("next", second.job_id).returncode == 0
        assert [job.name for job in store.queue()] == ["b", "a"]
        assert jobs("resume", first.job_id).returncode == 0
        assert store.get(first.job_id).status is JobStatus.QUEUED


def test_a_backup_is_a_list_of_jobs_by_itself(jobs: Slidecast, database: Path, tmp_path: Path) -> None:
    with JobStore(database) as store:
        store.create("/a.pptx", SMALL)
        assert jobs("backup", tmp_path / "copy.sqlite3").returncode == 0
    with JobStore(tmp_path / "copy.sqlite3") as copy:
        assert [job.name for job in copy.history()] == ["a"]


def test_history_and_queue_are_exported_and_the_queue_imported(jobs: Slidecast, database: Path, tmp_path: Path) -> None:
    with JobStore(database) as store:
        store.create("/a.pptx", SMALL)
    assert [row["deck_path"] for row in csv.DictReader(io.StringIO(jobs("export", "--csv").stdout))] == ["/a.pptx"]
    assert jobs("export", "-o", tmp_path / "all.json").returncode == 0
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))[0]["deck_path"] == "/a.pptx"
    assert jobs("export-queue", tmp_path / "queue.json").returncode == 0
    assert jobs("import-queue", tmp_path / "queue.json").returncode == 0
    with JobStore(database) as store:
        assert store.count() == 2
    wrong = jobs("import-queue", tmp_path / "all.json")
    assert wrong.returncode == 1
    assert "Traceback" not in wrong.stderr


def test_a_damaged_list_is_told_on_stderr_and_the_command_goes_on(jobs: Slidecast, database: Path) -> None:
    database.parent.mkdir()
    database.write_bytes(b"no database" * 500)
    done = jobs("--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    (kept,) = database.parent.glob("*damaged*")
    assert str(kept) in done.stderr


def test_a_changed_deck_fails_its_job_and_a_retry_renders_the_new_version(
    jobs: Slidecast, database: Path, make_deck: MakeDeck, tmp_path: Path
) -> None:
    deck = make_deck()
    with JobStore(database) as store:
        waiting = store.create(deck, SMALL)
        store.note_deck(waiting.job_id, "ab" * 32)
    assert run_waiting(database, waiting.job_id) == ("failed", "deck-changed")
    assert not (tmp_path / "talk.mp4").exists()
    assert jobs("retry", waiting.job_id).returncode == 0
    assert (tmp_path / "talk.mp4").is_file()


def test_a_deck_that_has_vanished_is_said_so(database: Path, tmp_path: Path) -> None:
    with JobStore(database) as store:
        waiting = store.create(tmp_path / "gone.pptx", SMALL)
        store.note_deck(waiting.job_id, "ab" * 32)
    assert run_waiting(database, waiting.job_id) == ("failed", "missing")


def run_waiting(database: Path, job_id: str) -> tuple[str, str]:
    """Runs a waiting job to its end, with the real renderer; its state and the kind of its error."""
    with JobStore(database) as store:
        job = take(store, job_id, this_owner())
        assert job is not None
        run_job(store, data_paths(database.parent), job, lambda _event: None, threading.Event())
        ended = store.get(job_id)
        return ended.status.value, ended.error_kind


def test_a_history_on_standard_output_keeps_its_line_ends_where_the_system_has_others(
    tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with JobStore(database) as store:
        store.create(tmp_path / "talk.pptx", SMALL)
    printed = io.BytesIO()
    # As Windows does by itself.
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding="utf-8", newline="\r\n"))
    assert main(["jobs", "--data-dir", str(tmp_path / "data"), "export", "--csv"]) == 0
    sys.stdout.flush()
    assert printed.getvalue().count(b"\r\n") == 2
    assert b"\r\r" not in printed.getvalue()


@pytest.mark.parametrize("words", [("export", "-o", "."), ("export-queue", ".")])
def test_a_folder_is_no_file_to_export_to(jobs: Slidecast, words: tuple[str, ...]) -> None:
    done = jobs(*words)
    assert (done.returncode, "Traceback" in done.stderr, "give another file" in done.stderr) == (1, False, True)
