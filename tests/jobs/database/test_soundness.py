"""Damage that costs little: values, rows and indexes of a list of jobs are mended."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from damage import PAGE, change, is_whole, rewrite, rewrite_in_indexes
from flipped_bits import flip_bit, look_at_everything, places, use_until_it_is_mended

from slidecast_gui.jobs import Hold, JobFilter, JobStatus, JobStore, StoreError
from slidecast_gui.jobs.database.ordering import Order
from slidecast_gui.settings import RenderSettings


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
