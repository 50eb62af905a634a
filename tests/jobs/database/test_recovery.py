"""A list of jobs that was damaged on the disk: kept, restored, and told; never a traceback, never silently emptied."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from damage import PAGE, cut, flip, is_whole, rewrite

from slidecast_gui.edits import SlideEdit
from slidecast_gui.jobs import Hold, JobStatus, JobStore, StoreError, StoreErrorKind, this_owner
from slidecast_gui.jobs.database.backups import DAILY, back_up, backup_folder, backups
from slidecast_gui.jobs.database.recovery import DAMAGED_KEPT
from slidecast_gui.jobs.model import now
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

DAMAGES: dict[str, Callable[[Path], None]] = {
    "the magic of the header": lambda path: flip(path, 0, 16),
    "the page size in the header": lambda path: flip(path, 16, 2),
    "the schema's page": lambda path: flip(path, 100, 200),
    "all of the first page": lambda path: flip(path, 0, PAGE),
    "headers of pages in the middle": lambda path: [flip(path, page * PAGE, 64) for page in range(4, 12)] and None,
    "a cut-off end": cut,
    "no bytes left": lambda path: path.write_bytes(b"") and None,
    "a column's name in the schema": lambda path: rewrite(path, b'"settings"', b'"sXttings"'),
    "the key in the schema": lambda path: rewrite(path, b"PRIMARY KEY", b"PRIMARX KEY"),
    "the names of what was migrated": lambda path: rewrite(path, b"schema_migration", b"schXma_migration"),
    "a number in the header that no SQLite knows": lambda path: flip(path, 44, 4),
    "bytes in the schema that are no text": lambda path: rewrite(path, b"CREATE INDEX", b"CR\xff\xfeTE INDEX"),
    "another file under its name": lambda path: path.write_bytes(b"PK\x03\x04 this was a deck" * 300) and None,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_kept_and_its_newest_backup_restored(backed_up: Path, damage: str) -> None:
    DAMAGES[damage](backed_up)
    before = backed_up.read_bytes()
    with JobStore(backed_up) as store:
        recovery = store.recovery
        assert recovery is not None
        assert recovery.restored_from is not None
        assert store.count() == 300 + recovery.taken_over
        assert {f"{n}" for n in range(300)} <= {job.name for job in store.history()}
    assert recovery.kept_as.read_bytes() == before
    assert recovery.restored_from.parent == backup_folder(backed_up)
    assert str(recovery.kept_as) in recovery.sentence
    assert is_whole(backed_up)
    with JobStore(backed_up) as again:
        assert again.recovery is None
        assert again.count() == 300 + recovery.taken_over


def test_a_job_that_waited_in_the_backup_does_not_start_by_itself(backed_up: Path) -> None:
    """It may have been rendered since; a presenter's newer file is not written over by what a backup remembers."""
    flip(backed_up, 0, PAGE)
    with JobStore(backed_up) as store:
        assert store.next_queued() is None
        (held,) = [job for job in store.queue() if job.name == "0"]
        assert held.status is JobStatus.PAUSED
        assert "backup" in held.reason


def test_a_restored_list_is_ready_before_it_takes_the_place_of_the_damaged_one(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ends the program then, no job of the backup starts by itself at the next launch."""
    restored = []

    def end_here(part: Path, path: Path) -> Path:
        if path != backed_up:
            shutil.move(part, path)
            return path
        restored.append(shutil.copy(part, path.with_name("as it was")))
        raise KeyboardInterrupt

    flip(backed_up, 0, PAGE)
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(Path, "replace", end_here)
        JobStore(backed_up)
    with closing(sqlite3.connect(restored[0])) as copy:
        assert copy.execute("SELECT DISTINCT status FROM job").fetchall() == [("paused",)]


def test_a_job_that_ran_in_the_backup_waits_and_is_not_taken_for_crashed(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        job = store.create("/decks/a.pptx", RenderSettings(), JobStatus.QUEUED)
        assert store.claim(job.job_id, this_owner())
        back_up(store.path, DAILY)
    flip(paths.database, 0, PAGE)
    with JobStore(paths.database) as store:
        restored = store.get(job.job_id)
        assert (restored.status, restored.owner, restored.unclean_ends) == (JobStatus.PAUSED, None, 0)


def test_a_damaged_backup_is_passed_over(backed_up: Path) -> None:
    (good,) = backup_folder(backed_up).iterdir()
    newer = Path(shutil.copy(good, good.with_name("slidecast-20990101T000000-daily.sqlite3")))
    flip(newer, 3 * PAGE, 64)
    flip(backed_up, 0, PAGE)
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.restored_from == good


def test_without_a_backup_a_new_list_is_begun_and_said_so(backed_up: Path) -> None:
    shutil.rmtree(backup_folder(backed_up))
    flip(backed_up, 0, PAGE)
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.restored_from is None
        assert "no backup" in store.recovery.sentence
        assert store.count() == 0
        assert store.create("/decks/a.pptx", RenderSettings())


def test_the_log_of_the_damaged_file_is_not_played_into_the_restored_one(backed_up: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    with JobStore(backed_up) as store:
        store.create_many([f"/decks/late {n}.pptx" for n in range(50)], RenderSettings())
        shutil.copytree(backed_up.parent, crashed)
    damaged = crashed / backed_up.name
    assert damaged.with_name(damaged.name + "-wal").stat().st_size > PAGE
    flip(damaged, 4 * PAGE, 20 * PAGE)
    with JobStore(damaged) as store:
        assert store.recovery is not None
        assert store.count() == 300 + store.recovery.taken_over
    assert is_whole(damaged)


def test_a_write_ahead_log_of_rubbish_is_not_believed(backed_up: Path) -> None:
    backed_up.with_name(backed_up.name + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"rubbish" * 4000)
    with JobStore(backed_up) as store:
        assert store.recovery is None
        assert store.count() == 305


def test_a_lost_write_ahead_log_costs_only_what_was_in_it(backed_up: Path, tmp_path: Path) -> None:
    with JobStore(backed_up) as store:
        store.create("/decks/last.pptx", RenderSettings())
        without = Path(shutil.copy(backed_up, tmp_path / "alone.sqlite3"))
    with JobStore(without) as store:
        assert store.recovery is None
        assert store.count() == 305


def test_what_was_added_since_the_backup_is_taken_over_from_the_damaged_file(backed_up: Path) -> None:
    with JobStore(backed_up) as store:
        newest = next(job for job in store.history() if job.name == "new 4")
        store.edit_slide(newest.job_id, "256", SlideEdit(script="Said otherwise."))
        story = store.events(newest.job_id)
    rewrite(backed_up, b"schema_migration", b"schXma_migration")
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.taken_over == 5
        assert "with 5 jobs" in store.recovery.sentence
        assert store.events(newest.job_id) == story
        assert store.edits(newest.job_id) == {"256": SlideEdit(script="Said otherwise.")}


def test_only_the_newest_damaged_files_are_kept(backed_up: Path) -> None:
    for day in range(1, 7):
        for end in ("", "-wal"):
            (backed_up.parent / f"{backed_up.stem}-damaged-2026010{day}T000000{backed_up.suffix}{end}").touch()
    flip(backed_up, 0, PAGE)
    with JobStore(backed_up) as store:
        assert store.recovery is not None
    left = sorted(path.name for path in backed_up.parent.glob("*-damaged-*"))
    assert len([name for name in left if not name.endswith("-wal")]) == DAMAGED_KEPT
    assert store.recovery.kept_as.name in left
    assert "20260104" not in str(left)


def test_a_file_that_another_process_uses_is_not_moved_from_under_it(
    backed_up: Path, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    code = (
        "import sys; from pathlib import Path; from slidecast_gui.jobs import JobStore\n"
        "store = JobStore(Path(sys.argv[1])); store.count(); print('open', flush=True); sys.stdin.read()"
    )
    holder = other_process(code, backed_up)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    flip(backed_up, 0, PAGE)
    with pytest.raises(StoreError) as caught:
        JobStore(backed_up)
    assert caught.value.reason in (StoreErrorKind.DAMAGED, StoreErrorKind.LOCKED)
    assert backed_up.is_file()


def test_two_that_start_at_once_repair_the_file_once(
    backed_up: Path, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    flip(backed_up, 0, PAGE)
    code = (
        "import sys; from pathlib import Path; from slidecast_gui.jobs import JobStore\n"
        "with JobStore(Path(sys.argv[1])) as store: print(store.count(), store.recovery is not None)"
    )
    ran = [other_process(code, backed_up) for _ in range(3)]
    said = sorted(process.communicate(timeout=60)[0] for process in ran)
    assert said == ["300 False\n", "300 False\n", "300 True\n"]
    assert len(list(backed_up.parent.glob("*damaged*"))) == 1


def test_a_backup_from_a_clock_that_was_wrong_is_not_taken_for_the_newest(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (good,) = backups(backed_up)
    with monkeypatch.context() as wrong:
        wrong.setattr("slidecast_gui.jobs.database.backups.now", lambda: now() + timedelta(days=365))
        future = back_up(backed_up, "daily")
    assert backups(backed_up) == [good, future]
    flip(backed_up, 0, PAGE)
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.restored_from == good


def test_a_restored_list_has_the_jobs_stories_and_the_pause_of_its_queue(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        job = store.create("/decks/talk.pptx", RenderSettings(), JobStatus.QUEUED)
        store.pause_queue()
        story = store.events(job.job_id)
        back_up(store.path, DAILY)
    flip(paths.database, 0, PAGE)
    with JobStore(paths.database) as restored:
        assert restored.hold() is Hold.ALL
        assert restored.events(job.job_id)[: len(story)] == story
        assert restored.get(job.job_id).settings == job.settings


def test_a_folder_in_place_of_the_list_is_a_sentence(paths: DataPaths) -> None:
    paths.database.mkdir(parents=True)
    with pytest.raises(StoreError) as caught:
        JobStore(paths.database)
    assert caught.value.reason is StoreErrorKind.UNREACHABLE
