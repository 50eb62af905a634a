"""How a job went can be read, and handed on."""

from __future__ import annotations

from pathlib import Path

import pytest
from details_parts import Shown
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from slidecast_gui import __version__
from slidecast_gui.jobs import JobStatus
from slidecast_gui.paths import DataPaths
from slidecast_gui.ui import desktop
from slidecast_gui.ui.details.story import Story


def story_of(shown: Shown) -> Story:
    found = shown.pane.findChild(Story)
    assert found is not None
    return found


def test_story_is_folded_and_unfolds_by_the_keyboard(qtbot: QtBot, shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.warned(mine, "The equation was left out.", 2)
    shown.store.noted(mine, "A font with the same widths is used.")
    shown.done(mine)
    story = story_of(shown)
    assert not story.copy.isVisibleTo(story)
    qtbot.keyClick(story.unfold, Qt.Key.Key_Space)
    told = [line.partition("  ")[2] for line in story.text.splitlines()[1:]]
    assert told == [
        "Added to the list.",
        "Rendering has begun.",
        "Slide 2: The equation was left out.",
        "A font with the same widths is used.",
        "The video is done.",
    ]
    assert story.copy.isVisibleTo(story)


def test_story_goes_on_while_it_is_read(shown: Shown) -> None:
    mine = shown.claimed()
    shown.show(mine.job_id)
    story = story_of(shown)
    story.unfold.setChecked(True)
    before = story.text
    shown.done(mine)
    assert story.text.startswith(before)
    assert story.text.endswith("The video is done.")


@pytest.mark.parametrize("status", [JobStatus.DONE, JobStatus.FAILED, JobStatus.CANCELLED])
def test_every_job_can_be_copied_for_a_bug_report(shown: Shown, status: JobStatus) -> None:
    mine = shown.claimed()
    if status is JobStatus.DONE:
        shown.done(mine)
    elif status is JobStatus.FAILED:
        shown.failed(mine, "damaged", "The deck is damaged.", error_detail="zip: no directory")
    else:
        shown.store.release(mine, JobStatus.PAUSED)
        shown.store.move(mine.job_id, JobStatus.CANCELLED)
        shown.show(mine.job_id)
    story_of(shown).copy.click()
    report = QGuiApplication.clipboard().text()
    for part in (f"Slidecast {__version__}", f"Qt {qVersion()}", '"size": "1080p"', f"State: {status}", "running"):
        assert part in report
    assert ("Error (damaged): The deck is damaged." in report) == (status is JobStatus.FAILED)
    assert ("zip: no directory" in report) == (status is JobStatus.FAILED)
    assert str(Path(mine.deck_path).parent) not in report


def test_log_is_shown_from_the_story_and_from_the_help_menu(
    shown: Shown, paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(desktop, "show_in_folder", lambda path: not asked.append(path))
    shown.done(shown.claimed())
    story_of(shown).log.click()
    entry = next(each for each in shown.window.findChildren(QAction) if each.text() == "Show &log folder")
    entry.trigger()
    assert asked == [paths.logs / "slidecast.log"] * 2


def test_a_log_that_is_nowhere_is_said(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "show_in_folder", lambda _path: False)
    shown.window.menus.log.emit()
    assert "There is no log" in shown.window.banner.text
