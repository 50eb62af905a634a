"""The file: how it is opened, brought up to date, and what a presenter reads when it cannot be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest
from peewee import SqliteDatabase

import slidecast_gui
from slidecast_gui.edits import SlideEdit
from slidecast_gui.events import Stage
from slidecast_gui.jobs import (
    ENDED,
    EventKind,
    Hold,
    JobFilter,
    JobStatus,
    JobStore,
    StoreError,
    StoreErrorKind,
    Wish,
)
from slidecast_gui.jobs.database import opening, schema
from slidecast_gui.jobs.database.records import records_of
from slidecast_gui.jobs.model import now
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import SETTINGS_VERSION, RenderSettings

PAGE = 4096
CHECKOUT = Path(slidecast_gui.__file__).parents[1]
SECOND_MIGRATION = """
from peewee import TextField
def up(migrator, db):
    migrator.migrate(migrator.add_column("job", "colour", TextField(default="blue")))
"""


@pytest.fixture
def filled(paths: DataPaths) -> Path:
    """The path of a closed database with 300 jobs."""
    with JobStore(paths.database) as store:
        store.create_many([f"/decks/{n}.pptx" for n in range(300)], RenderSettings())
    return paths.database


def skip_if_only_root_reads_the_program() -> None:
    """Root may write everywhere, so these tests give up its rights; then they have to be able to read the program."""
    if sys.platform != "win32" and os.geteuid() == 0:
        migrations = Path(slidecast_gui.__file__).parent / "jobs" / "database" / "migrations"
        if not all(folder.stat().st_mode & 0o005 == 0o005 for folder in (migrations, *migrations.parents)):
            pytest.skip("this checkout lies in a folder that only root may read")


def reason_of(path: Path) -> StoreErrorKind:
    with pytest.raises(StoreError) as caught, JobStore(path) as store:
        store.history()
    assert str(path) in caught.value.sentence
    assert "sqlite" not in caught.value.sentence.replace(str(path), "").lower()
    return caught.value.reason


@pytest.fixture
def with_second_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "[migrations]"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "0099_colour.py").write_text(SECOND_MIGRATION, encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", folder)


def test_the_file_is_kept_as_the_design_says(store: JobStore) -> None:
    connection = store._database
    assert connection.journal_mode == "wal"
    assert connection.foreign_keys == 1
    assert connection.pragma("synchronous") == 2
    assert connection.pragma("busy_timeout") == 5000


def test_what_the_queue_and_the_history_ask_has_an_index(store: JobStore) -> None:
    indexed = {tuple(index.columns) for index in store._database.get_indexes("job")}
    assert {("status", "position"), ("deck_path",)} <= indexed
    queries: list[str] = []
    store._database.connection().set_trace_callback(queries.append)
    store.history(JobFilter(statuses=ENDED, since=now()), limit=60)
    store._database.connection().set_trace_callback(None)
    plan = store._database.execute_sql(f"EXPLAIN QUERY PLAN {queries[-1]}").fetchall()
    assert [row[3] for row in plan] == ["SEARCH t1 USING INDEX job_moment (<expr>>?)"]


def test_migrations_make_exactly_the_tables_the_program_uses(store: JobStore) -> None:
    fresh = SqliteDatabase(":memory:")
    records = records_of(fresh)
    models = [getattr(records, field.name) for field in fields(records)]
    fresh.create_tables(models)

    def made(connection: SqliteDatabase) -> list[str]:
        wanted = ", ".join(f"'{model._meta.table_name}'" for model in models)
        rows = connection.execute_sql(f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({wanted})").fetchall()
        return sorted(sql for (sql,) in rows if sql)

    assert made(store._database) == made(fresh)
    fresh.close()


def test_an_older_file_is_copied_and_brought_up_to_date(filled: Path, with_second_migration: None) -> None:
    with JobStore(filled) as store:
        assert store.count() == 300
        assert "colour" in {column.name for column in store._database.get_columns("job")}
    (backup,) = (filled.parent / "backups").iterdir()
    assert backup.name.endswith("-before-0099_colour.sqlite3")
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM job").fetchone() == (300,)
        assert "colour" not in {row[1] for row in copy.execute("PRAGMA table_info(job)")}


def test_a_migration_that_fails_leaves_the_file_as_it_was(filled: Path, with_second_migration: None) -> None:
    (schema.MIGRATIONS / "0100_wrong.py").write_text(
        "def up(migrator, db):\n    db.execute_sql('DELETE FROM job')\n    raise RuntimeError('half way')\n",
        encoding="utf-8",
    )
    with pytest.raises(RuntimeError, match="half way"):
        JobStore(filled)
    with closing(sqlite3.connect(filled)) as left:
        assert left.execute("SELECT count(*) FROM job").fetchone() == (300,)
        assert "colour" not in {row[1] for row in left.execute("PRAGMA table_info(job)")}


def test_a_new_file_needs_no_backup(filled: Path) -> None:
    assert not (filled.parent / "backups").exists()


def test_a_file_of_a_newer_program_is_refused_and_left_alone(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as newer, newer:
        newer.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01 00:00:00')")
    before = filled.read_bytes()
    assert reason_of(filled) is StoreErrorKind.NEWER
    assert filled.read_bytes() == before


def test_a_file_held_by_another_program_is_locked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_TIMEOUT_S", 0.05)
    with JobStore(filled) as store, closing(sqlite3.connect(filled, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            store.create("talk.pptx", RenderSettings())
        assert caught.value.reason is StoreErrorKind.LOCKED
        holder.execute("ROLLBACK")
        assert store.create("talk.pptx", RenderSettings())


def test_a_full_disk_is_told_and_nothing_is_half_written(filled: Path) -> None:
    with JobStore(filled) as store:
        pages = store._database.pragma("page_count")
        store._database.pragma("max_page_count", pages)
        with pytest.raises(StoreError) as caught:
            store.create_many([f"/decks/{n}.pptx" for n in range(1000)], RenderSettings())
        assert caught.value.reason is StoreErrorKind.DISK_FULL
        assert store.count() == 300


def test_a_data_folder_that_is_a_file_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    assert reason_of(tmp_path / "data" / "jobs.sqlite3") is StoreErrorKind.UNREACHABLE


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are made read-only by their permissions")
@pytest.mark.parametrize("existing", [True, False])
def test_a_data_folder_that_is_read_only_is_told_so(filled: Path, existing: bool) -> None:
    skip_if_only_root_reads_the_program()
    # Permissions do not hold root back, so as root the question is asked by somebody else.
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from slidecast_gui.jobs import JobStore, StoreError\n"
        "from slidecast_gui.settings import RenderSettings\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "try: JobStore(Path(sys.argv[2])).create('a.pptx', RenderSettings())\n"
        "except StoreError as error: print(error.kind)"
    )
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "jobs.sqlite3"
        if existing:
            shutil.copy(filled, target)
            target.chmod(0o444)
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", code, str(CHECKOUT), str(target)]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        Path(folder).chmod(0o700)
    assert asked.stdout.strip() == "store-read-only", asked.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are made read-only by their permissions")
def test_a_list_that_is_read_only_can_be_read_and_says_why_it_cannot_be_written(filled: Path) -> None:
    skip_if_only_root_reads_the_program()
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from slidecast_gui.jobs import JobStore, StoreError\n"
        "from slidecast_gui.settings import RenderSettings\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "with JobStore(Path(sys.argv[2])) as store:\n"
        "    print(store.unwritable.kind, store.count(), len(store.history()), store.back_up_daily())\n"
        "    try: store.create('a.pptx', RenderSettings())\n"
        "    except StoreError as error: print(error.kind)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        target = Path(shutil.copy(filled, folder))
        target.chmod(0o444)
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", code, str(CHECKOUT), str(target)]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        left = [path.name for path in Path(folder).iterdir()]
        Path(folder).chmod(0o700)
    assert asked.stdout.split("\n")[:2] == ["store-read-only 300 300 None", "store-read-only"], asked.stderr
    assert left == [target.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        pytest.skip("a small file system can be mounted by root on Linux only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_list_on_a_full_disk_can_be_read_and_goes_on_when_there_is_space(filled: Path, small_disk: Path) -> None:
    target = Path(shutil.copy(filled, small_disk))
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(PAGE))
    with JobStore(target) as store:
        assert store.count() == 300
        with pytest.raises(StoreError) as caught:
            store.create("talk.pptx", RenderSettings())
        assert caught.value.reason is StoreErrorKind.DISK_FULL
        assert store.count() == 300
        assert not store.become_writable()
        assert store.count() == 300
        filler.unlink()
        assert store.become_writable()
        assert store.unwritable is None
        job = store.create("talk.pptx", RenderSettings())
        assert store.count() == 301
        with JobStore(target) as other:
            other.move(job.job_id, JobStatus.CANCELLED)
        assert job.job_id in store.news().changed


def test_a_store_is_used_by_one_thread(store: JobStore) -> None:
    import threading

    raised = []

    def use() -> None:
        try:
            store.count()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is looked at below
            raised.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(raised) == 1
    assert not isinstance(raised[0], StoreError)


@pytest.mark.parametrize("migration", sorted(path.stem for path in schema.MIGRATIONS.glob("[0-9]*.py")))
def test_the_file_of_every_released_schema_is_opened(migration: str, tmp_path: Path) -> None:
    """`tests/data/schema-NNNN.sqlite3` is of the program whose newest migration was NNNN: a job in every state."""
    stored = Path(__file__).parents[2] / "data" / f"schema-{migration[:4]}.sqlite3"
    opened = Path(shutil.copy(stored, tmp_path))
    with JobStore(opened) as store:
        assert {job.name: job.status.value for job in store.history()} == {status: status for status in JobStatus}
        done = next(job for job in store.history() if job.name == "done")
        assert (done.title, done.settings.size, done.duration_s) == ("The done talk", "720p", 61.5)
        assert [event.kind.value for event in store.events(done.job_id)] == ["created", "moved", "warning", "moved"]
        if migration >= "0003":
            paused = next(job for job in store.history() if job.name == "paused")
            assert store.edits(paused.job_id) == {"256": SlideEdit("Said otherwise.", 4.5, skipped=False)}
        if migration >= "0004":
            running = next(job for job in store.history() if job.name == "running")
            assert (running.wish, running.owner.namespace) == (Wish.CANCEL, "4026531836")


WORDS = {
    "0001": {
        JobStatus: {"queued", "running", "paused", "done", "failed", "cancelled"},
        EventKind: {"created", "moved", "warning", "crashed", "changed", "estimated"},
        Stage: {"reading", "slides", "narration", "video", "finishing"},
    },
    "0002": {Hold: {"off", "after-current", "all"}},
    "0004": {Wish: {"", "pause", "cancel", "remove", "remove-with-files"}},
    "0005": {EventKind: {"note"}},
}
"""The words the tables may hold, by the migration with which they came."""


VERSIONS_OF_SETTINGS = {1: "0001", 2: "0006"}
"""The migration with which each version of settings came."""


def test_settings_that_a_program_of_the_same_schema_would_misread_need_a_migration() -> None:
    """Without one, an older program renders jobs with its defaults for what has another name now."""
    assert max(VERSIONS_OF_SETTINGS) == SETTINGS_VERSION
    assert set(VERSIONS_OF_SETTINGS.values()) <= {path.stem[:4] for path in schema.MIGRATIONS.glob("[0-9]*.py")}


@pytest.mark.parametrize("words", [JobStatus, EventKind, Stage, Hold, Wish])
def test_a_word_that_a_program_of_the_same_schema_does_not_know_needs_a_migration(words: type[StrEnum]) -> None:
    """Without one, an older program takes a new state for damage, and mends it. It passes over a new kind or stage.

    Who adds a word adds a migration, which may be empty, and the word here under its number.
    """
    assert {word.value for word in words} == set().union(*(added.get(words, set()) for added in WORDS.values()))
    assert WORDS.keys() <= {path.stem[:4] for path in schema.MIGRATIONS.glob("[0-9]*.py")}
