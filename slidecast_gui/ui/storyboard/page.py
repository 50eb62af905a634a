"""The page on which a deck is gone through slide by slide, before it is rendered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slidecast_gui.edits import SlideEdit
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.paths import DataPaths
from slidecast_gui.rehearsal.messages import Opened
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.storyboard import words
from slidecast_gui.ui.storyboard.board import Board
from slidecast_gui.ui.storyboard.copy_writing import CopyWriting
from slidecast_gui.ui.storyboard.header import Header
from slidecast_gui.ui.storyboard.keys import bind_keys
from slidecast_gui.ui.storyboard.notice import Notice, Topic
from slidecast_gui.ui.storyboard.preview import Preview
from slidecast_gui.ui.storyboard.script_edits import (
    BoardSlide,
    with_script,
    with_seconds,
    with_skipped,
    with_sound,
)
from slidecast_gui.ui.storyboard.session import Session
from slidecast_gui.ui.storyboard.sound_drops import SoundDrops

_log = logging.getLogger(__name__)
_Arguments = ParamSpec("_Arguments")


def _worded(
    method: Callable[Concatenate[StoryboardPage, _Arguments], None],
) -> Callable[Concatenate[StoryboardPage, _Arguments], None]:
    """Lets a method of the page say what went wrong, instead of raising it into Qt's event loop."""

    @wraps(method)
    def said(page: StoryboardPage, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> None:
        try:
            method(page, *args, **kwargs)
        except SlidecastError as error:
            _log.warning("%s: %s %s", error.kind, error.sentence, error.detail)
            page.notice.say(error.sentence, Topic.SAVING, "warning")

    return said


class StoryboardPage(QWidget):
    """Shows one job's slides, and keeps what the presenter changes about them while they change it.

    `render_wanted` carries a job that is ready to be started, with everything in it. `repeated` carries the other job
    that is changed from now on, because the one it was opened with has ended. `record_wanted` carries the number of a
    slide that is to be spoken; `use_sound` takes the recording.
    """

    back_wanted = Signal()
    render_wanted = Signal(str)
    repeated = Signal(str)
    record_wanted = Signal(int)

    def __init__(
        self,
        store: JobStore,
        paths: DataPaths,
        theme: Theme,
        command: Sequence[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`command` starts a rehearsal, by default this program's."""
        super().__init__(parent)
        self._store = store
        self._first = 1
        self._title = ""
        self.session = Session(store, paths, command, self)
        self.header = Header(theme)
        self.notice = Notice(theme)
        self.board = Board(self.session.slides, theme)
        self.preview = Preview(self.session, self.board.strip, self.board.spotlight, self)
        self._copies = CopyWriting(self.session, self.notice, self)
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        drops = SoundDrops(self, lambda: self.board.strip.chosen > 0 and not self._locked())
        drops.hovers.connect(self.board.panel.sound.welcome)
        drops.dropped.connect(lambda path: self.use_sound(self.board.strip.chosen, path))
        strip, listen = self.board.strip, self.board.spotlight.listen.click
        bind_keys(self, strip, strip.step, listen, self.go_back, self.render_deck)

    @property
    def job_id(self) -> str:
        """The job that is shown and changed; empty while there is none."""
        return self.session.job.job_id if self.session.job else ""

    @_worded
    def open_job(self, job_id: str, slide: int = 1) -> None:
        """Shows a job, and then that slide of it."""
        if not self.leave():
            return
        self._first = slide
        self._title = ""
        self.notice.settle()
        self.header.show_length("")
        self.board.show_sentence(self.tr("Reading the deck…"), again=False)
        changed = self.session.open(job_id)
        self._show_job()
        if changed:
            self.notice.say(self.tr("This talk has changes that are not rendered yet."), Topic.TALK)
        self.header.back.setFocus()

    def leave(self) -> bool:
        """Keeps everything and lets the deck go; False where something could not be kept, which is then said."""
        self.preview.stop()
        if not self.session.leave():
            return False
        self.board.panel.forget()
        return True

    def finish(self) -> None:
        """As `leave`; to be called before the window goes and the store is closed."""
        self.preview.stop()
        self.session.finish()
        self.board.stop()

    @Slot(str)
    @_worded
    def note_job(self, job_id: str) -> None:
        """The row of a job has changed; it may be the one that is shown."""
        if job_id == self.job_id:
            self.session.reread()
            self._show_job()

    @Slot(int, object)
    @_worded
    def use_sound(self, number: int, path: Path | str) -> None:
        """A file is to be heard on a slide; it is copied."""
        if not self._locked():
            self.notice.settle(Topic.SOUND)
            self.session.give_sound(number, Path(path))

    @Slot(int)
    def choose(self, number: int) -> None:
        """Shows a slide."""
        self.board.strip.choose(number)

    @Slot()
    def go_back(self) -> None:
        """The presenter wants to see the list again."""
        if self.leave():
            self.back_wanted.emit()

    @Slot()
    @_worded
    def render_deck(self) -> None:
        """The presenter wants the video."""
        if not self.header.render_button.isEnabled() or not self.session.keeper.save():
            return
        if self.session.job is not None and self.session.job.status is JobStatus.QUEUED:
            # It waits for nothing but its turn, and for this page to be left.
            self.go_back()
        else:
            self.render_wanted.emit(self.session.keeper.make_changeable())

    def _lay_out(self) -> None:
        message = QVBoxLayout()
        message.setContentsMargins(2 * SPACE, 0, 3 * SPACE, SPACE)
        message.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(message)
        column.addWidget(self.board, 1)

    def _connect_session(self) -> None:
        session = self.session
        session.opened.connect(self._show_slides)
        session.broken.connect(self._show_broken)
        for said, about in (
            (session.said, Topic.COPY),
            (session.keeper.refused, Topic.SAVING),
            (session.sounds.refused, Topic.SOUND),
            (self.preview.said, Topic.PREVIEW),
        ):
            said.connect(partial(self._warn, about))
        session.keeper.kept.connect(lambda: self.notice.settle(Topic.SAVING))
        session.hearing.changed.connect(self._settle_preview)
        session.repeated.connect(self._show_repeated)
        session.redrawn.connect(self.board.forget_picture)
        session.slides.dataChanged.connect(lambda _first, _last: self._show_chosen())
        session.sounds.waiting_changed.connect(self._show_chosen)

    def _connect_parts(self) -> None:
        header, panel = self.header, self.board.panel
        header.back_wanted.connect(self.go_back)
        header.render_wanted.connect(self.render_deck)
        header.copy_wanted.connect(self._copies.ask)
        self.notice.again_wanted.connect(self._try_again)
        self.board.again_wanted.connect(self._try_again)
        self.board.strip.chosen_changed.connect(self._chosen_changed)
        self.board.strip.seen_changed.connect(self._look)
        panel.script.changed.connect(lambda text: self._edit(lambda slide: with_script(slide, text)))
        panel.duration.changed.connect(lambda seconds: self._edit(lambda slide: with_seconds(slide, seconds)))
        panel.skip_changed.connect(lambda skipped: self._edit(lambda slide: with_skipped(slide, skipped=skipped)))
        panel.sound.removed.connect(lambda: self._edit(lambda slide: with_sound(slide.edit, "", "")))
        panel.sound.removed.connect(lambda: self.notice.settle(Topic.SOUND))
        panel.sound.chosen.connect(lambda path: self.use_sound(self.board.strip.chosen, path))
        panel.sound.record_wanted.connect(lambda: self.record_wanted.emit(self.board.strip.chosen))

    def _locked(self) -> str:
        """Why nothing can be changed; empty where everything can."""
        if self._store.unwritable is not None:
            return self._store.unwritable.sentence
        return words.locked_because(self.session.job) if self.session.job else ""

    def _edit(self, edited: Callable[[BoardSlide], SlideEdit]) -> None:
        slide = self.session.slides.slide(self.board.strip.chosen)
        if slide is not None:
            self.session.edit(slide.number, edited(slide))

    def _show_job(self) -> None:
        """The name of the talk, and what can be done with it in its present state."""
        job, locked = self.session.job, self._locked()
        if job is None:
            return
        # The deck's own title is known once it has been read, and a job that was just made has not read it.
        self.header.show_title(self._title or job.title)
        if locked:
            self.notice.say(locked, Topic.LOCK)
        else:
            self.notice.settle(Topic.LOCK)
        self.board.panel.lock(locked)
        self._offer_render()

    def _offer_render(self) -> None:
        slides, reason = self.session.slides.slides, self._locked()
        if slides and all(slide.is_skipped for slide in slides):
            reason = reason or self.tr("Every slide is left out; show at least one.")
        self.header.offer_render(reason)

    @Slot(object)
    def _show_slides(self, opened: Opened) -> None:
        self._title = opened.title
        self._show_job()
        self.board.shape(opened.ratio)
        self.board.show_slides()
        self.choose(min(self._first, len(opened.slides)))
        self.board.strip.setFocus()

    @Slot(str)
    def _show_broken(self, sentence: str) -> None:
        if self.session.slides.slides:
            self.notice.say(sentence, Topic.TALK, "warning", again=True)
        else:
            self.board.show_sentence(sentence, again=True)

    @Slot()
    @_worded
    def _try_again(self) -> None:
        self._first = max(1, self.board.strip.chosen)
        self.notice.settle()
        if not self.session.slides.slides:
            self.board.show_sentence(self.tr("Reading the deck…"), again=False)
        self.session.rehearse()

    @Slot(str, object)
    def _show_repeated(self, job_id: str, before: Job) -> None:
        self._show_job()
        self.notice.say(words.repeated(before), Topic.TALK)
        self.repeated.emit(job_id)

    @Slot(int)
    def _chosen_changed(self, number: int) -> None:
        self._first = number
        self.session.keeper.save()
        self._look()
        self._show_chosen()

    @Slot()
    def _look(self) -> None:
        """What is seen is drawn first: the chosen slide, and those of the strip that are in sight."""
        strip = self.board.strip
        self.session.look_at((strip.chosen, *strip.seen))

    def _show_chosen(self) -> None:
        """The chosen slide and the length of the talk as they are now."""
        slides = self.session.slides.slides
        slide = self.session.slides.slide(self.board.strip.chosen)
        self.header.show_length(words.length(slides) if slides else "")
        self._offer_render()
        if slide is not None:
            self.board.spotlight.show_slide(slide, len(slides))
            waiting = self.session.sound_waiting(slide.facts.slide_id)
            self.board.panel.show_slide(slide, words.sound_name(slide, waiting))

    def _warn(self, about: Topic, sentence: str) -> None:
        self.notice.say(sentence, about, "warning")

    @Slot()
    def _settle_preview(self) -> None:
        """What was wrong with an earlier preview is of no interest once another one begins."""
        if self.session.hearing.is_waiting:
            self.notice.settle(Topic.PREVIEW)
