"""What is under the picture: the bar, and the buttons for everything a key does as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.player.chapters import Chapter, chapter_at, chapter_text, time_text
from slidecast_gui.ui.player.elided import ElidedLabel
from slidecast_gui.ui.player.player_button import PlayerButton
from slidecast_gui.ui.player.seek_bar import SeekBar
from slidecast_gui.ui.player.volume import Volume


class Controls(QFrame):
    """Shows how a video stands and tells what is wanted of it; the page carries it out."""

    toggle_wanted = Signal()
    seek_wanted = Signal(int)
    previous_wanted = Signal()
    next_wanted = Signal()
    captions_wanted = Signal(bool)
    full_screen_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapters: Sequence[Chapter] = ()
        self._shown_chapter = -1
        self._length_ms = 0
        self.seek_bar = SeekBar(theme)
        self.play = PlayerButton(theme, "pause", self.tr("Pause"), self.tr("Pause (Space)"))
        self.previous = PlayerButton(
            theme, "previous-chapter", self.tr("Previous chapter"), self.tr("Previous chapter (Page Up)")
        )
        self.next = PlayerButton(theme, "next-chapter", self.tr("Next chapter"), self.tr("Next chapter (Page Down)"))
        self.chapters = PlayerButton(theme, "chapters", self.tr("Chapters"), self.tr("Choose a chapter"))
        self.captions = PlayerButton(theme, "captions", self.tr("Captions"), self.tr("Show the captions (C)"))
        self.volume = Volume(theme)
        self.full_screen = PlayerButton(theme, "full-screen", self.tr("Full screen"), self.tr("Full screen (F)"))
        self._time = QLabel()
        self._time.setProperty("role", "fact")
        self._chapter = ElidedLabel()
        self._menu = QMenu(self)
        self.chapters.setMenu(self._menu)
        self.chapters.setPopupMode(PlayerButton.ToolButtonPopupMode.InstantPopup)
        self.captions.setCheckable(True)
        self._lay_out()
        self._connect()
        self.show_chapters(())
        self.show_position(0)

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Fills the list; a video without chapters has no buttons for them."""
        self._chapters = chapters
        self._shown_chapter = -1
        self._chapter.clear()
        self.seek_bar.show_chapters(chapters)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for chapter in chapters:
            # An ampersand would be taken for a mnemonic.
            entry = self._menu.addAction(chapter_text(chapter).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _on=False, start=chapter.start_ms: self.seek_wanted.emit(start))
        for button in (self.previous, self.next, self.chapters):
            button.setVisible(len(chapters) > 1)
        self._show_chapter(self.seek_bar.value())

    def show_length(self, length_ms: int) -> None:
        """How long the video is."""
        self._length_ms = length_ms
        self.seek_bar.show_length(length_ms)
        self.show_position(self.seek_bar.value())

    def show_position(self, position_ms: int) -> None:
        """How far the video is."""
        self.seek_bar.show_position(position_ms)
        text = time_text(position_ms, self._length_ms)
        if text != self._time.text():
            self._time.setText(text)
        self._show_chapter(position_ms)

    def show_playing(self, *, playing: bool) -> None:
        """Whether the first button starts or pauses. The time is told to a screen reader when the video rests."""
        if playing:
            self.play.describe("pause", self.tr("Pause"), self.tr("Pause (Space)"))
        else:
            self.play.describe("start", self.tr("Play"), self.tr("Play (Space)"))
            self._time.setAccessibleName(self._time.text())

    def show_captions(self, *, shown: bool, there: bool) -> None:
        """Whether captions are shown, and whether the video has any."""
        self.captions.setChecked(shown and there)
        self.captions.setEnabled(there)
        tip = self.tr("Show the captions (C)") if there else self.tr("This video has no captions")
        self.captions.setToolTip(tip)
        self.captions.setAccessibleDescription(tip)

    def show_full_screen(self, *, full: bool) -> None:
        """Whether the last button fills the screen or gives it back."""
        if full:
            self.full_screen.describe("leave-full-screen", self.tr("Leave full screen"), self.tr("Full screen (F)"))
        else:
            self.full_screen.describe("full-screen", self.tr("Full screen"), self.tr("Full screen (F)"))

    def _lay_out(self) -> None:
        self.setObjectName("playerControls")
        self._time.setMinimumWidth(self._time.fontMetrics().horizontalAdvance("00:00 / 00:00"))
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        for widget in (self.previous, self.play, self.next):
            row.addWidget(widget)
        row.addSpacing(SPACE)
        row.addWidget(self._time)
        row.addSpacing(SPACE)
        row.addWidget(self._chapter, 1)
        for other in (self.chapters, self.captions, self.volume, self.full_screen):
            row.addWidget(other)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE + SPACE // 2)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.seek_bar)
        column.addLayout(row)

    def _connect(self) -> None:
        self.seek_bar.seek_wanted.connect(self.seek_wanted)
        self.play.clicked.connect(lambda: self.toggle_wanted.emit())
        self.previous.clicked.connect(lambda: self.previous_wanted.emit())
        self.next.clicked.connect(lambda: self.next_wanted.emit())
        self.captions.clicked.connect(self.captions_wanted)
        self.full_screen.clicked.connect(lambda: self.full_screen_wanted.emit())
        self._menu.aboutToShow.connect(self._tick_chapter)

    @Slot()
    def _tick_chapter(self) -> None:
        if self._shown_chapter >= 0:
            self._menu.actions()[self._shown_chapter].setChecked(True)
            self._menu.setActiveAction(self._menu.actions()[self._shown_chapter])

    def _show_chapter(self, position_ms: int) -> None:
        """The title of the chapter that is seen, when it is another one than before."""
        here = chapter_at(self._chapters, position_ms)
        if here != self._shown_chapter:
            self._shown_chapter = here
            title = self._chapters[here].title if here >= 0 else ""
            self._chapter.setText(title)
            self._chapter.setAccessibleName(title)
