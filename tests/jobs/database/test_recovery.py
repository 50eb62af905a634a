"""A list of jobs that was damaged on the disk: kept, restored, and told; never a traceback, never silently emptied."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from flipped_bits import fill_with_everything, flip_bit, look_at_everything, places, use_until_it_is_mended

from slidecast_gui.edits import SlideEdit
from slidecast_gui.jobs import Hold, JobFilter, JobStatus, JobStore, StoreError, StoreErrorKind, this_owner
from slidecast_gui.jobs.database.backups import DAILY, back_up, backup_folder, backups
from slidecast_gui.jobs.database.checked import distrust
from slidecast_gui.jobs.database.ordering import Order
from slidecast_gui.jobs.database.recovery import DAMAGED_KEPT
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
        back_up(store.path, DAILY)
        store.create_many([f"/decks/new {n}.pptx" for n in range(5)], RenderSettings())
    return paths.database


@pytest.fixture
def lived_in(paths: DataPaths) -> Path:
    """The path of a closed and backed up list with jobs in every state, stories, edits and a held queue."""
    with JobStore(paths.database) as store:
        fill_with_everything(store)
    return paths.database


def flip(path: Path, start: int, length: int) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + length] = bytes(byte ^ 0xFF for byte in content[start : start + length])
    path.write_bytes(content)


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert content.count(old), f"{old!r} is not there"
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


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement).rowcount == 1


@pytest.mark.parametrize(
    "damage",
    [
        "status = 'quEued'",
        "settings = '{\"size'",
        'settings = \'{"seconds_per_slide": "x"}\'',
        "created_at = '2x26-11-24T00:00:00Z'",
        "created_at = '2026-02-31T00:00:00.000000Z'",
        "created_at = '2026-11-24T00:00:00.000000'",
        "completed_at = 'now'",
        "started_at = '2026-11-24T25:00:00.000000Z'",
        "last_heartbeat = '2026-11-24T00:00:00.000000y'",
        "not_before = '9026-11-24T00:00:00.000000Z'",
        "owner = '12x 3 b'",
        "owner = '12  3.0 b'",
        "owner = '99999999999999999999 3.0 b'",
        'created_files = \'[{"qath": "/a.mp4", "size": 1}]\'',
        'created_files = \'[{"path": "/a.mp4", "sixe": 1}]\'',
        "created_files = '[1]'",
        "captions = '{}'",
        "position = 'abc'",
        "attempts = 1e300",
        "duration_s = 'x'",
        "progress = 1000",
        "deck_title = CAST('talk' || char(0) || 'x' AS TEXT)",
        "thumbnail_path = x'ff'",
    ],
)
def test_a_damaged_value_costs_neither_its_job_nor_the_others(backed_up: Path, damage: str) -> None:
    change(backed_up, f"UPDATE job SET {damage} WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        recovery = store.recovery
        assert recovery is not None
        assert (recovery.jobs_lost, recovery.restored_from) == (0, None)
        assert str(recovery.kept_as) in recovery.sentence
        assert {job.name for job in store.history()} >= {f"{n}" for n in range(300)}
        mended = next(job for job in store.history() if job.name == "7")
        assert mended.status is JobStatus.PAUSED
        assert store.create("/decks/another.pptx", RenderSettings()).position > 0
        assert store.earlier_results("/decks/7.pptx") == {}
    with JobStore(backed_up) as again:
        assert again.recovery is None


def test_a_row_with_nothing_to_save_is_taken_out_and_said(backed_up: Path) -> None:
    change(backed_up, "UPDATE job SET deck_path = x'00ff' WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        assert store.recovery is not None
        assert store.recovery.jobs_lost == 1
        assert str(store.recovery.kept_as) in store.recovery.sentence
        assert "7" not in {job.name for job in store.history()}
        assert store.count() == 304
    with closing(sqlite3.connect(store.recovery.kept_as)) as kept:
        assert kept.execute("SELECT count(*) FROM job").fetchone() == (305,)


def test_a_state_that_was_damaged_is_what_the_jobs_story_says(backed_up: Path) -> None:
    with JobStore(backed_up) as store:
        (job,) = (job for job in store.history() if job.name == "7")
        store.move(job.job_id, JobStatus.CANCELLED)
    change(backed_up, "UPDATE job SET status = 'cancElled' WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        assert store.get(job.job_id).status is JobStatus.CANCELLED


def test_what_a_computer_that_had_lost_the_time_has_written_is_no_damage(backed_up: Path) -> None:
    change(backed_up, "UPDATE job SET created_at = '1970-01-01T00:00:09.000000Z' WHERE deck_path = '/decks/7.pptx'")
    change(backed_up, "UPDATE job_event SET at = '1980-01-01T00:00:09.000000Z' WHERE event_id = 1")
    with JobStore(backed_up) as store:
        assert store.recovery is None
        assert all(store.events(job.job_id) for job in store.history())


def test_a_queued_job_whose_settings_were_damaged_waits_for_the_presenter(backed_up: Path) -> None:
    change(backed_up, "UPDATE job SET settings = '[]' WHERE deck_path = '/decks/0.pptx'")
    with JobStore(backed_up) as store:
        assert store.next_queued() is None
        (job,) = (job for job in store.queue() if job.name == "0")
        assert (job.status, job.settings) == (JobStatus.PAUSED, RenderSettings())
        assert "settings" in job.reason


@pytest.mark.parametrize(
    "damage",
    [
        "REPLACE INTO queue_state (state_id, hold, last) VALUES (1, 'ofg', '[]')",
        "REPLACE INTO queue_state (state_id, hold, last) VALUES (1, 'after-current', '7')",
        "REPLACE INTO queue_state (state_id, hold, last) VALUES (1, 'after-current', '[7]')",
        "REPLACE INTO queue_state (state_id, hold, last) VALUES (1, 'off', '[\"x')",
        "UPDATE job_event SET at = '2026-02-31T00:00:00.000000Z' WHERE event_id = 1",
        "UPDATE job_event SET attempt = 'x' WHERE event_id = 1",
        "INSERT INTO slide_edit (job_id, slide_id, edit) SELECT job_id, '257', '[1' FROM job LIMIT 1",
        "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'job_event'",
        "UPDATE schema_migration SET name = '0002Wwaiting' WHERE name = '0002_waiting'",
        "UPDATE schema_migration SET name = '1003_slide_edits' WHERE name = '0003_slide_edits'",
    ],
)
@pytest.mark.parametrize("noticed", ["at opening", "when it is met"])
def test_damage_beside_the_jobs_is_mended(lived_in: Path, damage: str, noticed: str) -> None:
    changed_ns = lived_in.stat().st_mtime_ns
    change(lived_in, damage)
    if noticed == "when it is met":
        os.utime(lived_in, ns=(changed_ns, changed_ns))
    for _ in range(2):
        with suppress(StoreError), JobStore(lived_in) as store:
            look_at_everything(store)
            assert store.create("/decks/another.pptx", RenderSettings())
    with JobStore(lived_in) as store:
        assert store.recovery is None
        look_at_everything(store)
        assert store.count() >= 12
        assert store.hold() is (Hold.OFF if "queue_state" in damage else Hold.AFTER_CURRENT)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"edit" ', b'"exit" '), (b'TABLE "slide_edit"', b'TABLE "slide_exit"'), (b'"applied"', b'"appliXd"')],
)
def test_a_damaged_name_in_any_table_is_noticed_at_opening(lived_in: Path, old: bytes, new: bytes) -> None:
    rewrite(lived_in, old, new)
    with JobStore(lived_in) as store:
        assert store.recovery is not None
        look_at_everything(store)
        assert store.count() == 12


def test_what_a_newer_program_tells_is_passed_over_and_kept(lived_in: Path) -> None:
    change(lived_in, "UPDATE job_event SET kind = 'shared' WHERE event_id = 7")
    change(lived_in, "UPDATE job SET stage = 'uploading' WHERE deck_path = '/decks/talk 6.pptx'")
    with JobStore(lived_in) as store:
        assert store.recovery is None
        (job,) = (job for job in store.queue() if job.name == "talk 6")
        assert job.stage is None
        assert [event.kind.value for event in store.events(job.job_id)] == ["moved"]
    with closing(sqlite3.connect(lived_in)) as kept:
        assert kept.execute("SELECT kind FROM job_event WHERE event_id = 7").fetchone() == ("shared",)
        assert kept.execute("SELECT count(*) FROM job WHERE stage = 'uploading'").fetchone() == (1,)


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


def test_bytes_that_are_no_text_do_not_hide_the_list(backed_up: Path) -> None:
    with closing(sqlite3.connect(backed_up)) as connection, connection:
        connection.execute("UPDATE job SET deck_title = CAST(x'41ff42' AS TEXT) WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        assert len(store.history()) == 305
        assert "A\ufffdB" in {job.deck_title for job in store.history()}


def test_bytes_that_are_no_text_do_not_keep_jobs_from_being_searched_and_sorted(backed_up: Path) -> None:
    with closing(sqlite3.connect(backed_up)) as connection, connection:
        connection.execute("UPDATE job SET deck_path = CAST(x'2f41ff42' AS TEXT) WHERE deck_path = '/decks/7.pptx'")
    with JobStore(backed_up) as store:
        assert [job.deck_path for job in store.history(JobFilter(text="a\ufffdb"))] == ["/A\ufffdB"]
        assert "/A\ufffdB" in {job.deck_path for job in store.history(order=Order.NAME)}


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


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_bit_flipped_anywhere_is_harmless_mended_or_restored(
    lived_in: Path, tmp_path: Path, *, with_backup: bool
) -> None:
    for number, place in enumerate(places(lived_in.read_bytes(), 20)):
        folder = shutil.copytree(lived_in.parent, tmp_path / f"{number}")
        if not with_backup:
            shutil.rmtree(folder / "backups")
        flip_bit(folder / lived_in.name, *place, is_noticed=bool(number % 2))
        use_until_it_is_mended(folder / lived_in.name)
        assert is_whole(folder / lived_in.name)


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
