"""A deck that was edited, or taken away, since it was rendered is marked, and the next step is offered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.deck_hash import deck_sha256
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.joblist import card_text, changed
from slidecast_gui.ui.joblist.changed import ChangedDecks
from slidecast_gui.ui.joblist.job_actions import JobAction, label, offered, possible
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.joblist.standing import DeckState, Standing


@pytest.fixture
def done(store: JobStore, deck_at: Callable[[str], Path]) -> Job:
    deck = deck_at("talk.pptx")
    job = store.create(deck, RenderSettings(), JobStatus.QUEUED)
    claimed = store.claim(job.job_id, this_owner())
    assert claimed is not None
    deck.with_suffix(".mp4").touch()
    store.deck_read(claimed, "Talk", 1, deck_sha256(deck))
    store.finish(claimed, Finished(Outcome.DONE, str(deck.with_suffix(".mp4"))))
    return store.get(job.job_id)


@pytest.fixture
def decks(qtbot: QtBot) -> Iterator[ChangedDecks]:
    made = ChangedDecks()
    yield made
    made.stop()


def looked(decks: ChangedDecks, job: Job) -> DeckState:
    """What is known once the disk has answered."""
    decks.state(job)
    decks._pool.waitForDone()
    QCoreApplication.processEvents()
    return decks.state(job)


def come_back(decks: ChangedDecks) -> None:
    decks._come_back(Qt.ApplicationState.ApplicationActive)


def test_an_edited_deck_is_another_and_one_saved_without_changes_is_not(decks: ChangedDecks, done: Job) -> None:
    deck = Path(done.deck_path)
    assert looked(decks, done) is DeckState.SAME
    come_back(decks)
    deck.write_bytes(deck.read_bytes())
    assert looked(decks, done) is DeckState.SAME
    come_back(decks)
    deck.write_bytes(deck.read_bytes() + b"edited")
    assert looked(decks, done) is DeckState.CHANGED


def test_a_deck_that_was_taken_away_is_gone(decks: ChangedDecks, done: Job) -> None:
    Path(done.deck_path).unlink()
    assert looked(decks, done) is DeckState.GONE


def test_a_deck_nobody_has_been_at_is_not_read(
    decks: ChangedDecks, done: Job, store: JobStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(changed, "deck_sha256", lambda path: read.append(path) or "another")
    monkeypatch.setattr(changed, "_COARSE_S", -3600.0)
    assert looked(decks, done) is DeckState.SAME
    assert read == []
    monkeypatch.setattr(changed, "_COARSE_S", 2.0)
    os.utime(done.deck_path)
    for _ in range(3):
        come_back(decks)
        assert looked(decks, done) is DeckState.CHANGED
    assert len(read) == 1


def test_what_changed_is_rendered_by_the_first_button_and_its_words() -> None:
    job = _job(JobStatus.DONE)
    standing = Standing(deck=DeckState.CHANGED)
    assert offered(job, standing)[0] is JobAction.RETRY
    assert label(job, standing) == "Render what changed"
    assert label(job) == ""


def test_without_its_deck_nothing_is_rendered_and_the_card_says_so() -> None:
    job, standing = _job(JobStatus.DONE), Standing(deck=DeckState.GONE)
    assert not {JobAction.RETRY, JobAction.AGAIN, JobAction.SLIDES} & set(possible(job, standing))
    assert JobAction.PLAY in possible(job, standing)
    assert card_text.line(job, standing) == ("The deck is no longer in “decks”", "warn_text")


def test_a_video_of_an_older_version_is_not_marked_once_a_later_job_is_of_the_deck(
    qtbot: QtBot, store: JobStore, done: Job
) -> None:
    model = JobModel(store)
    deck = Path(done.deck_path)
    deck.write_bytes(deck.read_bytes() + b"edited")
    with qtbot.waitSignal(model.decks.changed):
        model.standing(done)
    assert model.standing(done).is_outdated
    again = store.retry(done.job_id)
    model.refresh(again.job_id)
    assert not model.standing(done).is_outdated
    model.decks.stop()
    model.missing.stop()


def _job(status: JobStatus) -> Job:
    return Job("1", status, "/home/ann/decks/talk.pptx", RenderSettings(), 1, datetime.now(UTC), video_path="/v.mp4")
