"""The middle of the storyboard: the chosen slide, what there is to say of it, and listening."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.storyboard import words
from slidecast_gui.ui.storyboard.play_line import PlayLine
from slidecast_gui.ui.storyboard.script_edits import BoardSlide
from slidecast_gui.ui.storyboard.stage import Stage


class Spotlight(QWidget):
    """Shows one slide. While something is played or prepared, Listen becomes Stop."""

    listen_wanted = Signal()
    play_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, large: Thumbnails, small: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stage = Stage(theme, large, small)
        self._title = QLabel()
        self._facts = QLabel()
        self._complaints = QLabel()
        self.line = PlayLine(theme)
        self.listen = QPushButton()
        self.play = QPushButton()
        self._playing = False
        self._prepare()
        self._lay_out()
        theme.changed.connect(self._restyle)
        self.show_playing(playing=False)

    @property
    def complaints(self) -> str:
        """What is said to be wrong with the slide."""
        return self._complaints.text()

    def show_slide(self, slide: BoardSlide, count: int) -> None:
        """Shows a slide as it is now."""
        self.stage.show_picture(slide.picture, faded=slide.is_skipped)
        self.stage.setAccessibleName(words.spoken(slide, count))
        title = words.title(slide)
        self._title.setText(title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rstrip() + "…")
        self._title.setToolTip(title)
        self._facts.setText(words.facts(slide, count))
        self._complaints.setText("\n".join(slide.complaints))
        self._complaints.setVisible(bool(slide.complaints))
        self._name_play(slide.number)
        for button in (self.listen, self.play):
            button.setEnabled(self._playing or not slide.is_skipped)

    def show_playing(self, *, playing: bool, progress: str = "") -> None:
        """Something is played, or prepared with this progress; or neither."""
        self._playing = playing
        self.listen.setText(self.tr("Stop") if playing else self.tr("Listen"))
        tip = self.tr("Stops playing (Ctrl+L)") if playing else self.tr("Plays what is heard on this slide (Ctrl+L)")
        name_field(self.listen, self.listen.text(), tip)
        self.play.setVisible(not playing)
        self.line.show_playing(playing=playing)
        self._progress.setText(progress)
        self._restyle()

    def _prepare(self) -> None:
        for label, role in ((self._title, "title"), (self._facts, "muted"), (self._complaints, "warning")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._progress = QLabel()
        self._progress.setProperty("role", "muted")
        self._name_play(1)
        self.play.setProperty("look", "link")
        self.listen.clicked.connect(lambda: (self.stop_wanted if self._playing else self.listen_wanted).emit())
        self.play.clicked.connect(lambda: self.play_wanted.emit())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.listen)
        buttons.addWidget(self.play)
        buttons.addWidget(self._progress)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.stage, 1)
        column.addWidget(self.line)
        column.addSpacing(SPACE // 2)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addWidget(self._complaints)
        column.addSpacing(SPACE)
        column.addLayout(buttons)
        column.addStretch()

    def _name_play(self, number: int) -> None:
        self.play.setText(self.tr("Play talk") if number == 1 else self.tr("Play from here"))
        name_field(self.play, self.play.text(), self.tr("Plays the talk from this slide to its end"))

    def _restyle(self) -> None:
        tones = self._theme.tones
        icons.before_text(self.listen, "stop" if self._playing else "volume", tones.text)
        icons.before_text(self.play, "start", tones.link)


_LONGEST_TITLE = 140
"""Letters of a title: some slides have all their text in it."""
