"""Other settings for decks that are in the list: changed while they wait, rendered anew once they have ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.tick_box import TickBox
from slidecast_gui.ui.settings.job_settings_dialog import JobSettingsDialog

OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
DeckAt = Callable[[str], Path]


def choose(window: MainWindow, job_ids: Sequence[str]) -> None:
    """Selects these jobs, as with the mouse and Ctrl."""
    window.jobs_page.list.clearSelection()
    for job_id in job_ids:
        index = window.model.index(window.model.row_of(job_id))
        selection = window.jobs_page.list.selectionModel()
        selection.select(index, selection.SelectionFlag.Select)


def asked(window: MainWindow, action: JobAction = JobAction.SETTINGS) -> JobSettingsDialog:
    window.menus.action(action).trigger()
    dialogs = [dialog for dialog in window.findChildren(JobSettingsDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def pick(dialog: JobSettingsDialog, name: str, value: object) -> None:
    field = next(field for field in dialog.findChildren(Choice) if field.accessibleName() == name)
    assert field.select(value)


def accept(qtbot: QtBot, dialog: JobSettingsDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)


def test_settings_of_a_waiting_deck_are_changed_and_those_of_the_next_render_stay(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    (job_id,) = queue.add([deck_at("one.pptx")], RenderSettings())
    choose(window, [job_id])
    details = window.jobs_page.details
    assert details.change.text() == "Change settings…"
    qtbot.mouseClick(details.change, Qt.MouseButton.LeftButton)
    dialog = window.findChild(JobSettingsDialog)
    pick(dialog, "Size", "720p")
    pick(dialog, "Between slides", "fade")
    accept(qtbot, dialog)
    assert store.get(job_id).settings == RenderSettings(size="720p", transition="fade")
    assert window.jobs_page.next_render.settings == RenderSettings()
    qtbot.waitUntil(lambda: "1280 × 720" in [label.text() for label in details.findChildren(QLabel)])


def test_several_decks_get_what_was_changed_and_keep_the_rest(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    window.menus.queue.pause_entry.trigger()
    queue.add([deck_at("one.pptx")], RenderSettings(size="720p"))
    queue.add([deck_at("two.pptx")], RenderSettings(size="4k", fps=60), start=True)
    ids = [job.job_id for job in store.queue()]
    choose(window, ids)
    dialog = asked(window)
    pick(dialog, "Voice", "none")
    dialog.findChild(TickBox).setChecked(True)
    accept(qtbot, dialog)
    assert [store.get(job_id).settings for job_id in ids] == [
        RenderSettings(size="720p", voice="none", slide_images=True),
        RenderSettings(size="4k", fps=60, voice="none", slide_images=True),
    ]


def test_nothing_is_written_where_nothing_was_changed(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    (job_id,) = queue.add([deck_at("one.pptx")], RenderSettings())
    story = store.events(job_id)
    choose(window, [job_id])
    accept(qtbot, asked(window))
    choose(window, [job_id])
    dialog = asked(window)
    pick(dialog, "Size", "4k")
    dialog.reject()
    assert store.events(job_id) == story


def test_running_deck_refuses_in_a_sentence(qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, store, queue = open_window()
    (job_id,) = queue.add([deck_at("hang.pptx")], RenderSettings())
    choose(window, [job_id])
    dialog = asked(window)
    queue.start(job_id)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1, timeout=10_000)
    pick(dialog, "Size", "720p")
    accept(qtbot, dialog)
    assert "Settings can be changed while a job waits" in window.banner.text
    assert store.get(job_id).settings == RenderSettings()
    qtbot.waitUntil(lambda: not window.menus.action(JobAction.SETTINGS).isEnabled())
    assert window.jobs_page.details.change.isHidden()


def test_past_deck_is_rendered_again_with_other_settings_as_a_new_job(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt
) -> None:
    window, store, queue = open_window()
    (first,) = queue.add([deck_at("one.pptx")], RenderSettings(fps=25), start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 1, timeout=10_000)
    choose(window, [first])
    assert window.jobs_page.details.change.text() == "Render again with other settings…"
    assert not window.menus.action(JobAction.SETTINGS).isEnabled()
    dialog = asked(window, JobAction.AGAIN)
    pick(dialog, "Size", "720p")
    accept(qtbot, dialog)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.DONE] == 2, timeout=10_000)
    newest = store.history()[0]
    assert (newest.retry_of, newest.settings) == (first, RenderSettings(size="720p", fps=25))
    assert store.get(first).settings == RenderSettings(fps=25)


def test_own_settings_of_a_deck_outlast_a_change_of_the_next_render(
    qtbot: QtBot, open_window: OpenWindow, deck_at: DeckAt, tmp_path: Path
) -> None:
    window, store, queue = open_window(Preferences(render=RenderSettings()))
    # The second one wants the same video, and so the list gives it a name of its own.
    queue.add([deck_at("one.pptx"), deck_at("one.pptx"), deck_at("two.pptx")], RenderSettings())
    own = store.queue()[2].job_id
    qtbot.waitUntil(lambda: window.model.rowCount() == 3)
    choose(window, [own])
    dialog = asked(window)
    pick(dialog, "Size", "720p")
    accept(qtbot, dialog)
    shown = RenderSettings(size="4k", voice="none", output=str(tmp_path))
    window.jobs_page.next_render.changed.emit(shown)
    first, second, third = store.queue()
    assert first.settings == shown
    assert (second.settings.size, Path(second.settings.output).parent) == ("4k", tmp_path)
    assert third.settings == RenderSettings(size="720p", voice="none", output=str(tmp_path))


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """A desktop whose letters are nearly twice as large as usual; before the theme, which takes its size from there."""
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(18)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_letters")
def test_settings_are_explained_and_no_line_is_cut_off(open_window: OpenWindow, deck_at: DeckAt) -> None:
    window, _, queue = open_window()
    choose(window, queue.add([deck_at("one.pptx")], RenderSettings()))
    dialog = asked(window)
    for label in dialog.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    dialog.reject()
