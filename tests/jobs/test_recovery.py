"""A list of jobs that was damaged on the disk: kept, restored, and told; never a traceback, never silently emptied."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from slidecast_gui.jobs import Hold, JobStatus, JobStore, StoreError, StoreErrorKind, this_owner
from slidecast_gui.jobs.backups import back_up, backup_folder, backups
from slidecast_gui.jobs.model import now
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings

PAGE = 4096


@pytest.fixture
def backed_up(paths: DataPaths) -> Path:
    """The path of a closed database with 300 jobs, one of them queued, that was backed up, and 5 added since."""
    with JobStore(paths.database) as store:
        jobs = store.create_many([f"/decks/{n}.pptx" for n in range(300)], RenderSettings())
        store.move(jobs[0].job_id, JobStatus.QUEUED)
        assert store.back_up_daily() is not None
        store.create_many([f"/decks/new {n}.pptx" for n in range(5)], RenderSettings())
    return paths.database


def flip(path: Path, start: int, length: int) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + length] = bytes(byte ^ 0xFF for byte in content[start : start + length])
    path.write_bytes(content)


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def rewrite_in_indexes(path: Path, old: bytes, new: bytes) -> int:
    """Only in leaf pages of indexes, which begin with 10 (https://www.sqlite.org/fileformat.html, "B-tree Pages")."""
    content = path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    changed = [page.replace(old, new) if page[0] == 10 else page for page in pages]
    path.write_bytes(b"".join(changed))
    return sum(page != other for page, other in zip(pages, changed, strict=True))


def is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 5 * PAGE + 100])


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
        assert store.count() == 300
    assert recovery.kept_as.read_bytes() == before
    assert recovery.restored_from is not None
    assert recovery.restored_from.parent == backup_folder(backed_up)
    assert str(recovery.kept_as) in recovery.sentence
    assert is_whole(backed_up)
    with JobStore(backed_up) as again:
        assert again.recovery is None
        assert again.count() == 300


def test_a_job_that_waited_in_the_backup_does_not_start_by_itself(backed_up: Path) -> None:
    """It may have been rendered since; a presenter's newer file is not written over by what a backup remembers."""
    flip(backed_up, 0, PAGE)
    with JobStore(backed_up) as store:
        assert store.next_queued() is None
        (held,) = [job for job in store.queue() if job.name == "0"]
        assert held.status is JobStatus.PAUSED
        assert "backup" in held.reason


def test_a_job_that_ran_in_the_backup_waits_and_is_not_taken_for_crashed(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        job = store.create("/decks/a.pptx", RenderSettings(), JobStatus.QUEUED)
        assert store.claim(job.job_id, this_owner())
        store.back_up_daily()
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
        assert store.count() == 300
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


@pytest.mark.parametrize(
    "change",
    [
        "status = 'quEued'",
        "settings = '{\"preset'",
        "created_at = '2x26-11-24T00:00:00Z'",
        "stage = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_damaged_row_is_taken_out_and_the_others_stay(backed_up: Path, change: str) -> None:
    with closing(sqlite3.connect(backed_up)) as connection, connection:
        connection.execute(f"UPDATE job SET {change} WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.jobs_lost == 1
        assert str(store.recovery.kept_as) in store.recovery.sentence
        assert len(store.history()) == 304
        assert "7" not in {job.name for job in store.history()}
    with closing(sqlite3.connect(store.recovery.kept_as)) as kept:
        assert kept.execute("SELECT count(*) FROM job").fetchone() == (305,)


def test_bytes_that_are_no_text_do_not_hide_the_list(backed_up: Path) -> None:
    with closing(sqlite3.connect(backed_up)) as connection, connection:
        connection.execute("UPDATE job SET deck_title = CAST(x'41ff42' AS TEXT) WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        assert len(store.history()) == 305
        assert "A\ufffdB" in {job.deck_title for job in store.history()}


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
    flip(backed_up, 4 * PAGE, 64)
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


def test_a_damaged_index_is_made_again_and_no_job_is_lost(backed_up: Path) -> None:
    assert rewrite_in_indexes(backed_up, b"/decks/7.mp4", b"/decks/X.mp4") == 1
    assert not is_whole(backed_up)
    before = backed_up.read_bytes()
    with JobStore(backed_up) as store:
        recovery = store.recovery
        assert recovery is not None
        assert (store.count(), recovery.jobs_lost, recovery.restored_from) == (305, 0, None)
        assert "no job was lost" in recovery.sentence
    assert recovery.kept_as.read_bytes()[PAGE:] == before[PAGE:]
    assert is_whole(backed_up)
    with JobStore(backed_up) as again:
        assert again.recovery is None


def test_bytes_flipped_anywhere_leave_a_list_that_is_whole(backed_up: Path, tmp_path: Path) -> None:
    content, dice = backed_up.read_bytes(), random.Random(3)
    for number in range(60):
        folder = tmp_path / f"{number}"
        shutil.copytree(backup_folder(backed_up), folder / "backups")
        damaged = bytearray(content)
        # Every third in the first page, where a few bytes decide over all others.
        start = dice.randrange(PAGE if number % 3 == 0 else len(content) - 16)
        for offset in range(start, start + dice.choice((1, 4, 16))):
            damaged[offset] ^= dice.randrange(1, 256)
        (folder / backed_up.name).write_bytes(damaged)
        with JobStore(folder / backed_up.name) as store:
            jobs = store.history()
            assert len(jobs) in (305, 304) or (len(jobs) == 300 and store.recovery is not None)
            assert sum(store.counts().values()) == len(jobs)
        assert is_whole(folder / backed_up.name)


def test_a_backup_from_a_clock_that_was_wrong_is_not_taken_for_the_newest(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (good,) = backups(backed_up)
    with monkeypatch.context() as wrong:
        wrong.setattr("slidecast_gui.jobs.backups.now", lambda: now() + timedelta(days=365))
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
        assert store.back_up_daily() is not None
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
