"""The list over the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from listed_jobs import add, claim, headings, names
from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QDropEvent, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from slidecast_gui.effort import Talk
from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import Theme, ThemeChoice
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.card_layout import BUTTON, SIDE, WIDEST, lay_out
from slidecast_gui.ui.joblist.card_painter import CardPainter
from slidecast_gui.ui.joblist.job_actions import offered
from slidecast_gui.ui.joblist.job_delegate import JobDelegate
from slidecast_gui.ui.joblist.job_list import JobList
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.joblist.listing import PAGE
from slidecast_gui.ui.joblist.standing import DeckState
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.look.tones import DARK, LIGHT


@pytest.fixture
def listed(qtbot: QtBot, model: JobModel, theme: Theme) -> Iterator[JobList]:
    thumbnails = Thumbnails(QSize(256, 144), 10)
    view = JobList(model, theme, thumbnails)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    yield view
    thumbnails.stop()


def test_dropped_card_asks_to_be_put_there(qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList) -> None:
    jobs = add(store, model, "a", "b", "c")
    listed.doItemsLayout()
    target = listed.visualRect(model.index(1)).topLeft() + QPoint(80, 4)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = model.mimeData([model.index(2)])
    with qtbot.waitSignal(model.moved) as moved:
        listed.dropEvent(QDropEvent(QPointF(target), Qt.DropAction.MoveAction, mime, left, none))
    assert moved.args == [jobs[2].job_id, jobs[1].job_id]


def test_choice_is_told_when_it_changes_and_not_when_a_row_comes(
    qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList
) -> None:
    with qtbot.assertNotEmitted(listed.chosen_changed):
        first, _second = add(store, model, "a", "b")
    with qtbot.waitSignal(listed.chosen_changed):
        listed.choose(first.job_id)
    with qtbot.assertNotEmitted(listed.chosen_changed):
        add(store, model, "c")
    with qtbot.waitSignal(listed.chosen_changed):
        listed.clearSelection()


class Painted(QObject):
    """Counts which rows a delegate paints."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.rows: list[int] = []
        paint = JobDelegate.paint

        def counted(delegate: JobDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
            self.rows.append(index.row())
            paint(delegate, painter, option, index)

        monkeypatch.setattr(JobDelegate, "paint", counted)


def test_progress_repaints_only_its_card(
    qtbot: QtBot, store: JobStore, model: JobModel, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = Painted(monkeypatch)
    jobs = add(store, model, "a", "b", "c", "d", status=JobStatus.QUEUED)
    view = JobList(model, theme, Thumbnails(QSize(256, 144), 10, model))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    claimed = claim(store, jobs[2])
    model.refresh(jobs[2].job_id)
    qtbot.waitUntil(lambda: set(painted.rows) == {0, 1, 2, 3})
    # There are no such decks, which is told by cards that wait as soon as the disk has been asked.
    qtbot.waitUntil(lambda: all(model.standing(jobs[n]).deck is DeckState.GONE for n in (0, 1, 3)))
    view.doItemsLayout()
    view.viewport().repaint()
    painted.rows.clear()
    store.beat(claimed, Stage.SLIDES, 40, 3)
    model.refresh(jobs[2].job_id)
    qtbot.waitUntil(lambda: bool(painted.rows))
    assert set(painted.rows) == {0}


@pytest.mark.parametrize("number", [0, 1])
def test_buttons_on_a_card_ask_for_their_action(
    qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList, number: int
) -> None:
    job = add(store, model, "a")[0]
    listed.doItemsLayout()
    delegate = listed.itemDelegate()
    assert isinstance(delegate, JobDelegate)
    rect, index = listed.visualRect(model.index(0)), model.index(0)
    places = (QPointF(x, y) for x in range(rect.left(), rect.right(), 6) for y in range(rect.top(), rect.bottom(), 6))
    place = next(place for place in places if delegate.action_at(rect, index, place) is offered(job)[number])
    with qtbot.waitSignal(listed.asked) as asked:
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert asked.args == [offered(job)[number], job.job_id]


def test_keyboard_alone_chooses_and_activates(qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList) -> None:
    jobs = add(store, model, "a", "b")
    listed.choose(jobs[0].job_id)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert [job.name for job in listed.chosen] == ["b"]
    with qtbot.waitSignal(listed.activated) as activated:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert activated.args[0].row() == 1


def test_the_keyboard_is_seen_where_it_is_and_nowhere_else(
    qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList, theme: Theme
) -> None:
    add(store, model, "a", "b", "c")
    listed.doItemsLayout()

    def ringed() -> list[int]:
        picture = listed.viewport().grab().toImage()
        ring = theme.color("focus").rgb()
        rects = [listed.visualRect(model.index(row)) for row in range(3)]
        return [n for n, rect in enumerate(rects) if any(
            picture.pixel(rect.left() + SIDE - 2 + x, rect.center().y()) == ring for x in range(4)
        )]  # fmt: skip

    listed.activateWindow()
    listed.clearFocus()
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(listed.hasFocus)
    assert [job.name for job in listed.chosen] == ["a"]
    assert ringed() == [0]
    qtbot.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [job.name for job in listed.chosen] == ["a"]
    assert ringed() == [1]
    listed.clearFocus()
    assert ringed() == []


def test_all_are_selected_also_those_that_were_not_read_yet(
    qtbot: QtBot, store: JobStore, theme: Theme, qapp: QApplication
) -> None:
    for job in store.create_many([f"/decks/{number}.pptx" for number in range(5 * PAGE)], RenderSettings()):
        store.move(job.job_id, JobStatus.CANCELLED)
    view = JobList(JobModel(store, qapp), theme, Thumbnails(QSize(256, 144), 10, qapp))
    qtbot.addWidget(view)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(view.chosen) == 5 * PAGE)


def test_screen_reader_hears_the_whole_card(store: JobStore, model: JobModel) -> None:
    add(store, model, "Harbour")
    text = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Harbour. Ready. 1080p, Automatic voice. Video goes beside the deck."


def test_a_card_that_waits_says_how_much_there_is_and_what_differs_from_the_rest(
    store: JobStore, model: JobModel
) -> None:
    usual = RenderSettings(size="720p")
    plain, other = store.create_many(["/decks/a.pptx", "/decks/b.pptx"], usual)
    store.update_settings(other.job_id, replace(usual, size="4k", voice="none", output="/videos"))
    model.reload()

    def said(row: int) -> str:
        return str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))

    model.take_usual(usual)
    assert said(0) == "a. Ready."
    assert said(1) == "b. Ready. 4K, No narration. Video goes to videos."
    model.take_talks(lambda job: Talk(12, 12, 2400) if job.job_id == plain.job_id else None)
    assert said(0) == "a. Ready. 12 slides, about 3 minutes."


def test_a_bar_is_shown_where_a_render_may_go_on_and_not_where_it_was_given_up(store: JobStore) -> None:
    job = store.create("/decks/a.pptx", RenderSettings())
    assert card_text.shows_bar(replace(job, status=JobStatus.PAUSED, progress=40))
    assert not card_text.shows_bar(replace(job, status=JobStatus.CANCELLED, progress=40))


@pytest.mark.parametrize(("width", "card"), [(900, 900 - 2 * SIDE), (2560, WIDEST)])
def test_cards_fill_a_window_and_not_a_wall(width: int, card: int, theme: Theme) -> None:
    fonts = CardPainter(theme).fonts
    layout = lay_out(QRect(0, 0, width, 100), fonts, headed=False, pill_width=80, buttons=(BUTTON, BUTTON))
    assert layout.card.width() == card
    assert layout.buttons[0].right() <= layout.card.right()


@pytest.mark.parametrize("behind", [0, 1])
def test_selected_job_stays_selected_when_it_ends(
    store: JobStore, model: JobModel, listed: JobList, behind: int
) -> None:
    jobs = add(store, model, "a", *"bc"[:behind], status=JobStatus.QUEUED)
    listed.choose(jobs[0].job_id)
    store.finish(claim(store, jobs[0]), Finished(Outcome.DONE))
    model.refresh(jobs[0].job_id)
    assert [job.name for job in listed.chosen] == ["a"]
    assert names(model)[-1] == "a"
    assert headings(model)[-1] == "Today"


def test_a_job_that_ends_does_not_pull_the_list_along(
    qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList
) -> None:
    jobs = add(store, model, *map(str, range(20)), status=JobStatus.QUEUED)
    listed.choose(jobs[0].job_id)
    listed.setFocus()
    store.finish(claim(store, jobs[0]), Finished(Outcome.DONE))
    with qtbot.waitSignal(model.rowsMoved):
        model.refresh(jobs[0].job_id)
    assert listed.verticalScrollBar().value() == 0
    # Nor does another one, away from where the presenter looks.
    listed.scrollToBottom()
    store.finish(claim(store, jobs[12]), Finished(Outcome.CANCELLED))
    listed.choose(jobs[1].job_id)
    listed.scrollToBottom()
    bottom = listed.verticalScrollBar().value()
    model.refresh(jobs[12].job_id)
    assert bottom
    assert listed.verticalScrollBar().value() == pytest.approx(bottom, abs=100)


def test_a_job_that_is_moved_by_keys_stays_in_sight(
    qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList
) -> None:
    jobs = add(store, model, *map(str, range(20)), status=JobStatus.QUEUED)
    listed.choose(jobs[19].job_id)
    listed.setFocus()
    store.reorder(jobs[19].job_id, jobs[0].job_id)
    model.refresh_queue()
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()).center())


def test_cards_follow_another_theme_and_another_size_of_text(
    qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = add(store, model, "a")
    # There is no such deck, which changes the card as soon as the disk has been asked.
    qtbot.waitUntil(lambda: model.standing(job).deck is DeckState.GONE)

    def card() -> QImage:
        listed.doItemsLayout()
        return listed.viewport().grab(listed.visualRect(model.index(0))).toImage()

    def inks(picture: QImage) -> set[int]:
        return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}

    icon_and_words = {
        choice: tones.quiet_text for choice, tones in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK))
    }
    shown = {}
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.LIGHT):
        theme.choose(choice)
        picture = card()
        assert {one for one, ink in icon_and_words.items() if QColor(ink).rgb() in inks(picture)} == {choice}
        assert shown.setdefault(choice, picture) == picture
    usual = theme.font
    monkeypatch.setattr(theme, "font", lambda scale=1.0, weight=QFont.Weight.Normal: usual(2 * scale, weight))
    theme.changed.emit()
    assert card().height() > 1.25 * shown[ThemeChoice.LIGHT].height()
