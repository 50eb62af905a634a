"""The model over the table, and the list over the model."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QDropEvent, QFont, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from slidecast_gui.effort import Talk
from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.model import time_text
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import Theme, ThemeChoice
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.card_layout import BUTTON, SIDE, WIDEST, lay_out
from slidecast_gui.ui.joblist.card_painter import CardPainter
from slidecast_gui.ui.joblist.job_actions import offered
from slidecast_gui.ui.joblist.job_delegate import JobDelegate
from slidecast_gui.ui.joblist.job_list import JobList
from slidecast_gui.ui.joblist.job_model import JobModel, Role
from slidecast_gui.ui.joblist.listing import PAGE, QUEUE_PAGE, Wanted
from slidecast_gui.ui.joblist.standing import DeckState
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.look.tones import DARK, LIGHT


@pytest.fixture
def model(store: JobStore, qapp: QApplication) -> Iterator[JobModel]:
    """Watched by Qt's tester; what it finds is a warning of Qt's, and those fail tests here."""
    made = JobModel(store, qapp)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    yield made
    made.deleteLater()


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


def add(store: JobStore, model: JobModel, *names: str, status: JobStatus = JobStatus.PAUSED) -> list[Job]:
    jobs = store.create_many([f"/decks/{name}.pptx" for name in names], RenderSettings(), status)
    for job in jobs:
        model.refresh(job.job_id)
    return jobs


def claim(store: JobStore, job: Job) -> Job:
    claimed = store.claim(job.job_id, this_owner(), f"{job.deck_path}.mp4")
    assert claimed is not None
    return claimed


def names(model: JobModel) -> list[str]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def headings(model: JobModel) -> list[str]:
    return [model.data(model.index(row), Role.HEADING) for row in range(model.rowCount())]


def test_job_moves_from_the_queue_to_the_past_when_it_ends(store: JobStore, model: JobModel) -> None:
    first, second = add(store, model, "first", "second", status=JobStatus.QUEUED)
    claimed = claim(store, first)
    model.refresh(first.job_id)
    store.finish(claimed, Finished(Outcome.DONE))
    model.refresh(first.job_id)
    assert names(model) == ["second", "first"]
    assert headings(model) == ["Queue", "Today"]
    store.remove([second.job_id])
    model.refresh(second.job_id)
    assert names(model) == ["first"]


def test_a_job_that_waited_for_weeks_is_the_first_of_today_when_it_ends(store: JobStore, model: JobModel) -> None:
    waited, quick = add(store, model, "waited", "quick", status=JobStatus.QUEUED)
    store._update(waited.job_id, created_at=time_text(waited.created_at - timedelta(days=30)))
    for job in (quick, waited):
        claimed = claim(store, job)
        model.refresh(job.job_id)
        store.finish(claimed, Finished(Outcome.DONE))
        model.refresh(job.job_id)
    assert names(model) == ["waited", "quick"]
    assert headings(model) == ["Today", ""]
    model.reload()
    assert names(model) == ["waited", "quick"]


def test_progress_changes_one_row_and_moves_none(qtbot: QtBot, store: JobStore, model: JobModel) -> None:
    jobs = add(store, model, "a", "b", "c", status=JobStatus.QUEUED)
    claimed = claim(store, jobs[1])
    model.refresh(jobs[1].job_id)
    store.beat(claimed, Stage.SLIDES, 40, 3)
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.layoutChanged):
        model.refresh(jobs[1].job_id)
    assert (changed.args[0].row(), changed.args[1].row()) == (0, 0)
    assert model.job(model.index(0)).progress == 40  # type: ignore[union-attr]


def test_past_is_read_a_page_at_a_time(store: JobStore, qapp: QApplication) -> None:
    jobs = store.create_many([f"/decks/{number}.pptx" for number in range(PAGE + 20)], RenderSettings())
    for job in jobs:
        store.move(job.job_id, JobStatus.CANCELLED)
    # Without Qt's tester at first: it asks for the next page by itself.
    model = JobModel(store, qapp)
    assert model.rowCount() == PAGE
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert names(model) == [str(number) for number in reversed(range(PAGE + 20))]
    assert not model.canFetchMore(QModelIndex())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)


@pytest.fixture
def waiting(store: JobStore) -> list[Job]:
    """A queue that is five jobs longer than a page, with one past job."""
    past = store.create("/decks/past.pptx", RenderSettings(), JobStatus.QUEUED)
    store.finish(claim(store, past), Finished(Outcome.DONE))
    decks = [f"/decks/{n:03}.pptx" for n in range(QUEUE_PAGE + 5)]
    return store.create_many(decks, RenderSettings(), JobStatus.QUEUED)


@pytest.fixture
def in_part(store: JobStore, waiting: list[Job], qapp: QApplication) -> Iterator[JobModel]:
    """Over that queue; without Qt's tester, which would read all of it."""
    made = JobModel(store, qapp)
    yield made
    made.deleteLater()


def test_long_queue_is_read_a_page_at_a_time_and_the_past_behind_it(waiting: list[Job], in_part: JobModel) -> None:
    in_order = [job.name for job in waiting]
    assert names(in_part) == in_order[:QUEUE_PAGE]
    in_part.fetchMore(QModelIndex())
    assert names(in_part) == in_order
    assert in_part.canFetchMore(QModelIndex())
    in_part.fetchMore(QModelIndex())
    assert names(in_part) == [*in_order, "past"]
    assert headings(in_part)[0] == "Queue"
    assert headings(in_part)[-1] == "Today"
    assert not in_part.canFetchMore(QModelIndex())


def test_jobs_come_and_go_in_a_queue_that_is_read_in_part(
    store: JobStore, waiting: list[Job], in_part: JobModel
) -> None:
    in_order = [job.name for job in waiting]
    claimed = claim(store, waiting[1])
    in_part.refresh(claimed.job_id)
    assert names(in_part)[:3] == ["001", "000", "002"]
    store.finish(claimed, Finished(Outcome.DONE))
    in_part.refresh(claimed.job_id)
    store.note_deck(waiting[QUEUE_PAGE - 1].job_id, "ab" * 32)
    in_part.refresh(waiting[QUEUE_PAGE - 1].job_id)
    assert names(in_part)[-1] == in_order[QUEUE_PAGE - 1]
    store.move(waiting[2].job_id, JobStatus.PAUSED)
    in_part.refresh(waiting[2].job_id)
    add(store, in_part, "last", status=JobStatus.QUEUED)
    store.reorder(waiting[-1].job_id, waiting[0].job_id)
    in_part.refresh(waiting[-1].job_id)
    in_part.refresh_queue()
    assert names(in_part)[:3] == [in_order[-1], "000", "003"]
    while in_part.canFetchMore(QModelIndex()):
        in_part.fetchMore(QModelIndex())
    rest = [name for name in in_order if name not in ("001", "002", in_order[-1])]
    assert names(in_part) == [in_order[-1], *rest, "last", "002", "001", "past"]


def test_drop_below_the_last_row_that_was_read_goes_before_the_next_one(
    qtbot: QtBot, waiting: list[Job], in_part: JobModel
) -> None:
    dragged = in_part.mimeData([in_part.index(0)])
    with qtbot.waitSignal(in_part.moved) as asked:
        assert in_part.dropMimeData(dragged, Qt.DropAction.MoveAction, QUEUE_PAGE, 0, QModelIndex())
    assert asked.args == [waiting[0].job_id, waiting[QUEUE_PAGE].job_id]


def test_job_on_a_page_that_was_not_read_is_found_and_chosen(
    qtbot: QtBot, waiting: list[Job], in_part: JobModel, theme: Theme
) -> None:
    listed = JobList(in_part, theme, Thumbnails(QSize(256, 144), 10, in_part))
    qtbot.addWidget(listed)
    listed.choose(waiting[-1].job_id)
    qtbot.waitUntil(lambda: [job.job_id for job in listed.chosen] == [waiting[-1].job_id])


def test_filtered_list_lets_in_only_what_matches(store: JobStore, model: JobModel) -> None:
    model.show(Wanted((JobStatus.CANCELLED,), "harb"))
    wanted, other = add(store, model, "Harbour", "Budget")
    assert names(model) == []
    for job in (wanted, other):
        store.move(job.job_id, JobStatus.CANCELLED)
        model.refresh(job.job_id)
    assert names(model) == ["Harbour"]


def test_reordered_queue_is_shown_in_the_order_of_the_table(store: JobStore, model: JobModel) -> None:
    jobs = add(store, model, "a", "b", "c", "d")
    store.reorder(jobs[3].job_id, jobs[1].job_id)
    model.refresh(jobs[3].job_id)
    assert names(model) == ["a", "d", "b", "c"]
    store.reorder(jobs[0].job_id, None)
    model.refresh(jobs[0].job_id)
    assert names(model) == ["d", "b", "c", "a"]


def test_dropped_card_asks_to_be_put_there(qtbot: QtBot, store: JobStore, model: JobModel, listed: JobList) -> None:
    jobs = add(store, model, "a", "b", "c")
    listed.doItemsLayout()
    target = listed.visualRect(model.index(1)).topLeft() + QPoint(80, 4)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = model.mimeData([model.index(2)])
    with qtbot.waitSignal(model.moved) as moved:
        listed.dropEvent(QDropEvent(QPointF(target), Qt.DropAction.MoveAction, mime, left, none))
    assert moved.args == [jobs[2].job_id, jobs[1].job_id]


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


def test_what_runs_is_the_first_of_the_queue_then_what_waits_then_what_is_on_hold(
    store: JobStore, model: JobModel
) -> None:
    ready = add(store, model, "a", "b", "c", "d")
    store.start(ready[1].job_id)
    model.refresh(ready[1].job_id)
    store.start(ready[3].job_id)
    model.refresh(ready[3].job_id)
    assert names(model) == ["b", "d", "a", "c"]
    claim(store, ready[3])
    model.refresh(ready[3].job_id)
    assert names(model) == ["d", "b", "a", "c"]
    assert headings(model) == ["Queue", "", "", ""]
    model.reload()
    assert names(model) == ["d", "b", "a", "c"]


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


def test_picture_in_a_deck_is_shown_until_its_first_slide_is_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "thumbnail.jpeg"
    image = QImage(256, 192, QImage.Format.Format_RGB32)
    image.fill(QColor("#2A9D8F"))
    image.save(str(picture))
    huge = tmp_path / "huge.png"
    QImage(2100, 2000, QImage.Format.Format_Mono).save(str(huge))
    thumbnails = Thumbnails(QSize(256, 144), 10)
    sizes = {}
    for name, entry, source in (
        ("sound", "docProps/thumbnail.jpeg", picture),
        ("another kind", "docProps/thumbnail.png", picture),
        ("huge", "docProps/thumbnail.png", huge),
        ("without", "docProps/app.xml", picture),
    ):
        deck = tmp_path / f"{name}.pptx"
        with zipfile.ZipFile(deck, "w") as package:
            package.write(source, entry)
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.picture(str(deck))
        found = thumbnails.picture(str(deck))
        sizes[name] = found and found.size().toTuple()
    assert sizes == {"sound": (192, 144), "another kind": None, "huge": None, "without": None}
    thumbnails.stop()


def test_thumbnails_arrive_and_files_without_a_picture_stay_empty(qtbot: QtBot, tmp_path: Path) -> None:
    picture, nonsense = tmp_path / "slide.png", tmp_path / "text.png"
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("#2A9D8F"))
    image.save(str(picture))
    nonsense.write_text("no picture", encoding="utf-8")
    thumbnails = Thumbnails(QSize(256, 144), 10)
    for path in (picture, nonsense):
        with qtbot.waitSignal(thumbnails.arrived):
            assert thumbnails.picture(str(path)) is None
    assert thumbnails.picture(str(picture)).size() == QSize(256, 144)  # type: ignore[union-attr]
    assert thumbnails.picture(str(nonsense)) is None
    thumbnails.stop()


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
