"""What is to be noticed in a video, and the way to where it is."""

from __future__ import annotations

from datetime import UTC, datetime

from details_parts import Shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import EventKind, JobEvent, JobStatus
from slidecast_gui.ui.details import details_text
from slidecast_gui.ui.details.details_text import Complaint
from slidecast_gui.ui.details.warning_list import WarningList
from slidecast_gui.ui.look.wrapped_label import WrappedLabel, breakable

NOW = datetime.now(UTC)


def warning(attempt: int, text: str, slide: int | None = None) -> JobEvent:
    return JobEvent(NOW, EventKind.WARNING, JobStatus.RUNNING, attempt, text, slide)


def test_warnings_of_slides_come_first_in_their_order_and_only_those_of_the_last_attempt() -> None:
    events = [warning(1, "Old"), warning(2, "A font"), warning(2, "A font"), warning(2, "B", 7), warning(2, "A", 3)]
    assert details_text.warnings(events, 2) == [Complaint("A", 3), Complaint("B", 7), Complaint("A font")]


def test_slide_of_a_warning_is_a_button_that_opens_it(qtbot: QtBot, shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.warned(mine, "The equation was left out.", 1)
    shown.store.warned(mine, "No voice speaks this.")
    job = shown.done(mine)
    listed = shown.pane.findChild(WarningList)
    assert listed is not None
    (link,) = listed.findChildren(QPushButton)
    assert (link.accessibleName(), link.accessibleDescription()) == ("Open slide 1", "The equation was left out.")
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert shown.window.pages.currentWidget() is shown.window.storyboard.page
    assert shown.window.storyboard.page.job_id == job.job_id


def test_warnings_that_stay_keep_their_buttons(shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.warned(mine, "The equation was left out.", 1)
    shown.show(mine.job_id)
    before = shown.pane.findChild(WarningList).findChildren(QPushButton)  # type: ignore[union-attr]
    shown.done(mine)
    assert shown.pane.findChild(WarningList).findChildren(QPushButton) == before  # type: ignore[union-attr]


def test_facts_of_the_video_stand_above_the_warnings(shown: Shown) -> None:
    mine = shown.claimed()
    shown.store.warned(mine, "The equation was left out.", 1)
    shown.done(mine)
    length = next(label for label in shown.pane.findChildren(QLabel) if label.text() == "Length")
    listed = shown.pane.findChild(WarningList)
    assert listed is not None
    content = shown.pane.widget()
    assert length.mapTo(content, length.rect().topLeft()).y() < listed.mapTo(content, listed.rect().topLeft()).y()


def test_a_word_longer_than_the_pane_is_broken(qtbot: QtBot, shown: Shown) -> None:
    mine = shown.claimed()
    word = "https://example.org/" + "a-very-long-name" * 20
    shown.store.warned(mine, word)
    shown.store.deck_read(mine, word, 3, "")
    shown.failed(mine, "damaged", f"“{word}” is damaged.")
    qtbot.waitUntil(lambda: shown.pane.viewport().width() > 0)
    assert shown.pane.widget().width() <= shown.pane.viewport().width()


def test_a_file_name_is_broken_where_it_has_its_own_breaks() -> None:
    pieces = ["03-", "talk-", "long-", "notes-", "anim.", "pptx"]
    assert breakable("".join(pieces)).split("\u200b") == pieces
    assert "".join(breakable(word := "-".join(["Donaudampfschifffahrt"] * 3)).split("\u200b")) == word
    assert max(map(len, breakable(word).split("\u200b"))) < 20


def test_what_is_copied_of_a_long_word_is_the_word(qtbot: QtBot) -> None:
    label = WrappedLabel()
    qtbot.addWidget(label)
    word = "Donaudampfschifffahrtsgesellschaft" * 3
    label.setText(word)
    assert label.text() == word
    label.setSelection(0, len(QLabel.text(label)))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == word
