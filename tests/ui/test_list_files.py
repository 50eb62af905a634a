"""The list of jobs as files, from the window's menu."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, questions

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """What the presenter will choose when asked for a file."""

    def will_choose(path: Path | None) -> None:
        monkeypatch.setattr(questions, "where_to_save", lambda *_asked: path)
        monkeypatch.setattr(questions, "which_queue", lambda *_asked: path)

    return will_choose


@pytest.fixture
def filled(open_window: OpenWindow, deck_at: DeckAt) -> MainWindow:
    """A window with two decks that wait, in two sizes."""
    window, _, queue = open_window()
    queue.add([deck_at("one.pptx")], RenderSettings(size="720p"))
    queue.add([deck_at("two.pptx")], RenderSettings(voice="none"))
    return window


def test_backup_is_a_list_of_jobs_by_itself(
    qtbot: QtBot, filled: MainWindow, answer: Callable[[Path], None], tmp_path: Path
) -> None:
    answer(tmp_path / "kept.sqlite3")
    filled.menus.list.backup_entry.trigger()
    qtbot.waitUntil(lambda: "kept.sqlite3" in filled.banner.text)
    assert filled.banner.property("tone") == "good"
    with JobStore(tmp_path / "kept.sqlite3") as copy:
        assert [job.name for job in copy.queue()] == ["one", "two"]


def test_backup_onto_the_list_itself_is_refused(
    qtbot: QtBot, filled: MainWindow, answer: Callable[[Path], None], paths: DataPaths
) -> None:
    before = paths.database.stat().st_ino
    answer(paths.database)
    filled.menus.list.backup_entry.trigger()
    qtbot.waitUntil(lambda: "onto itself" in filled.banner.text)
    assert filled.banner.property("tone") == "warn"
    assert paths.database.stat().st_ino == before


@pytest.mark.parametrize("name", ["all.csv", "all.json"])
def test_history_is_written_as_its_ending_says(
    qtbot: QtBot, filled: MainWindow, answer: Callable[[Path], None], tmp_path: Path, name: str
) -> None:
    answer(tmp_path / name)
    filled.menus.list.history_entry.trigger()
    qtbot.waitUntil(lambda: name in filled.banner.text)
    text = (tmp_path / name).read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines())) if name.endswith("csv") else json.loads(text)
    assert [Path(row["deck_path"]).name for row in rows] == ["two.pptx", "one.pptx"]


def test_queue_is_carried_from_one_window_to_another_and_waits(
    qtbot: QtBot, filled: MainWindow, answer: Callable[[Path], None], tmp_path: Path, store: JobStore
) -> None:
    answer(tmp_path / "queue.json")
    filled.menus.list.export_entry.trigger()
    qtbot.waitUntil(lambda: "2 decks" in filled.banner.text)
    for job in store.queue():
        filled.commands.remove([job], with_files=False)
    filled.menus.list.import_entry.trigger()
    qtbot.waitUntil(lambda: filled.model.rowCount() == 2)
    assert filled.banner.text == "2 decks were added; they wait until you start them."
    assert [(job.name, job.status) for job in store.queue()] == [("one", JobStatus.PAUSED), ("two", JobStatus.PAUSED)]
    assert [job.settings.size for job in store.queue()] == ["720p", "1080p"]
    qtbot.waitUntil(lambda: filled.top_bar.render_button.text() == "Render 2 decks")


def test_file_that_is_no_queue_is_refused_in_a_sentence_and_nothing_is_added(
    qtbot: QtBot, filled: MainWindow, answer: Callable[[Path], None], tmp_path: Path
) -> None:
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    for name, word in (("other.json", "no queue"), ("missing.json", "cannot be read")):
        answer(tmp_path / name)
        filled.menus.list.import_entry.trigger()
        qtbot.waitUntil(lambda word=word: word in filled.banner.text)
        assert filled.banner.property("tone") == "warn"
    assert filled.model.rowCount() == 2


def test_folder_that_is_gone_is_told_and_leaves_nothing(
    qtbot: QtBot, filled: MainWindow, answer: Callable[[Path], None], tmp_path: Path
) -> None:
    answer(tmp_path / "gone" / "queue.json")
    filled.menus.list.export_entry.trigger()
    qtbot.waitUntil(lambda: "queue.json" in filled.banner.text)
    assert "give another file" in filled.banner.text
    assert not (tmp_path / "gone").exists()


def test_nothing_to_export_is_said_without_asking_for_a_file(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "where_to_save", lambda *_asked: pytest.fail("a file was asked for"))
    for entry in (window.menus.list.export_entry, window.menus.list.history_entry):
        entry.trigger()
        assert "nothing to export" in window.banner.text


def test_asking_for_nothing_changes_nothing(filled: MainWindow, answer: Callable[[Path | None], None]) -> None:
    answer(None)
    menu = filled.menus.list
    for entry in (menu.backup_entry, menu.history_entry, menu.export_entry, menu.import_entry):
        entry.trigger()
    assert filled.banner.text == ""


@pytest.mark.parametrize(("kind", "name"), [("For spreadsheets", "all.csv"), ("For programs", "all.json")])
def test_name_without_an_ending_gets_that_of_the_chosen_kind(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kind: str, name: str
) -> None:
    def type_a_name() -> None:
        dialog = window.findChild(QFileDialog)
        if dialog is None or not dialog.isVisible():
            QTimer.singleShot(10, type_a_name)
            return
        chosen = next(words for words in dialog.nameFilters() if words.startswith(kind))
        dialog.selectNameFilter(chosen)
        dialog.filterSelected.emit(chosen)
        dialog.findChild(QLineEdit, "fileNameEdit").setText("all")
        dialog.accept()

    QTimer.singleShot(0, type_a_name)
    kinds = {"csv": "For spreadsheets", "json": "For programs"}
    assert questions.where_to_save(window, tmp_path / "slidecast-history.csv", kinds) == tmp_path / name
