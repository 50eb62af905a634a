"""Decks and folders added lately, and the menus' keys and roles on each system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import resource
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.dropping.recents import MOST, Recents
from slidecast_gui.ui.menu_entries import shortcuts

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


@pytest.fixture
def recents(qtbot: QtBot, tmp_path: Path) -> Recents:
    menu = QMenu()
    qtbot.addWidget(menu)
    return Recents(menu, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), menu)


def texts(menu: QMenu) -> list[str]:
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def test_added_decks_and_folders_are_offered_again_also_after_a_restart(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, tmp_path: Path
) -> None:
    window, store, _ = open_window()
    folder = deck_at("a.pptx").parent
    window.add_paths([deck_at("Harbour & sea.pptx"), tmp_path / "none.pptx"])
    qtbot.waitUntil(lambda: len(store.queue()) == 1)
    window.add_paths([folder])
    qtbot.waitUntil(lambda: len(store.queue()) == 3)
    with qtbot.waitSignal(window.gone):
        window.close()
    store.close()
    again, reopened, _ = open_window()
    assert texts(again.menus.recent) == ["&1  decks", "&2  Harbour && sea.pptx", "&Clear this list"]
    again.menus.recent.actions()[1].trigger()
    qtbot.waitUntil(lambda: len(reopened.queue()) == 4)


def test_newest_comes_first_once_and_the_list_is_short(recents: Recents) -> None:
    for number in range(MOST + 5):
        recents.note([Path(f"/decks/{number}.pptx")])
    recents.note([Path("/decks/10.pptx")])
    assert [path.stem for path in recents.paths] == ["10", "14", "13", "12", "11", "9", "8", "7", "6", "5"]


def test_same_names_are_told_apart_by_their_folders(recents: Recents) -> None:
    recents.note([Path("/spring/talk.pptx"), Path("/autumn/talk.pptx"), Path("/autumn/other.pptx")])
    assert texts(recents._menu)[:3] == ["&1  talk.pptx – spring", "&2  talk.pptx – autumn", "&3  other.pptx"]


def test_clearing_forgets_all_of_them(recents: Recents) -> None:
    recents.note([Path("/decks/talk.pptx")])
    recents._menu.actions()[-1].trigger()
    assert recents.paths == []
    assert not recents._menu.actions()[-1].isEnabled()


def test_sample_is_no_recent_deck(recents: Recents) -> None:
    recents.note([resource("samples", "welcome-to-slidecast.pptx")])
    assert recents.paths == []


def test_leaving_has_a_key_on_every_system() -> None:
    quit_keys = shortcuts(QKeySequence.StandardKey.Quit, "win32")
    assert quit_keys
    assert not quit_keys[0].isEmpty()


def test_apple_keyboards_remove_with_the_key_that_says_delete() -> None:
    assert shortcuts("Del", "darwin")[1] == QKeySequence("Backspace")
    assert len(shortcuts("Del", "win32")) == 1


def every_entry(menu: QMenu) -> list[QAction]:
    entries = []
    for entry in menu.actions():
        inside = entry.menu()
        entries += every_entry(inside) if isinstance(inside, QMenu) else [entry]
    return [entry for entry in entries if not entry.isSeparator()]


def test_no_key_types_a_letter_on_some_keyboard_and_none_is_used_twice(window: MainWindow) -> None:
    entries = [entry for top in window.menuBar().actions() for entry in every_entry(top.menu())]
    # An entry may stand in two menus, as copying does.
    keys = [key.toString() for entry in dict.fromkeys(entries) for key in entry.shortcuts()]
    assert not [key for key in keys if "Ctrl+Alt" in key]
    assert len(keys) == len(set(keys))


def test_only_about_preferences_and_quit_move_into_the_menu_of_the_program(window: MainWindow) -> None:
    entries = [entry for top in window.menuBar().actions() for entry in every_entry(top.menu())]
    moved = {
        entry.text(): entry.menuRole()
        for entry in entries
        if entry.menuRole() not in (QAction.MenuRole.NoRole, QAction.MenuRole.TextHeuristicRole)
    }
    assert moved == {
        "&Quit": QAction.MenuRole.QuitRole,
        "&Preferences…": QAction.MenuRole.PreferencesRole,
        "&About Slidecast": QAction.MenuRole.AboutRole,
    }
