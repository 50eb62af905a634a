"""The list of jobs as files for others."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from slidecast_gui.edits import SlideEdit
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import JobStatus, JobStore, UnusableName, this_owner
from slidecast_gui.jobs.store.exporting import (
    QueueFileError,
    export_queue,
    import_queue,
    read_queue_file,
    write_csv,
    write_history,
    write_json,
    write_queue,
)
from slidecast_gui.settings import RenderSettings


def test_the_history_is_written_for_spreadsheets_and_cannot_run_there(store: JobStore) -> None:
    job = store.create("/decks/a, b.pptx", RenderSettings(fps=25), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner())
    assert claimed is not None
    store.deck_read(claimed, '=HYPERLINK("http://example.org")', 3, "ab" * 32)
    file = io.StringIO(newline="")
    write_csv(store.history(), file)
    (row,) = csv.DictReader(io.StringIO(file.getvalue(), newline=""))
    assert (row["deck_path"], row["status"], row["size"], row["fps"]) == ("/decks/a, b.pptx", "running", "1080p", "25")
    assert row["deck_title"].startswith("'=")


def test_the_history_is_written_for_programs_whole(store: JobStore) -> None:
    job = store.create("/decks/übung.pptx", RenderSettings())
    file = io.StringIO()
    write_json(store.history(), file)
    assert json.loads(file.getvalue()) == [job.to_dict()]


def test_an_exported_queue_comes_back_in_its_order_and_waits(store: JobStore, tmp_path: Path) -> None:
    store.create_many(["/decks/b.pptx", "/decks/a.pptx"], RenderSettings(size="720p"), JobStatus.QUEUED)
    store.move(store.create("/decks/gone.pptx", RenderSettings()).job_id, JobStatus.CANCELLED)
    text = export_queue(store).text
    with JobStore(tmp_path / "other" / "jobs.sqlite3") as other:
        import_queue(other, text, tmp_path)
        jobs = other.queue()
    assert [job.name for job in jobs] == ["b", "a"]
    assert {(job.status, job.settings.size) for job in jobs} == {(JobStatus.PAUSED, "720p")}


def test_relative_decks_are_meant_from_the_file_that_names_them(store: JobStore, tmp_path: Path) -> None:
    entry = {"deck": "talks/a.pptx", "settings": RenderSettings().to_dict()}
    text = json.dumps({"format": "slidecast-queue", "version": 1, "jobs": [entry]})
    (job,) = import_queue(store, text, tmp_path)
    assert job.deck_path == str(tmp_path / "talks" / "a.pptx")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"format": "other"}',
        '{"format": "slidecast-queue", "version": 1, "jobs": [1]}',
        "[" * 100_000,
        *(
            f'{{"format": "slidecast-queue", "version": 1, "jobs": [{{"deck": "a.pptx", "settings": {settings}}}]}}'
            for settings in ('{"output": 7}', '{"voice": null}', '{"slide_images": "no"}', '{"rate": 165.5}')
        ),
    ],
)
def test_what_is_no_queue_is_refused_and_adds_nothing(store: JobStore, tmp_path: Path, text: str) -> None:
    with pytest.raises(QueueFileError) as caught:
        import_queue(store, text, tmp_path)
    assert caught.value.kind == "queue-file"
    assert store.count() == 0


def test_a_queue_of_a_later_program_is_refused(store: JobStore, tmp_path: Path) -> None:
    text = json.dumps({"format": "slidecast-queue", "version": 3, "jobs": []})
    with pytest.raises(QueueFileError, match="newer"):
        import_queue(store, text, tmp_path)


def test_a_queue_of_an_earlier_program_keeps_its_frame_size(store: JobStore, tmp_path: Path) -> None:
    entry = {"deck": "a.pptx", "settings": {"version": 1, "preset": "4k", "fps": 25}}
    (job,) = import_queue(store, json.dumps({"format": "slidecast-queue", "version": 1, "jobs": [entry]}), tmp_path)
    assert job.settings == RenderSettings(size="4k", fps=25)


@pytest.mark.parametrize("name", ["\ud800.pptx", "a\0b.pptx"])
def test_a_queue_with_names_that_no_file_can_have_adds_nothing(store: JobStore, tmp_path: Path, name: str) -> None:
    entries = [{"deck": deck, "settings": RenderSettings().to_dict()} for deck in ("good.pptx", name)]
    text = json.dumps({"format": "slidecast-queue", "version": 1, "jobs": entries})
    with pytest.raises(UnusableName):
        import_queue(store, text, tmp_path)
    settings = RenderSettings(output=f"/videos/{name}/")
    with pytest.raises(UnusableName):
        store.create(tmp_path / "good.pptx", settings)
    assert store.count() == 0


def test_a_queue_is_added_behind_the_jobs_there_are_with_every_setting(store: JobStore, tmp_path: Path) -> None:
    there = store.create(tmp_path / "there.pptx", RenderSettings(), JobStatus.QUEUED)
    settings = RenderSettings("720p", 24, "builtin", "none", 200, 60, 3.5, "fade", slide_images=True)
    exported = [
        store.create(tmp_path / "first.pptx", settings, JobStatus.QUEUED),
        store.create(tmp_path / "held.pptx", replace(settings, output=f"{tmp_path}/videos/")),
    ]
    store.start_next(exported[1].job_id)
    text = export_queue(store).text
    with JobStore(tmp_path / "other.sqlite3") as other:
        waiting = other.create("/decks/waiting.pptx", RenderSettings(), JobStatus.QUEUED)
        import_queue(other, text, tmp_path)
        queue = other.queue()
    assert [job.deck_path for job in queue] == [
        waiting.deck_path, exported[1].deck_path, there.deck_path, exported[0].deck_path,
    ]  # fmt: skip
    assert [job.settings for job in queue[1:]] == [exported[1].settings, there.settings, exported[0].settings]


@pytest.mark.parametrize(("name", "begins"), [("all.csv", "job_id,"), ("ALL.CSV", "job_id,"), ("all.json", "[")])
def test_the_ending_says_whether_the_history_is_for_spreadsheets(
    store: JobStore, tmp_path: Path, name: str, begins: str
) -> None:
    write_history(store.history(), tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left_beside_it(store: JobStore, tmp_path: Path) -> None:
    (tmp_path / "queue.json" / "in the way").mkdir(parents=True)
    with pytest.raises(SlidecastError, match=r"queue\.json"):
        write_queue(export_queue(store), tmp_path / "queue.json")
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_an_exported_queue_is_read_with_or_without_a_byte_order_mark(store: JobStore, tmp_path: Path) -> None:
    store.create("/decks/a.pptx", RenderSettings())
    path = tmp_path / "queue.json"
    write_queue(export_queue(store), path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(import_queue(store, read_queue_file(path), tmp_path)) == 1


def test_an_exported_queue_brings_what_was_changed_about_slides_but_for_their_sounds(
    store: JobStore, tmp_path: Path
) -> None:
    job = store.create("/decks/a.pptx", RenderSettings())
    store.edit_slide(job.job_id, "256", SlideEdit("Said otherwise.", 4.5, skipped=True, sound="own.wav"))
    store.edit_slide(job.job_id, "257", SlideEdit(sound="own.wav"))
    exported = export_queue(store)
    assert exported.sounds_left == 2
    assert "own.wav" not in exported.text
    with JobStore(tmp_path / "other.sqlite3") as other:
        (added,) = import_queue(other, exported.text, tmp_path)
        assert other.edits(added.job_id) == {"256": SlideEdit("Said otherwise.", 4.5, skipped=True)}


@pytest.mark.parametrize(
    "edits",
    [
        '{"256": {"script": 5}}',
        '{"256": {"script": "\\ud800"}}',
        '{"256": {"seconds": "x"}}',
        '{"256": {"skipped": "yes"}}',
        '{"256": 1}',
        "[1]",
    ],
)
def test_a_queue_with_what_is_no_edit_adds_nothing(store: JobStore, tmp_path: Path, edits: str) -> None:
    entry = f'{{"deck": "a.pptx", "settings": {json.dumps(RenderSettings().to_dict())}, "edits": {edits}}}'
    with pytest.raises(QueueFileError):
        import_queue(store, f'{{"format": "slidecast-queue", "version": 1, "jobs": [{entry}]}}', tmp_path)
    assert store.count() == 0


def test_a_strangers_queue_names_no_sound_of_this_computer(store: JobStore, tmp_path: Path) -> None:
    entry = {"deck": "a.pptx", "settings": RenderSettings().to_dict(), "edits": {"256": {"sound": "../secret.wav"}}}
    (job,) = import_queue(store, json.dumps({"format": "slidecast-queue", "version": 1, "jobs": [entry]}), tmp_path)
    assert store.edits(job.job_id) == {}
