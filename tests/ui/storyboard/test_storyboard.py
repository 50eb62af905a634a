"""What a presenter does with the slides of a deck before it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.edits import SlideEdit
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import Job, JobStatus, JobStore, this_owner
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.ui import MainWindow, desktop
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.storyboard.questions import which_copy
from slidecast_gui.ui.storyboarding import Storyboarding

OpenBoard = Callable[[Path], Storyboarding]
OpenWindow = Callable[..., tuple[MainWindow, JobStore, JobQueue]]
LONGEST_MS = 60_000


def only_job(store: JobStore) -> Job:
    (job,) = store.queue()
    return job


def kept(store: JobStore, job_id: str) -> dict[int, SlideEdit]:
    """Edits by the number of the slide: python-pptx numbers its slide ids from 256."""
    return {int(slide_id) - 255: edit for slide_id, edit in store.edits(job_id).items()}


def test_slides_are_drawn_and_timed_while_the_page_is_open(qtbot: QtBot, board: Storyboarding) -> None:
    model, page = board.page.session.slides, board.page
    assert [slide.script for slide in model.slides] == ["First words.", "Second words.", ""]
    qtbot.waitUntil(lambda: all(slide.picture for slide in model.slides), timeout=LONGEST_MS)
    qtbot.waitUntil(lambda: all(slide.seconds is not None for slide in model.slides), timeout=LONGEST_MS)
    assert [slide.heard for slide in model.slides] == [True, True, False]
    assert model.slides[0].seconds > 0.5
    assert page.header.length.startswith("2 slides  ·  1 left out  ·  0:0")
    assert all(Path(slide.picture).is_file() for slide in model.slides)


def test_script_is_kept_with_the_job_and_the_deck_stays_as_it_is(
    qtbot: QtBot, board: Storyboarding, store: JobStore
) -> None:
    job = only_job(store)
    before = Path(job.deck_path).read_bytes()
    model = board.page.session.slides
    qtbot.waitUntil(lambda: model.slides[0].seconds is not None, timeout=LONGEST_MS)
    short = model.slides[0].seconds
    with qtbot.waitSignal(board.page.session.keeper.kept):
        board.page.board.panel.script.editor.setPlainText("Quite other words, and many more than there were before.")
    assert kept(store, job.job_id)[1].script == "Quite other words, and many more than there were before."
    qtbot.waitUntil(lambda: (model.slides[0].seconds or 0) > short, timeout=LONGEST_MS)
    assert Path(job.deck_path).read_bytes() == before


def test_script_as_in_the_deck_is_no_edit(qtbot: QtBot, board: Storyboarding, store: JobStore) -> None:
    script = board.page.board.panel.script
    with qtbot.waitSignal(board.page.session.keeper.kept):
        script.editor.setPlainText("Other.")
    with qtbot.waitSignal(board.page.session.keeper.kept):
        script.reset.click()
    assert script.editor.toPlainText() == "First words."
    assert store.edits(only_job(store).job_id) == {}


def test_duration_and_leaving_out_are_kept_for_their_slide(qtbot: QtBot, board: Storyboarding, store: JobStore) -> None:
    page = board.page
    page.choose(2)
    QTest.keyClicks(page.board.panel.duration.field, "7.5")
    page.choose(3)
    page.board.panel.skip.click()
    assert page.session.keeper.save()
    edits = kept(store, only_job(store).job_id)
    assert edits[2].seconds == 7.5
    assert edits[3].skipped is False
    qtbot.waitUntil(lambda: page.session.slides.slides[1].seconds == pytest.approx(7.5, abs=0.1), timeout=LONGEST_MS)


def test_a_sound_that_is_dropped_is_copied_and_kept_for_the_chosen_slide(
    qtbot: QtBot, board: Storyboarding, store: JobStore, make_sound: Callable[..., Path]
) -> None:
    page, sound = board.page, make_sound("spoken.wav", 0.4)
    page.choose(2)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sound))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 200), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert enter.dropAction() is Qt.DropAction.CopyAction
    with qtbot.waitSignal(page.session.sounds.kept, timeout=LONGEST_MS):
        QApplication.sendEvent(page, QDropEvent(enter.position(), Qt.DropAction.CopyAction, mime, left, none))
    edit = kept(store, only_job(store).job_id)[2]
    assert edit.sound.endswith(sound.suffix)
    assert edit.sound_name == sound.name
    assert page.board.panel.sound.text == sound.name
    sound.unlink()
    with qtbot.waitSignal(page.session.hearing.ready, timeout=LONGEST_MS):
        page.board.spotlight.listen.click()
    page.board.panel.sound.remove.click()
    assert page.session.keeper.save()
    assert kept(store, only_job(store).job_id) == {}


def test_what_was_typed_last_is_kept_when_the_page_is_left(board: Storyboarding, store: JobStore) -> None:
    board.page.board.panel.script.editor.setPlainText("Last words.")
    board.page.board.strip.setFocus()
    QTest.keyClick(board.page, Qt.Key.Key_Escape)
    assert kept(store, only_job(store).job_id)[1].script == "Last words."
    assert board.page.job_id == ""


def render_elsewhere(board: Storyboarding, store: JobStore) -> Job:
    """The job that is shown is done now."""
    store.move(board.page.job_id, JobStatus.QUEUED)
    claimed = store.claim(board.page.job_id, this_owner(), "talk.mp4")
    assert claimed is not None
    store.finish(claimed, Finished(Outcome.DONE, "talk.mp4"))
    board.page.note_job(claimed.job_id)
    return store.get(claimed.job_id)


def test_a_job_that_has_ended_stays_and_its_changes_make_a_new_one(
    qtbot: QtBot, board: Storyboarding, store: JobStore
) -> None:
    old = render_elsewhere(board, store)
    with qtbot.waitSignal(board.job_added) as added:
        board.page.board.panel.script.editor.setPlainText("New words.")
    (new_id,) = added.args
    assert kept(store, new_id)[1].script == "New words."
    assert store.edits(old.job_id) == {}
    assert store.get(new_id).retry_of == old.job_id
    assert "new one" in board.page.notice.text


def test_changes_of_a_finished_talk_gather_in_one_job_whenever_it_is_opened(
    qtbot: QtBot, board: Storyboarding, store: JobStore
) -> None:
    page, model = board.page, board.page.session.slides
    old = render_elsewhere(board, store)
    page.board.panel.script.editor.setPlainText("New words.")
    page.go_back()
    with qtbot.waitSignal(page.session.opened, timeout=LONGEST_MS):
        board.open(old)
    assert "not rendered yet" in page.notice.text
    assert model.slides[0].script == "New words."
    page.choose(2)
    page.board.panel.script.editor.setPlainText("More new words.")
    page.go_back()
    edits = kept(store, only_job(store).job_id)
    assert {number: edit.script for number, edit in edits.items()} == {1: "New words.", 2: "More new words."}


def test_changes_for_the_next_video_are_shown_when_one_more_is_made(
    qtbot: QtBot, board: Storyboarding, store: JobStore
) -> None:
    page = board.page
    old = render_elsewhere(board, store)
    waiting = store.retry(old.job_id, status=JobStatus.PAUSED)
    store.edit_slide(waiting.job_id, "257", SlideEdit("Said in another window."))
    with qtbot.waitSignal(board.job_added):
        page.board.panel.script.editor.setPlainText("New words.")
    assert page.job_id == waiting.job_id
    assert [slide.script for slide in page.session.slides.slides] == ["New words.", "Said in another window.", ""]


def test_slides_of_a_running_job_are_shown_and_cannot_be_changed(board: Storyboarding, store: JobStore) -> None:
    job = only_job(store)
    store.move(job.job_id, JobStatus.QUEUED)
    assert store.claim(job.job_id, this_owner(), "talk.mp4") is not None
    board.page.note_job(job.job_id)
    assert not board.page.board.panel.script.editor.isEnabled()
    assert not board.page.header.render_button.isEnabled()
    assert "being rendered" in board.page.notice.text


@pytest.mark.parametrize("by", ["back", "render"])
def test_a_queued_deck_waits_while_its_slides_are_open_and_is_rendered_after_that(
    qtbot: QtBot, open_window: OpenWindow, deck_at: Callable[[str], Path], by: str
) -> None:
    window, store, queue = open_window()
    window.add_paths([deck_at("hang.pptx"), deck_at("good.pptx")], start=True)
    qtbot.waitUntil(lambda: store.counts()[JobStatus.RUNNING] == 1 and store.counts()[JobStatus.QUEUED] == 1)
    running, waiting = store.queue()
    window.commands.run(JobAction.SLIDES, [waiting])
    with qtbot.waitSignal(queue.idle, timeout=LONGEST_MS):
        queue.cancel(running.job_id)
    assert store.get(waiting.job_id).status is JobStatus.QUEUED
    page = window.storyboard.page
    leave = {"back": page.go_back, "render": page.header.render_button.click}[by]
    with qtbot.waitSignal(queue.finished, timeout=LONGEST_MS):
        leave()
    assert store.get(waiting.job_id).status is JobStatus.DONE
    assert window.banner.text == ""


def test_a_deck_that_has_gone_is_said_and_can_be_tried_again(
    qtbot: QtBot, board: Storyboarding, store: JobStore
) -> None:
    deck = Path(only_job(store).deck_path)
    content = deck.read_bytes()
    window, job = board.page.window(), only_job(store)
    board.page.go_back()
    deck.unlink()
    with qtbot.waitSignal(board.page.session.broken, timeout=LONGEST_MS):
        window.commands.run(JobAction.SLIDES, [job])
    assert "talk.pptx" in board.page.board.sentence
    deck.write_bytes(content)
    with qtbot.waitSignal(board.page.session.opened, timeout=LONGEST_MS):
        board.page.board.again.click()
    assert board.page.board.sentence == ""


def test_a_child_that_dies_takes_nothing_that_was_typed(qtbot: QtBot, board: Storyboarding, store: JobStore) -> None:
    board.page.board.panel.script.editor.setPlainText("Typed.")
    rehearsal = board.page.session._rehearsal
    assert rehearsal is not None
    with qtbot.waitSignal(board.page.session.broken, timeout=LONGEST_MS):
        rehearsal._process.kill()
    assert "kept" in board.page.notice.text
    assert board.page.session.keeper.save()
    assert kept(store, only_job(store).job_id)[1].script == "Typed."
    with qtbot.waitSignal(board.page.session.opened, timeout=LONGEST_MS):
        board.page.notice.again.click()
    assert board.page.board.panel.script.editor.toPlainText() == "Typed."


def test_scripts_are_written_into_a_copy_of_the_deck(
    qtbot: QtBot, board: Storyboarding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.pptx"
    monkeypatch.setattr(
        "slidecast_gui.ui.storyboard.questions.QFileDialog.getSaveFileName", lambda *_args: (str(copy), "")
    )
    assert which_copy(board.page, tmp_path / "talk.pptx") == copy
    board.page.board.panel.script.editor.setPlainText("Into the copy.")
    with qtbot.waitSignal(board.page.session.copy_written, timeout=LONGEST_MS):
        board.page.header.copy_entry.trigger()
    notes = [
        slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        for slide in Presentation(str(copy)).slides
    ]
    assert notes == ["Into the copy.", "Second words.", ""]
    notice = board.page.notice
    assert "copy.pptx" in notice.text
    shown: list[Path] = []
    notice.show_wanted.disconnect(desktop.show_in_folder)
    notice.show_wanted.connect(shown.append)
    notice.show_file.click()
    assert shown == [copy]
    notice.close_button.click()
    assert notice.text == ""


def test_every_slide_left_out_is_said_where_rendering_is_offered(board: Storyboarding) -> None:
    for number in (1, 2):
        board.page.choose(number)
        board.page.board.panel.skip.click()
    assert not board.page.header.render_button.isEnabled()
    assert "at least one" in board.page.header.render_button.toolTip()


def test_arrows_choose_slides_and_go_on_in_text(board: Storyboarding) -> None:
    page = board.page
    QTest.keyClick(page.board.strip, Qt.Key.Key_Down)
    assert page.board.strip.chosen == 2
    editor = page.board.panel.script.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert page.board.strip.chosen == 2
    QTest.keyClick(editor, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.board.strip.chosen == 1


def test_esc_leaves_a_text_field_first_and_only_then_the_page(qtbot: QtBot, board: Storyboarding) -> None:
    page = board.page
    page.window().activateWindow()
    for field in (page.board.panel.script.editor, page.board.panel.duration.field):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert page.board.strip.hasFocus()
        assert page.job_id
    QTest.keyClick(page.board.strip, Qt.Key.Key_Escape)
    assert page.job_id == ""


def test_the_title_of_the_talk_stays_when_a_finished_one_is_changed(
    qtbot: QtBot, board: Storyboarding, store: JobStore
) -> None:
    page, title = board.page, board.page.header.title
    assert title == "One"
    render_elsewhere(board, store)
    with qtbot.waitSignal(board.job_added):
        page.board.panel.script.editor.setPlainText("New words.")
    assert page.header.title == title


def test_a_notice_goes_when_what_it_is_about_is_done_anew(
    qtbot: QtBot, board: Storyboarding, make_sound: Callable[..., Path], tmp_path: Path
) -> None:
    page = board.page
    with qtbot.waitSignal(page.session.sounds.refused, timeout=LONGEST_MS):
        page.use_sound(1, tmp_path / "gone.wav")
    assert "gone.wav" in page.notice.text
    page.board.panel.skip.click()
    assert page.session.keeper.save()
    assert "gone.wav" in page.notice.text
    with qtbot.waitSignal(page.session.sounds.kept, timeout=LONGEST_MS):
        page.use_sound(1, make_sound("mine.wav", 0.3))
        assert page.notice.text == ""


def test_the_temporary_folder_goes_with_the_page(qtbot: QtBot, board: Storyboarding, paths: DataPaths) -> None:
    scratch = paths.scratch
    assert list(scratch.iterdir())
    rehearsal = board.page.session._rehearsal
    assert rehearsal is not None
    with qtbot.waitSignal(rehearsal._process.finished, timeout=LONGEST_MS):
        board.page.go_back()
    assert not list(scratch.iterdir())


def test_a_file_without_sound_is_refused_by_its_name_before_it_is_taken(
    qtbot: QtBot, board: Storyboarding, store: JobStore, tmp_path: Path
) -> None:
    page, song = board.page, tmp_path / "my song.mp3"
    song.write_text("not a song" * 1000, encoding="utf-8")
    with qtbot.waitSignal(page.session.sounds.refused, timeout=LONGEST_MS):
        page.use_sound(1, song)
        assert page.board.panel.sound.text == "Adding “my song.mp3”…"
    assert page.notice.text == "“my song.mp3” could not be read; choose a WAV, MP3, M4A or FLAC file."
    assert "Drop a sound" in page.board.panel.sound.text
    assert kept(store, only_job(store).job_id) == {}


def test_a_slide_that_cannot_be_heard_has_no_time_and_the_talk_no_length_until_it_can(
    qtbot: QtBot, board: Storyboarding, make_sound: Callable[..., Path], paths: DataPaths
) -> None:
    page, model = board.page, board.page.session.slides
    qtbot.waitUntil(lambda: all(slide.seconds is not None for slide in model.slides), timeout=LONGEST_MS)
    with qtbot.waitSignal(page.session.sounds.kept, timeout=LONGEST_MS) as kept_as:
        page.use_sound(2, make_sound("mine.wav", 1.0))
    (paths.sounds / kept_as.args[2]).unlink()
    page.session.edit(2, SlideEdit(script="Captions.", sound=kept_as.args[2]))
    assert page.session.keeper.save()
    qtbot.waitUntil(lambda: bool(model.slides[1].unheard), timeout=LONGEST_MS)
    assert model.slides[1].seconds is None
    assert page.header.length == "2 slides  ·  1 left out  ·  1 slide cannot be heard"
    page.session.edit(2, SlideEdit())
    assert page.session.keeper.save()
    qtbot.waitUntil(lambda: model.slides[1].seconds is not None, timeout=LONGEST_MS)
    assert page.header.length.startswith("2 slides  ·  1 left out  ·  0:0")
