"""What is accepted while files are dragged over the window, and how."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from slidecast_gui.ui import Theme
from slidecast_gui.ui.dropping.drop_target import DropTarget
from slidecast_gui.ui.storyboard.sound_drops import SoundDrops

Target = DropTarget | SoundDrops
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.fixture
def widget(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    yield made


@pytest.fixture(params=["decks", "sounds"])
def target(request: pytest.FixtureRequest, widget: QWidget, theme: Theme) -> Target:
    return DropTarget(widget, theme) if request.param == "decks" else SoundDrops(widget, lambda: True)


def mime_of(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def enter(widget: QWidget, mime: QMimeData, offered: Qt.DropAction = COPY) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(9, 9), offered, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    return event


def test_a_sender_that_only_offers_to_move_is_refused_and_keeps_its_file(
    qtbot: QtBot, widget: QWidget, target: Target, tmp_path: Path
) -> None:
    path = tmp_path / ("talk.pptx" if isinstance(target, DropTarget) else "talk.wav")
    mime, left, none = mime_of(path), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = enter(widget, mime, MOVE)
    moved = QDragMoveEvent(QPoint(9, 9), MOVE, mime, left, none)
    dropped = QDropEvent(entered.position(), MOVE, mime, left, none)
    with qtbot.assertNotEmitted(target.dropped, wait=50):
        for event in (moved, dropped):
            QApplication.sendEvent(widget, event)
    assert not any(event.isAccepted() for event in (entered, moved, dropped))


def test_a_sender_that_also_offers_a_copy_is_asked_for_the_copy(
    qtbot: QtBot, widget: QWidget, target: Target, tmp_path: Path
) -> None:
    path = tmp_path / ("talk.pptx" if isinstance(target, DropTarget) else "talk.wav")
    mime, left, none = mime_of(path), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = enter(widget, mime, MOVE | COPY)
    moved = QDragMoveEvent(QPoint(9, 9), MOVE | COPY, mime, left, none)
    dropped = QDropEvent(entered.position(), MOVE | COPY, mime, left, none)
    with qtbot.waitSignal(target.dropped):
        for event in (moved, dropped):
            QApplication.sendEvent(widget, event)
    assert all(event.isAccepted() and event.dropAction() is COPY for event in (entered, moved, dropped))


@pytest.mark.parametrize("name", ["talk.key", "talk.sxi", "talk.fodp", "talk.docx", "cat.jpg"])
def test_files_of_other_programs_are_refused_by_the_cursor(
    widget: QWidget, theme: Theme, tmp_path: Path, name: str
) -> None:
    target = DropTarget(widget, theme)
    assert not enter(widget, mime_of(tmp_path / name)).isAccepted()
    assert not target.veil.isVisibleTo(widget)


@pytest.mark.parametrize("name", ["talk.pptx", "Talk.PPT", "talk.odp", "print.pdf"])
def test_decks_are_welcome(widget: QWidget, theme: Theme, tmp_path: Path, name: str) -> None:
    target = DropTarget(widget, theme)
    assert enter(widget, mime_of(tmp_path / name)).isAccepted()
    assert target.veil.isVisibleTo(widget)
