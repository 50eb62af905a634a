"""Copies of the list of jobs."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path, PureWindowsPath

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import JobStore, StoreError, StoreErrorKind
from slidecast_gui.jobs.database import backups
from slidecast_gui.jobs.database.backups import KEPT, address, back_up, backup_folder, copy_database
from slidecast_gui.jobs.model import now
from slidecast_gui.jobs.queue.daily_backup import DailyBackup
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(backups, "now", lambda: moment)


def test_a_backup_is_made_once_a_day(store: JobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.back_up_daily() is not None
    assert store.back_up_daily() is None
    at(monkeypatch, now() + timedelta(days=1, seconds=1))
    assert store.back_up_daily() is not None


def test_a_clock_that_was_wrong_once_does_not_end_backups(store: JobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, now() + timedelta(days=4000))
    store.back_up_daily()
    at(monkeypatch, now())
    assert store.back_up_daily() is not None


def test_a_few_of_each_sort_are_kept(store: JobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    start = now()
    before = back_up(store.path, "before-0002_later")
    for day in range(KEPT + 3):
        at(monkeypatch, start + timedelta(days=2 * day + 1))
        newest = store.back_up_daily()
    assert newest is not None
    left = backups.backups(store.path)
    assert len(left) == KEPT + 1
    assert left[0] == newest
    assert left[-1] == before


def test_other_files_in_the_folder_are_left_alone(store: JobStore) -> None:
    folder = backup_folder(store.path)
    folder.mkdir()
    (folder / "my own copy.sqlite3").write_bytes(b"")
    for _ in range(3):
        store.back_up_daily()
    assert (folder / "my own copy.sqlite3").exists()


def test_a_copy_has_what_is_still_in_the_log_and_needs_no_log_itself(store: JobStore, tmp_path: Path) -> None:
    store.create_many([f"/decks/{n}.pptx" for n in range(20)], RenderSettings())
    copy = tmp_path / "elsewhere" / "copy.sqlite3"
    store.back_up_to(copy)
    assert [path.name for path in copy.parent.iterdir()] == ["copy.sqlite3"]
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM job").fetchone() == (20,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_copy_that_cannot_be_written_leaves_nothing(store: JobStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        copy_database(store.path, tmp_path / "file" / "copy.sqlite3")
    assert caught.value.reason is StoreErrorKind.UNREACHABLE
    assert {path.name for path in tmp_path.iterdir()} == {"data", "file"}


def test_a_copy_to_a_drive_that_does_not_answer_is_told(store: JobStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        store.back_up_to(tmp_path / ("a" * 300) / "copy.sqlite3")


def test_a_backup_that_cannot_be_made_does_not_stop_the_work(store: JobStore) -> None:
    backup_folder(store.path).write_bytes(b"a file where the folder should be")
    assert store.back_up_daily() is None
    assert store.create("/decks/a.pptx", RenderSettings())


def test_what_a_killed_process_left_of_its_backup_goes_with_the_next(
    store: JobStore, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    dead, living = other_process("pass"), other_process("input()")
    dead.wait(30)
    folder = backup_folder(store.path)
    folder.mkdir()
    names = [f"jobs.sqlite3.{process.pid}.part{more}" for process in (dead, living) for more in ("", "-journal")]
    for name in names:
        (folder / name).touch()
    back_up(store.path, "daily")
    assert sorted(path.name for path in folder.glob("*.part*")) == sorted(names[2:])


def test_backups_made_while_another_process_writes_are_whole_and_of_one_moment(
    store: JobStore, tmp_path: Path, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    """The other process adds two jobs at a time; a copy with an odd number would be of two moments."""
    writer = other_process(
        "import sys\nfrom slidecast_gui.jobs import JobStore\nfrom slidecast_gui.settings import RenderSettings\n"
        "with JobStore(sys.argv[1]) as store:\n"
        "    while True:\n"
        "        print(len(store.create_many(['/decks/a.pptx', '/decks/b.pptx'], RenderSettings())), flush=True)",
        store.path,
    )
    assert writer.stdout is not None
    counts = []
    for number in range(8):
        assert writer.stdout.readline() == "2\n"
        copy_database(store.path, tmp_path / f"{number}.sqlite3")
        with closing(sqlite3.connect(tmp_path / f"{number}.sqlite3")) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            counts += copy.execute("SELECT count(*) FROM job").fetchone()
    assert all(count % 2 == 0 for count in counts)
    assert counts[-1] > counts[0]


def test_a_list_is_not_copied_onto_itself(store: JobStore) -> None:
    folder = store.path.parent
    store.create("/decks/a.pptx", RenderSettings())
    with pytest.raises(SlidecastError, match="onto itself"):
        store.back_up_to(folder / ".." / folder.name / store.path.name)
    assert store.count() == 1


def test_a_program_that_backs_up_does_so_at_its_end_where_it_has_changed_something(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        first = store.back_up_daily()
        store.create("/decks/a.pptx", RenderSettings())
    last, daily = backups.backups(paths.database)
    assert daily == first
    with closing(sqlite3.connect(last)) as copy:
        assert copy.execute("SELECT count(*) FROM job").fetchone() == (1,)
    with JobStore(paths.database) as store:
        store.back_up_daily()
        assert store.count() == 1
    assert backups.backups(paths.database) == [last, daily]


def test_a_command_that_only_asks_makes_no_backup(paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        store.create("/decks/a.pptx", RenderSettings())
    assert backups.backups(paths.database) == []


def test_a_window_that_stays_open_is_backed_up_every_day_off_its_thread(
    store: JobStore, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    threads = []
    made = backup_folder(store.path)
    monkeypatch.setattr(
        "slidecast_gui.jobs.queue.daily_backup.back_up_daily",
        lambda path: (threads.append(threading.current_thread()), backups.back_up_daily(path)),
    )
    monkeypatch.setattr("slidecast_gui.jobs.queue.daily_backup.LOOK_EVERY_MS", 20)
    owner = QObject()
    daily = DailyBackup(store, owner)
    daily.look()
    qtbot.waitUntil(lambda: made.is_dir() and len(list(made.glob("*.sqlite3"))) == 1)
    at(monkeypatch, now() + timedelta(days=1, seconds=1))
    qtbot.waitUntil(lambda: len(list(made.glob("*.sqlite3"))) == 2)
    daily.stop()
    assert threading.main_thread() not in threads


def test_a_list_that_is_read_only_can_be_backed_up(store: JobStore, tmp_path: Path) -> None:
    """Permissions do not hold root back, so that nothing can be written there is said by a file system."""
    store.create("/decks/a.pptx", RenderSettings())
    store.close()
    folder = tmp_path / "mounted"
    folder.mkdir()
    mount = ["mount", "--bind", str(store.path.parent), str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a folder can be mounted by root on Linux only")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        with JobStore(folder / store.path.name) as read_only:
            assert read_only.unwritable is not None
            read_only.back_up_to(tmp_path / "copy.sqlite3")
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("SELECT count(*) FROM job").fetchone() == (1,)


def test_what_a_killed_process_left_of_a_copy_goes_with_the_next_of_that_name(
    store: JobStore, tmp_path: Path, other_process: Callable[..., subprocess.Popen[str]]
) -> None:
    dead = other_process("pass")
    dead.wait(30)
    target = tmp_path / "mine" / "copy.sqlite3"
    target.parent.mkdir()
    kept = {f"another.sqlite3.{dead.pid}.part", "copy.sqlite3.old.part"}
    for name in (*kept, f"copy.sqlite3.{dead.pid}.part", f"copy.sqlite3.{dead.pid}.part-journal"):
        (target.parent / name).touch()
    store.back_up_to(target)
    assert {path.name for path in target.parent.iterdir()} == {*kept, "copy.sqlite3"}


def test_a_list_on_a_windows_share_is_named_as_sqlite_takes_it(tmp_path: Path) -> None:
    assert address(PureWindowsPath(r"\\server\my talks\a.sqlite3"), "mode=ro") == (
        "file:////server/my%20talks/a.sqlite3?mode=ro"
    )
    assert address(PureWindowsPath(r"C:\talks\a.sqlite3"), "mode=ro") == "file:///C:/talks/a.sqlite3?mode=ro"
    with closing(sqlite3.connect(tmp_path / "a.sqlite3")) as made:
        made.execute("CREATE TABLE job (job_id)")
    with closing(sqlite3.connect(f"file:///{tmp_path}/a.sqlite3?mode=ro", uri=True)) as read:
        assert read.execute("SELECT count(*) FROM job").fetchone() == (0,)
