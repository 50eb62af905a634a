"""Presets in the window: chosen, saved, exchanged, and followed by decks that wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences
from slidecast_gui.presets import Preset, PresetShelf
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow, questions
from slidecast_gui.ui.settings.preset_choice import PresetChoice

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


def choice_of(window: MainWindow) -> PresetChoice:
    return window.jobs_page.next_render.findChild(PresetChoice)


def choose(choice: PresetChoice, text: str) -> None:
    """As the presenter does with the keyboard."""
    choice.setFocus()
    choice.setCurrentIndex(choice.findText(text))
    choice.activated.emit(choice.currentIndex())


def test_chosen_preset_is_followed_by_decks_that_wait_and_keeps_the_voice(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, _ = open_window(Preferences(render=RenderSettings(voice="none", transition="fade")))
    with qtbot.waitSignal(window.commands.added):
        window.add_paths([deck_at("one.pptx")])
    assert choice_of(window).currentText() == "Cross-fades (1080p)"
    choose(choice_of(window), "Small file (720p)")
    assert store.queue()[0].settings == RenderSettings(size="720p", voice="none")


def test_settings_that_follow_no_preset_read_custom(open_window: OpenWindow) -> None:
    window, _, _ = open_window(Preferences(render=RenderSettings(size="720p", fps=60)))
    assert choice_of(window).chosen is None
    assert choice_of(window).placeholderText() == "Custom"


def test_own_preset_is_saved_chosen_and_there_again_at_the_next_launch(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _, _ = open_window(Preferences(render=RenderSettings(size="720p", fps=60, rate=200)))
    monkeypatch.setattr(questions, "which_name", lambda *_asked: "Lectures")
    window.jobs_page.next_render.presets.save()
    assert choice_of(window).currentText() == "Lectures"
    choose(choice_of(window), "Standard (1080p)")
    choose(choice_of(window), "Lectures")
    assert window.jobs_page.next_render.settings == RenderSettings(size="720p", fps=60, rate=200)
    again, _, _ = open_window(Preferences(render=RenderSettings(size="720p", fps=60, rate=200)))
    assert choice_of(again).currentText() == "Lectures"


def test_preset_of_a_colleague_is_imported_and_followed(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, _, _ = open_window()
    theirs = tmp_path / "theirs.json"
    theirs.write_text(Preset.of("Theirs", RenderSettings(size="4k", fps=50)).to_text())
    monkeypatch.setattr(questions, "which_preset", lambda *_asked: theirs)
    window.jobs_page.next_render.presets.add()
    assert choice_of(window).currentText() == "Theirs"
    assert window.jobs_page.next_render.settings == RenderSettings(size="4k", fps=50)


def test_file_that_is_no_preset_becomes_a_sentence(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, _, _ = open_window()
    (tmp_path / "notes.json").write_text("{}")
    monkeypatch.setattr(questions, "which_preset", lambda *_asked: tmp_path / "notes.json")
    window.jobs_page.next_render.presets.add()
    assert window.banner.text == "This file is no Slidecast preset; choose one that was exported."


def test_another_preset_of_the_same_name_goes_only_when_the_presenter_says_so(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, paths: DataPaths
) -> None:
    shelf = PresetShelf(paths.presets)
    shelf.keep(Preset.of("Mine", RenderSettings(fps=25)))
    window, _, _ = open_window(Preferences(render=RenderSettings(fps=60)))
    monkeypatch.setattr(questions, "which_name", lambda *_asked: "mine")
    monkeypatch.setattr(questions, "may_replace", lambda *_asked: False)
    window.jobs_page.next_render.presets.save()
    assert shelf.find("mine").values["fps"] == 25
    monkeypatch.setattr(questions, "may_replace", lambda *_asked: True)
    window.jobs_page.next_render.presets.save()
    assert shelf.find("mine").values["fps"] == 60


def test_removed_preset_leaves_the_settings_as_they_are(open_window: OpenWindow, paths: DataPaths) -> None:
    PresetShelf(paths.presets).keep(Preset.of("Mine", RenderSettings(fps=25)))
    window, _, _ = open_window(Preferences(render=RenderSettings(fps=25)))
    assert choice_of(window).currentText() == "Mine"
    window.jobs_page.next_render.presets.remove()
    assert choice_of(window).chosen is None
    assert window.jobs_page.next_render.settings == RenderSettings(fps=25)


def test_menu_offers_what_can_be_done_with_the_preset_shown(open_window: OpenWindow, paths: DataPaths) -> None:
    PresetShelf(paths.presets).keep(Preset.of("Mine", RenderSettings(fps=25)))
    window, _, _ = open_window(Preferences(render=RenderSettings(fps=60)))
    desk = window.jobs_page.next_render.presets

    def offered() -> tuple[bool, bool]:
        desk.button.menu().aboutToShow.emit()
        return desk.export_entry.isEnabled(), desk.remove_entry.isEnabled()

    assert offered() == (False, False)
    choose(choice_of(window), "Standard (1080p)")
    assert offered() == (True, False)
    choose(choice_of(window), "Mine")
    assert offered() == (True, True)
