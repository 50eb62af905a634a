"""What holds for every render and for the window, as the presenter changes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.app import Program
from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.store import job_store as store_module
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences, load_preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, ThemeChoice
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.settings.preferences_dialog import PreferencesDialog

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]


def opened(window: MainWindow) -> PreferencesDialog:
    window.menus.preferences_entry.trigger()
    assert window.desk.dialog is not None
    return window.desk.dialog


def pick(choice: Choice, value: object) -> None:
    """As with the keyboard: the entry is found, and taken."""
    row = choice.findData(value)
    assert row >= 0
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def test_entry_is_where_the_system_looks_for_it(window: MainWindow) -> None:
    entry = window.menus.preferences_entry
    assert entry.menuRole() is QAction.MenuRole.PreferencesRole
    assert entry.shortcut().toString() == "Ctrl+,"
    dialog = opened(window)
    assert dialog.isVisible()
    assert not dialog.isModal()
    entry.trigger()
    assert window.desk.dialog is dialog


def test_every_choice_is_told_at_once(window: MainWindow) -> None:
    told: list[Preferences] = []
    window.preferences_changed.connect(told.append)
    dialog = opened(window)
    pick(dialog.memory, 4096)
    pick(dialog.pieces, 512)
    pick(dialog.look, "dark")
    assert told[-1] == Preferences(theme="dark", memory_mb=4096, pieces_mb=512)
    assert len(told) == 3
    assert window.palette().window().color().lightness() < 60
    assert window.menus.theme_entry(ThemeChoice.DARK).isChecked()


def test_dialog_follows_what_is_chosen_in_the_menu(window: MainWindow) -> None:
    dialog = opened(window)
    window.menus.theme_entry(ThemeChoice.LIGHT).trigger()
    assert dialog.look.value == "light"


def test_value_from_a_file_that_is_not_offered_is_shown(open_window: OpenWindow) -> None:
    window, _, _ = open_window(Preferences(memory_mb=3072, pieces_mb=300, keep_history_days=45))
    dialog = opened(window)
    assert (dialog.memory.currentText(), dialog.memory.value) == ("3.0 GB", 3072)
    assert dialog.pieces.value == 300
    assert "45" in dialog.history.currentText()


def test_every_field_is_explained_and_no_line_is_cut_off(window: MainWindow) -> None:
    dialog = opened(window)
    for field in (dialog.look, dialog.memory, dialog.pieces, dialog.history):
        assert field.accessibleName()
        assert field.toolTip().endswith(".")
    for label in dialog.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.fixture
def long_ago(paths: DataPaths, monkeypatch: pytest.MonkeyPatch) -> str:
    """A job that was given up a hundred days ago; its id."""
    with monkeypatch.context() as then:
        then.setattr(store_module, "now", lambda: datetime.now(UTC) - timedelta(days=100))
        with JobStore(paths.database) as store:
            job = store.create("/decks/talk.pptx", RenderSettings())
            return store.move(job.job_id, JobStatus.CANCELLED).job_id


def test_past_jobs_go_when_the_dialog_is_closed_and_not_on_the_way_to_a_choice(
    qtbot: QtBot, open_window: OpenWindow, long_ago: str
) -> None:
    window, store, _ = open_window()
    dialog = opened(window)
    pick(dialog.history, 7)
    pick(dialog.history, 180)
    dialog.close()
    assert store.get(long_ago).status is JobStatus.CANCELLED
    dialog = opened(window)
    pick(dialog.history, 90)
    close = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert store.count() == 0
    assert window.model.rowCount() == 0


def test_dialog_goes_with_the_window(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window)
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    with qtbot.waitSignal(window.gone, timeout=10_000):
        window.close()
    assert window.desk.dialog is None


@pytest.fixture
def program(make_program: Callable[..., Program], paths: DataPaths) -> Program:
    made = make_program(paths)
    made.open()
    assert made.window is not None
    return made


def test_what_is_chosen_is_saved_and_counts_for_the_next_render(program: Program, paths: DataPaths) -> None:
    assert program.window is not None
    dialog = opened(program.window)
    pick(dialog.memory, 2048)
    pick(dialog.pieces, 5120)
    assert load_preferences(paths.preferences) == Preferences(memory_mb=2048, pieces_mb=5120)
    limits = program._child.limits
    assert (limits.memory_mb, limits.pieces_mb) == (2048, 5120)


def test_preferences_that_cannot_be_saved_are_told(program: Program, paths: DataPaths) -> None:
    assert program.window is not None
    paths.preferences.mkdir()
    Path(paths.preferences, "in the way").touch()
    pick(opened(program.window).pieces, 1024)
    assert "could not be saved" in program.window.banner.text
