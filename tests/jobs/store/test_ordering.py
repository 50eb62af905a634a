"""The order in which past jobs are listed is one, whether the table sorts or two jobs are compared."""

from __future__ import annotations

from functools import cmp_to_key

import pytest

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobFilter, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.database.ordering import Order, comes_before
from slidecast_gui.settings import RenderSettings

DECKS = ("/a/Zebra.pptx", "/b/über.pptx", "/c/Ubung.pptx", "/d/apple.v2.pptx", "/e/ÜBER.pdf", "/f/Apple.pptx")
ENDS = (Outcome.DONE, Outcome.FAILED, Outcome.DONE, Outcome.CANCELLED, Outcome.DONE, Outcome.FAILED)


@pytest.fixture
def ended(store: JobStore) -> JobStore:
    for deck, end in zip(DECKS, ENDS, strict=True):
        job = store.create(deck, RenderSettings(), JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner())
        assert claimed is not None
        store.finish(claimed, Finished(end, duration_s=60.0 * (len(deck) % 4)))
    return store


@pytest.mark.parametrize("order", Order)
def test_the_table_and_two_jobs_agree(ended: JobStore, order: Order) -> None:
    jobs = ended.history(order=order)
    ordered = sorted(jobs, key=cmp_to_key(lambda one, other: -1 if comes_before(one, other, order) else 1))
    assert [job.name for job in ordered] == [job.name for job in jobs]


def test_names_are_sorted_regardless_of_case_and_folder(ended: JobStore) -> None:
    names = [job.name for job in ended.history(order=Order.NAME)]
    assert names == ["Apple", "apple.v2", "Ubung", "Zebra", "ÜBER", "über"]


def test_what_failed_comes_first_by_state(ended: JobStore) -> None:
    states = [job.status.value for job in ended.history(order=Order.STATE)]
    assert states == ["failed", "failed", "cancelled", "done", "done", "done"]


def test_counts_follow_a_filter(ended: JobStore) -> None:
    counts = ended.counts(JobFilter(text="apple"))
    assert (counts[JobStatus.FAILED], counts[JobStatus.CANCELLED], counts[JobStatus.DONE]) == (1, 1, 0)
