"""Writing the scripts into a copy of the deck, from the question to where the copy is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui import desktop
from slidecast_gui.ui.storyboard import questions
from slidecast_gui.ui.storyboard.notice import Notice, Topic
from slidecast_gui.ui.storyboard.session import Session


class CopyWriting(QObject):
    """Asks, lets the session write, and says what came of it."""

    def __init__(self, session: Session, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._notice = notice
        self._page = page
        session.copy_written.connect(self._show_copy)
        notice.show_wanted.connect(desktop.show_in_folder)

    @Slot()
    def ask(self) -> None:
        """The presenter wants a copy."""
        job = self._session.job
        chosen = questions.which_copy(self._page, Path(job.deck_path)) if job else None
        if job is None or chosen is None:
            return
        if chosen == Path(job.deck_path):
            sentence = self.tr("The deck itself is not written over; choose another name for the copy.")
            self._notice.say(sentence, Topic.COPY, "warning")
        else:
            self._notice.settle(Topic.COPY)
            self._session.write_copy(chosen)

    @Slot(str)
    def _show_copy(self, path: str) -> None:
        sentence = self.tr("The copy with your scripts is “{path}”.").format(path=path)
        self._notice.say(sentence, Topic.COPY, "done", file=Path(path))
