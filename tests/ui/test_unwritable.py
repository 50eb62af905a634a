"""A list of jobs that can only be read: what would change it is disabled, and says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Hold, JobStatus, JobStore, StoreError, StoreErrorKind, this_owner
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.details.trouble import Trouble
from slidecast_gui.ui.joblist.job_actions import JobAction, offered
from slidecast_gui.ui.joblist.job_delegate import JobDelegate

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]

ERROR = StoreError(StoreErrorKind.READ_ONLY, "The list of jobs can only be read; make its folder writable.")


@pytest.fixture
def read_only(open_window: OpenWindow, store: JobStore, deck_at: DeckAt, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window over a waiting, a done and a failed deck, whose list cannot be written any more."""
    for name, ended in (("done", Outcome.DONE), ("failed", Outcome.FAILED)):
        deck = deck_at(f"{name}.pptx")
        video = deck.with_suffix(".mp4")
        video.touch()
        job = store.claim(store.create(deck, RenderSettings(), JobStatus.QUEUED).job_id, this_owner(), str(video))
        assert job is not None
        store.finish(job, Finished(ended, video=str(video), error="" if ended is Outcome.DONE else "It is damaged."))
    store.create(deck_at("waiting.pptx"), RenderSettings())
    store.pause_queue()
    monkeypatch.setattr(JobStore, "unwritable", property(lambda _store: ERROR))
    return open_window()[0]


def choose(window: MainWindow, name: str) -> None:
    rows = range(window.model.rowCount())
    job = next(job for row in rows if (job := window.model.job(window.model.index(row))) and job.name == name)
    window.jobs_page.list.choose(job.job_id)


@pytest.mark.parametrize("name", ["waiting", "done", "failed"])
def test_what_would_write_is_disabled_in_the_menu_and_says_why(read_only: MainWindow, name: str) -> None:
    choose(read_only, name)
    for action in JobAction:
        entry = read_only.menus.action(action)
        if not action.writes:
            assert entry.isEnabled() == (name == "done" or action in (JobAction.SLIDES, JobAction.COPY))
            assert entry.toolTip() != ERROR.sentence
        else:
            assert not entry.isEnabled()
            assert entry.toolTip() == ERROR.sentence
            assert entry.statusTip() == ERROR.sentence
    assert read_only.menus.job_menu.toolTipsVisible()


def test_queue_can_be_neither_held_nor_let_go(read_only: MainWindow) -> None:
    menu, line = read_only.menus.queue, read_only.jobs_page.hold
    assert line.text == Hold.ALL.sentence
    for entry in (menu.pause_entry, menu.after_entry, menu.go_on_entry, menu.retry_entry):
        assert not entry.isEnabled()
        assert entry.toolTip() == ERROR.sentence
    assert not line.button.isEnabled()
    assert line.button.toolTip() == ERROR.sentence


def test_details_offer_nothing_that_would_write(read_only: MainWindow) -> None:
    choose(read_only, "failed")
    details = read_only.jobs_page.details
    for button in (details.change, details.findChild(Trouble).button):
        assert not button.isEnabled()
        assert button.toolTip() == ERROR.sentence


def test_card_keeps_its_buttons_but_they_do_nothing_and_say_why(qtbot: QtBot, read_only: MainWindow) -> None:
    jobs = read_only.jobs_page.list
    delegate = jobs.itemDelegate()
    assert isinstance(delegate, JobDelegate)
    index = read_only.model.index(0)
    job, rect = read_only.model.job(index), jobs.visualRect(index)
    assert job is not None
    place = button_of(delegate, rect, jobs, JobAction.START)
    asked: list[tuple[str, str]] = []
    jobs.asked.connect(lambda *what: asked.append(what))
    qtbot.mouseClick(jobs.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == []
    option = QStyleOptionViewItem()
    option.rect = rect
    delegate.helpEvent(
        QHelpEvent(QHelpEvent.Type.ToolTip, place, jobs.viewport().mapToGlobal(place)), jobs, option, index
    )
    assert ERROR.sentence in QToolTip.text()
    assert offered(job)[0] is JobAction.START
    assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled


def button_of(delegate: JobDelegate, rect: QRect, jobs: object, action: JobAction) -> QPoint:
    """A point on a card's button, looked for where a presenter would."""
    index = jobs.indexAt(rect.center())  # type: ignore[attr-defined]
    for y in range(rect.top(), rect.bottom(), 4):
        for x in range(rect.left(), rect.right(), 4):
            if delegate.action_at(rect, index, QPointF(x, y)) is action:
                return QPoint(x, y)
    raise AssertionError(f"no button for {action}")


def test_copies_can_still_be_made_and_nothing_imported(read_only: MainWindow) -> None:
    menu = read_only.menus.list
    assert not menu.import_entry.isEnabled()
    assert menu.import_entry.toolTip() == ERROR.sentence
    assert menu.backup_entry.isEnabled()
    assert menu.export_entry.isEnabled()
    assert menu.history_entry.isEnabled()


def test_all_is_allowed_again_once_the_list_can_be_written(
    qtbot: QtBot,
    open_window: OpenWindow,
    store: JobStore,
    deck_at: DeckAt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.create(deck_at("waiting.pptx"), RenderSettings())
    store.pause_queue()
    window, _, queue = open_window()
    parts = [window.top_bar.add, window.empty_page.add, window.empty_page.sample, window.jobs_page.hold.button]
    entries = [*window.menus._adding, window.menus.list.import_entry]
    choose(window, "waiting")

    def shown() -> list[object]:
        queue_menu, delegate = window.menus.queue, window.jobs_page.list.itemDelegate()
        offered_entries = [*entries, *(window.menus.action(action) for action in JobAction)]
        offered_entries += [queue_menu.pause_entry, queue_menu.after_entry, queue_menu.go_on_entry]
        return [
            *((part.isEnabled(), part.toolTip(), part.accessibleDescription()) for part in parts),
            *((entry.isEnabled(), entry.toolTip(), entry.statusTip()) for entry in offered_entries),
            (window.top_bar.render_button.isEnabled(), window.top_bar.render_button.toolTip()),
            (window.menus.recent.isEnabled(), window.jobs_page.list.dragEnabled(), delegate.may(JobAction.START)),
        ]

    qtbot.waitUntil(window.top_bar.render_button.isEnabled)
    qtbot.waitUntil(window.menus.action(JobAction.START).isEnabled)
    before = shown()
    window._forbidding._forbid(ERROR.sentence)
    window.menus.offer([])
    assert shown() != before
    assert not window.top_bar.add.isEnabled()
    with qtbot.waitSignal(queue.writable):
        queue._writing.look()
    choose(window, "waiting")
    qtbot.waitUntil(lambda: shown() == before)
    assert window.banner.text == "The list of jobs can be written again."
