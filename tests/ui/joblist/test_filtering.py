"""The line over the list and the search: what they let through, in which order, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus, JobStore, this_owner
from slidecast_gui.jobs.database.ordering import Order
from slidecast_gui.jobs.model import time_text
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.card_layout import SIDE, WIDEST
from slidecast_gui.ui.joblist.filter_chips import Filter
from slidecast_gui.ui.joblist.job_model import Role
from slidecast_gui.ui.joblist.period import Period

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]


@pytest.fixture
def window(store: JobStore, open_window: OpenWindow) -> MainWindow:
    """Three past decks, of now, of two years ago and of yesterday at that, and one that waits since long ago."""
    for name, days, seconds in (("Harbour", 0, 60.0), ("Budget", 800, 90.0), ("Anchor", 801, 30.0)):
        job = store.create(f"/decks/{name}.pptx", RenderSettings(), JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner())
        assert claimed is not None
        store.finish(claimed, Finished(Outcome.DONE, f"/videos/{name} final.mp4", duration_s=seconds))
        store._update(job.job_id, completed_at=time_text(datetime.now(UTC) - timedelta(days=days)))
    waiting = store.create("/decks/Waiting.pptx", RenderSettings())
    store._update(waiting.job_id, created_at=time_text(datetime.now(UTC) - timedelta(days=900)))
    return open_window()[0]


def names(window: MainWindow) -> list[str]:
    return [window.model.data(window.model.index(row)) for row in range(window.model.rowCount())]


def headings(window: MainWindow) -> list[str]:
    rows = range(window.model.rowCount())
    return [heading for row in rows if (heading := window.model.data(window.model.index(row), Role.HEADING))]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone()


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    with qtbot.waitSignal(window.top_bar.searched):
        qtbot.keyClicks(window.top_bar.search, text)


def test_past_jobs_of_a_time_are_shown_and_the_queue_stays(window: MainWindow) -> None:
    past = window.jobs_page.filters.past
    past.choose(Period.YEAR, Order.NEWEST)
    assert names(window) == ["Waiting", "Harbour"]
    past.choose(Period.ANY, Order.NEWEST)
    assert names(window) == ["Waiting", "Harbour", "Budget", "Anchor"]


def test_other_orders_are_of_the_past_alone_and_have_one_heading(window: MainWindow) -> None:
    past = window.jobs_page.filters.past
    assert len(headings(window)) == 4
    past.choose(Period.ANY, Order.NAME)
    assert names(window) == ["Waiting", "Anchor", "Budget", "Harbour"]
    assert headings(window) == ["Queue", "Past"]
    past.choose(Period.ANY, Order.OLDEST)
    assert names(window) == ["Waiting", "Anchor", "Budget", "Harbour"]
    assert len(headings(window)) == 4


def test_a_job_that_ends_is_put_where_the_order_has_it(qtbot: QtBot, window: MainWindow, store: JobStore) -> None:
    window.jobs_page.filters.past.choose(Period.ANY, Order.NAME)
    added = store.create("/decks/Cabin.pptx", RenderSettings())
    window.model.refresh(added.job_id)
    store.move(added.job_id, JobStatus.CANCELLED)
    window.model.refresh(added.job_id)
    assert names(window) == ["Waiting", "Anchor", "Budget", "Cabin", "Harbour"]


@pytest.mark.parametrize(
    ("moment", "period", "since"),
    [
        ("2026-03-18T15:30", Period.TODAY, "2026-03-18"),
        ("2026-03-18T15:30", Period.MONTH, "2026-03-01"),
        ("2026-03-31T00:30", Period.YEAR, "2026-01-01"),
    ],
)
def test_a_time_begins_at_midnight_by_the_clock_on_the_wall(moment: str, period: Period, since: str) -> None:
    assert period.since(local(moment).astimezone(UTC)) == local(since)


def test_a_week_is_never_longer_than_seven_days() -> None:
    for day in range(1, 15):
        moment = local(f"2026-03-{day:02}T12:00")
        since = Period.WEEK.since(moment)
        assert since is not None
        assert timedelta(0) < moment - since < timedelta(days=7)


def test_chips_count_what_the_search_and_the_time_leave(qtbot: QtBot, window: MainWindow) -> None:
    chips = window.jobs_page.chips
    assert chips.chip(Filter.DONE).text() == "Done  3"
    window.jobs_page.filters.past.choose(Period.YEAR, Order.NEWEST)
    qtbot.waitUntil(lambda: chips.chip(Filter.DONE).text() == "Done  1")
    assert chips.chip(Filter.QUEUE).text() == "Queue  1"
    search(qtbot, window, "harb")
    qtbot.waitUntil(lambda: chips.chip(Filter.QUEUE).text() == "Queue")
    assert chips.chip(Filter.ALL).text() == "All  1"


def test_what_is_not_found_is_said_and_one_click_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    page = window.jobs_page
    page.filters.past.choose(Period.YEAR, Order.NAME)
    page.chips.choose(Filter.DONE)
    search(qtbot, window, "zzzz")
    assert page.nothing.isVisible()
    assert page.nothing.label.text() == "Nothing found for “zzzz”."
    qtbot.mouseClick(page.nothing.all, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    assert len(names(window)) == 4
    assert (page.chips.chosen, page.filters.past.period, page.filters.past.order) == (
        Filter.ALL,
        Period.ANY,
        Order.NAME,
    )


def test_an_empty_chip_says_what_there_is_none_of(window: MainWindow) -> None:
    window.jobs_page.chips.choose(Filter.FAILED)
    assert window.jobs_page.nothing.label.text() == "Nothing has failed."


def test_a_video_is_found_by_its_own_name(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "budget final")
    assert names(window) == ["Budget"]


def test_time_and_order_are_there_after_a_restart(qtbot: QtBot, window: MainWindow, open_window: OpenWindow) -> None:
    window.jobs_page.filters.past.choose(Period.MONTH, Order.LONGEST)
    with qtbot.waitSignal(window.gone):
        window.close()
    again = open_window()[0]
    assert (again.jobs_page.filters.past.period, again.jobs_page.filters.past.order) == (Period.MONTH, Order.LONGEST)
    assert names(again) == ["Waiting", "Harbour"]


def test_the_drop_downs_go_below_the_chips_where_the_window_is_narrow(qtbot: QtBot, window: MainWindow) -> None:
    filters = window.jobs_page.filters
    window.jobs_page.details.hide()
    window.resize(1400, 700)
    past, chips = filters.past, filters.chips
    qtbot.waitUntil(lambda: abs(past.geometry().center().y() - chips.geometry().center().y()) <= 1)
    window.jobs_page.details.show()
    window.jobs_page.splitter.setSizes([400, 460])
    window.resize(860, 560)
    window.jobs_page.splitter.setSizes([300, 560])
    qtbot.waitUntil(lambda: filters.past.y() > filters.chips.y())


def test_the_drop_downs_end_where_the_cards_do_on_a_wide_screen(qtbot: QtBot, window: MainWindow) -> None:
    filters = window.jobs_page.filters
    window.resize(2560, 900)
    qtbot.waitUntil(lambda: filters.width() > 2000)
    qtbot.waitUntil(lambda: abs(filters.past.geometry().right() - SIDE - WIDEST) < 3)


def test_a_filter_shows_the_details_of_the_first_job_it_leaves(qtbot: QtBot, window: MainWindow) -> None:
    window.jobs_page.list.clearSelection()
    window.jobs_page.chips.choose(Filter.DONE)
    first, *_ = window.jobs_page.list.chosen
    qtbot.waitUntil(lambda: window.jobs_page.details.job == first)


def test_escape_clears_the_search_and_down_goes_to_what_it_found(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.top_bar.search.setFocus()
    qtbot.waitUntil(window.top_bar.search.hasFocus)
    qtbot.keyClicks(window.top_bar.search, "budget")
    # Without waiting for the end of the word: what is found is what was typed.
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Down)
    assert window.jobs_page.list.hasFocus()
    assert [job.name for job in window.jobs_page.list.chosen] == ["Budget"]
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(window)) == 4)


def test_down_leads_to_the_way_back_where_nothing_is_found(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.top_bar.search.setFocus()
    qtbot.keyClicks(window.top_bar.search, "zzzz")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Down)
    qtbot.waitUntil(window.jobs_page.nothing.all.hasFocus)
