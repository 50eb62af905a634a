"""One job open on the storyboard: its edits, its rehearsal, and what they tell each other. No widgets."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from slidecast_gui.edits import NO_EDIT, SlideEdit
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs import Job, JobStore
from slidecast_gui.jobs.scratch import rehearsal_scratch
from slidecast_gui.jobs.store.editing import with_sounds_in
from slidecast_gui.paths import DataPaths
from slidecast_gui.rehearsal.messages import (
    CopyWritten,
    Drawn,
    Edited,
    Listen,
    LookAt,
    Opened,
    Resettled,
    Trouble,
    WriteCopy,
)
from slidecast_gui.ui.storyboard.edit_keeper import EditKeeper
from slidecast_gui.ui.storyboard.hearing import Hearing
from slidecast_gui.ui.storyboard.rehearsal import Rehearsal, Subject
from slidecast_gui.ui.storyboard.script_edits import with_sound
from slidecast_gui.ui.storyboard.slide_model import SlideModel
from slidecast_gui.ui.storyboard.sound_keeper import SoundKeeper

_log = logging.getLogger(__name__)


class Session(QObject):
    """`opened` comes when the deck has been read, `broken` with a sentence when there is no rehearsal (any more).

    `said` carries a sentence about anything else that a rehearsal was to do, `repeated` the other job that is changed
    in place of one that runs or has ended, and that one, `redrawn` the path of a picture that is there or has changed.
    """

    opened = Signal(object)
    broken = Signal(str)
    said = Signal(str)
    repeated = Signal(str, object)
    redrawn = Signal(str)
    copy_written = Signal(str)

    def __init__(
        self, store: JobStore, paths: DataPaths, command: Sequence[str] | None = None, parent: QObject | None = None
    ) -> None:
        """`command` starts a rehearsal, by default this program's."""
        super().__init__(parent)
        self._store = store
        self._paths = paths
        self._command = command
        self._rehearsal: Rehearsal | None = None
        self._is_read = False
        self.job: Job | None = None
        self.slides = SlideModel(self)
        self.keeper = EditKeeper(store, self)
        self.sounds = SoundKeeper(paths.sounds, self)
        self.hearing = Hearing(self)
        self.keeper.kept.connect(self._edit_kept)
        self.keeper.repeated.connect(self._go_on_with)
        self.sounds.kept.connect(self._sound_kept)
        self.hearing.asked.connect(lambda number: self._tell(Listen(number)))

    def open(self, job_id: str) -> bool:
        """Turn to a job; another one must have been left before. Raises StoreError, JobNotFound.

        Of one that has ended the next version is opened, where there is one; whether slides are changed in that.
        """
        asked = self._store.get(job_id)
        self.job = (self._store.next_version(job_id) if asked.status.ended else None) or asked
        self.keeper.open(self.job.job_id)
        self.rehearse()
        return self.job is not asked and self._store.edits(self.job.job_id) != self._store.edits(job_id)

    def rehearse(self) -> None:
        """Read the deck of the open job, and draw its slides, anew. Raises StoreError."""
        self._let_go()
        if self.job is None:
            return
        edits = with_sounds_in(self.keeper.edits(), self._paths.sounds)
        subject = Subject(
            self.job.deck_path, self._paths.pieces, rehearsal_scratch(self._paths), self.job.settings, edits
        )
        rehearsal = self._rehearsal = Rehearsal(subject, self._command, self)
        rehearsal.opened.connect(self._opened)
        rehearsal.drawn.connect(self._drawn)
        rehearsal.timed.connect(self.slides.note_timed)
        rehearsal.heard.connect(self.hearing.note)
        rehearsal.copy_written.connect(self._copied)
        rehearsal.trouble.connect(self._troubled)
        rehearsal.ended.connect(self._ended)
        rehearsal.start()

    def leave(self) -> bool:
        """Keep everything, and let the rehearsal go; False, and still there, where something could not be kept."""
        if not self.keeper.save():
            return False
        self._let_go()
        self.slides.show((), {})
        self.job = None
        return True

    def finish(self) -> None:
        """As `leave`, with the sounds that are just being copied; to be called before the store is closed."""
        self.sounds.finish()
        self.keeper.save()
        self._let_go()
        # Also those of decks that were left a moment ago.
        for rehearsal in self.findChildren(Rehearsal):
            rehearsal.wait()

    def reread(self) -> None:
        """The open job's row has changed. Raises StoreError, JobNotFound."""
        if self.job is None:
            return
        before, self.job = self.job, self._store.get(self.job.job_id)
        if self.job.settings != before.settings:
            self._tell(Resettled(self.job.settings))

    def edit(self, number: int, edit: SlideEdit) -> None:
        """The presenter has changed a slide."""
        slide = self.slides.slide(number)
        if slide is not None and edit != slide.edit:
            self.slides.note_edit(number, edit)
            self.keeper.change(slide.facts.slide_id, edit)

    def give_sound(self, number: int, path: Path) -> None:
        """The presenter has given a slide a sound. Raises StoreError, JobNotFound."""
        slide = self.slides.slide(number)
        if slide is not None:
            # Now, as the copy is told by the job's id: there is to be one that can be changed when it is made.
            self.sounds.keep(self.keeper.make_changeable(), slide.facts.slide_id, path)

    def sound_waiting(self, slide_id: str) -> str:
        """The name of the file that is just being taken for a slide; else empty."""
        return self.sounds.waiting(self.keeper.job_id, slide_id)

    def look_at(self, numbers: Sequence[int]) -> None:
        """The presenter looks at these slides: they are drawn first, in this order."""
        looked = [slide for number in numbers if (slide := self.slides.slide(number))]
        missing = [slide.number for slide in looked if not slide.picture or slide.seconds is None]
        if missing:
            self._tell(LookAt(tuple(missing)))

    def hear(self, numbers: Sequence[int]) -> None:
        """Make these slides playable, as they are edited at this moment."""
        self.keeper.save()
        self.hearing.want(numbers)

    def write_copy(self, path: Path) -> None:
        """Write a copy of the deck with the scripts as its notes."""
        self.keeper.save()
        self._tell(WriteCopy(str(path)))

    def _let_go(self) -> None:
        self.hearing.give_up()
        self._is_read = False
        if self._rehearsal is not None:
            self._rehearsal.stop()
            self._rehearsal = None

    def _tell(self, request: LookAt | Listen | WriteCopy | Edited | Resettled) -> None:
        if self._rehearsal is not None:
            self._rehearsal.tell(request)

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        try:
            edits = self.keeper.edits()
        except SlidecastError as error:
            self._ended(error.sentence)
            return
        self._is_read = True
        self.slides.show(opened.slides, edits)
        self.opened.emit(opened)

    @Slot(object)
    def _drawn(self, drawn: Drawn) -> None:
        self.redrawn.emit(drawn.path)
        self.slides.note_drawn(drawn)

    @Slot(object)
    def _troubled(self, trouble: Trouble) -> None:
        _log.warning("slide %s: %s %s", trouble.number, trouble.sentence, trouble.detail)
        if trouble.number is not None:
            if trouble.is_heard:
                self.hearing.note_trouble(trouble.number, trouble.sentence)
            self.slides.note_trouble(trouble.number, trouble.sentence, is_heard=trouble.is_heard)
        elif self._is_read:
            self.said.emit(trouble.sentence)
        else:
            self._ended(trouble.sentence)

    @Slot(object)
    def _copied(self, written: CopyWritten) -> None:
        self.copy_written.emit(written.path)

    @Slot(str)
    def _ended(self, sentence: str) -> None:
        """There is no rehearsal; what was found out until now is still there to be seen and edited."""
        self._let_go()
        self.broken.emit(sentence)

    @Slot(str, object)
    def _edit_kept(self, slide_id: str, edit: SlideEdit) -> None:
        number = self.slides.number_of(slide_id)
        if number is not None:
            self._tell(Edited(number, edit.with_sound_in(self._paths.sounds)))

    @Slot(str)
    def _go_on_with(self, job_id: str) -> None:
        try:
            before, self.job = self.job, self._store.get(job_id)
            self._show_edits()
        except SlidecastError as error:
            self.said.emit(error.sentence)
            return
        self.repeated.emit(job_id, before)

    def _show_edits(self) -> None:
        """Another job is changed from now on, in which other slides may have been edited before."""
        edits = self.keeper.edits()
        for slide in self.slides.slides:
            edit = edits.get(slide.facts.slide_id, NO_EDIT)
            if edit != slide.edit:
                self.slides.note_edit(slide.number, edit)
                self._tell(Edited(slide.number, edit.with_sound_in(self._paths.sounds)))

    @Slot(str, str, str, object)
    def _sound_kept(self, job_id: str, slide_id: str, name: str, source: Path) -> None:
        number = self.slides.number_of(slide_id)
        slide = self.slides.slide(number) if number is not None else None
        if slide is None or job_id != self.keeper.job_id or self.job is None:
            self.keeper.give_sound(job_id, slide_id, name, source.name)
        else:
            self.edit(slide.number, with_sound(slide.edit, name, source.name))
            self.keeper.save()
