"""Starting the program, and the day it cannot."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QUrl, qInstallMessageHandler, qWarning
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.app import Program
from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences, load_preferences, save_preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import ThemeChoice
from slidecast_gui.ui.crash import CrashReporter
from slidecast_gui.ui.dropping.opened_files import OpenedFiles

STAND_IN = Path(__file__).parents[1] / "jobs" / "stand_in.py"
_HEAVY = ("numpy", "av", "pptx", "PIL", "lxml", "pypdfium2", "PySide6.QtMultimedia")
_LOADED = f"import slidecast_gui.app, sys; print([name for name in {_HEAVY} if name in sys.modules])"


@pytest.fixture
def program(make_program: Callable[..., Program], paths: DataPaths) -> Callable[..., Program]:
    def start(*decks: Path) -> Program:
        made = make_program(paths, *decks)
        made.open()
        return made

    return start


def make_newer(database: Path) -> None:
    """Turns the list of jobs into one of a later program."""
    JobStore(database).close()
    with closing(sqlite3.connect(database)) as newer, newer:
        newer.execute("INSERT INTO schema_migration (name, applied) VALUES ('0099_later', '2030-01-01 00:00:00')")


def test_a_list_that_is_closed_is_not_read_on(qtbot: QtBot, program: Callable[..., Program], paths: DataPaths) -> None:
    with JobStore(paths.database) as store:
        store.create_many([f"/decks/{number}.pptx" for number in range(1000)], RenderSettings())
    started = program()
    assert started.window is not None
    model = started.window.model
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(started.window.gone):
        started.leave()
    assert not model.canFetchMore(QModelIndex())


def test_database_that_cannot_be_used_is_a_sentence_in_a_window(
    program: Callable[..., Program], paths: DataPaths
) -> None:
    make_newer(paths.database)
    started = program()
    assert started.window is None
    assert started.problem is not None
    assert "newer" in started.problem.page.sentence


def test_trying_again_opens_the_window(program: Callable[..., Program], paths: DataPaths) -> None:
    make_newer(paths.database)
    started = program()
    assert started.problem is not None
    paths.database.unlink()
    again = next(button for button in started.problem.findChildren(QPushButton) if button.text() == "Try again")
    again.click()
    assert started.problem is None
    assert started.window is not None
    assert started.window.isVisible()


def test_window_says_what_became_of_a_damaged_database(program: Callable[..., Program], paths: DataPaths) -> None:
    paths.data.mkdir(parents=True)
    paths.database.write_bytes(b"this is no database at all, but long enough to be looked at" * 40)
    started = program()
    assert started.window is not None
    (kept,) = paths.data.glob("*damaged*")
    assert str(kept) in started.window.banner.text


def test_decks_on_the_command_line_are_queued_and_started(
    qtbot: QtBot, program: Callable[..., Program], paths: DataPaths, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pptx"
    empty.touch()
    started = program(empty)
    assert started.window is not None
    window = started.window
    qtbot.waitUntil(lambda: "empty.pptx" in window.banner.text)
    with JobStore(paths.database) as store:
        assert store.queue() == []


def test_decks_of_a_later_launch_are_queued_in_the_window_which_comes_forward(
    qtbot: QtBot, program: Callable[..., Program], tmp_path: Path
) -> None:
    started = program()
    window = started.window
    assert window is not None
    window.showMinimized()
    empty = tmp_path / "empty.pptx"
    empty.touch()
    started.take([empty])
    qtbot.waitUntil(lambda: "empty.pptx" in window.banner.text)
    assert not window.isMinimized()


def test_decks_of_a_later_launch_wait_for_the_list_of_jobs(
    qtbot: QtBot, program: Callable[..., Program], paths: DataPaths, tmp_path: Path
) -> None:
    make_newer(paths.database)
    started = program()
    empty = tmp_path / "empty.pptx"
    empty.touch()
    started.take([empty])
    paths.database.unlink()
    started.open()
    window = started.window
    assert window is not None
    qtbot.waitUntil(lambda: "empty.pptx" in window.banner.text)


@pytest.mark.parametrize(("start", "status"), [(True, JobStatus.DONE), (False, JobStatus.PAUSED)])
def test_decks_are_rendered_at_once_or_only_added(
    qtbot: QtBot,
    program: Callable[..., Program],
    paths: DataPaths,
    make_deck: Callable[..., Path],
    start: bool,
    status: JobStatus,
) -> None:
    save_preferences(paths.preferences, Preferences(render=RenderSettings(size="720p", renderer="builtin")))
    started = program()
    started.take([make_deck([("One", "")])], start)
    with JobStore(paths.database) as store:
        qtbot.waitUntil(lambda: store.counts()[status] == 1, timeout=60_000)


def test_files_opened_by_the_system_come_together(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    opened = OpenedFiles(qapp)
    with qtbot.waitSignal(opened.opened) as told:
        for name in ("one.pptx", "two.pptx"):
            QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / name))))
    assert told.args == [[tmp_path / "one.pptx", tmp_path / "two.pptx"]]
    qapp.removeEventFilter(opened)
    opened.deleteLater()


def test_window_tells_when_it_begins_to_leave(qtbot: QtBot, program: Callable[..., Program]) -> None:
    started = program()
    assert started.window is not None
    with qtbot.waitSignals([started.leaving, started.window.gone]):
        started.window.close()


def test_end_of_a_windows_session_waits_until_renders_are_put_back(
    qtbot: QtBot, make_program: Callable[..., Program], paths: DataPaths, tmp_path: Path
) -> None:
    """Windows tells it by `aboutToQuit`, and ends the process as soon as that has been answered."""
    deck = tmp_path / "hang.pptx"
    deck.write_bytes(b"a deck")
    started = make_program(paths)
    started._child = RenderChild([sys.executable, str(STAND_IN)])
    started.open()
    with JobStore(paths.database) as store:
        job = store.create(deck, RenderSettings(), JobStatus.QUEUED)
        qtbot.waitUntil(lambda: store.get(job.job_id).status is JobStatus.RUNNING, timeout=10_000)
        started.finish()
        after = store.get(job.job_id)
    assert started.window is not None
    assert started.window.closing.stopped
    assert (after.status, after.unclean_ends) == (JobStatus.QUEUED, 0)
    started.finish()


def test_chosen_theme_and_settings_are_there_next_time(program: Callable[..., Program], paths: DataPaths) -> None:
    save_preferences(paths.preferences, Preferences(theme="dark"))
    started = program()
    assert started.window is not None
    assert started.window.menus.theme_entry(ThemeChoice.DARK).isChecked()
    started.window.menus.theme_entry(ThemeChoice.LIGHT).trigger()
    assert load_preferences(paths.preferences).theme == "light"


def test_uncaught_exception_is_logged_and_shown_once(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = qInstallMessageHandler(None)
    reporter = CrashReporter(qapp)
    reporter.install()
    try:
        with caplog.at_level(logging.WARNING):
            error = ValueError("an unexpected deck")
            sys.excepthook(ValueError, error, None)
            qWarning("something of Qt's")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    finally:
        qInstallMessageHandler(before)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "an unexpected deck" in box.detailedText()
    assert "an unexpected deck" in caplog.text
    assert "something of Qt's" in caplog.text
    box.accept()


def test_a_window_that_stays_open_forgets_what_has_become_old(
    qtbot: QtBot, program: Callable[..., Program], paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slidecast_gui.app._FORGET_EVERY_MS", 50)
    save_preferences(paths.preferences, replace(Preferences(), keep_history_days=30))
    opened = program()
    with JobStore(paths.database) as other:
        old = other.create("old.pptx", RenderSettings())
        other.create("new.pptx", RenderSettings())
        other.move(old.job_id, JobStatus.CANCELLED)
        other._update(old.job_id, completed_at="2001-01-01T00:00:00.000000Z")
        qtbot.waitUntil(lambda: [job.name for job in other.history()] == ["new"], timeout=10_000)
    assert opened.window is not None


def test_window_opens_without_what_only_renders_need() -> None:
    told = subprocess.run([sys.executable, "-c", _LOADED], check=True, capture_output=True, text=True)
    assert told.stdout == "[]\n"
