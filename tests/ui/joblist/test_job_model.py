"""The model over the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from listed_jobs import add, claim, headings, names
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.jobs.model import time_text
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import Theme
from slidecast_gui.ui.joblist.job_list import JobList
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.joblist.listing import PAGE, QUEUE_PAGE, Wanted
from slidecast_gui.ui.look.thumbnails import Thumbnails


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
