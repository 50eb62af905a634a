"""Where the window opens, and how large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QGuiApplication

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.ui import MainWindow, window_state

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]


def test_a_window_is_as_large_as_it_likes_where_there_is_room() -> None:
    assert window_state.fitting(QSize(1180, 760), QSize(1920, 1080)) == QSize(1180, 760)


def test_a_window_fits_a_small_screen_with_its_title_bar() -> None:
    size = window_state.fitting(QSize(1180, 760), QSize(1280, 720))
    assert size.width() == 1180
    assert size.height() < 720


def test_the_first_window_is_no_larger_than_the_screen(open_window: OpenWindow) -> None:
    window, _, _ = open_window()
    room = window.screen().availableSize()
    assert window.width() <= max(room.width(), window.minimumSize().width())
    assert window.height() <= room.height()


def test_a_window_left_on_a_larger_screen_fits_the_one_it_comes_back_on(
    open_window: OpenWindow, paths: DataPaths
) -> None:
    window, _, _ = open_window()
    window.resize(3000, 2000)
    state = QSettings(str(paths.window_state), QSettings.Format.IniFormat)
    window_state.save(state, window, window.jobs_page)
    again, _, _ = open_window()
    assert again.height() <= QGuiApplication.primaryScreen().availableSize().height()
