"""One quiet line over the storyboard: why it is as it is, and the way out where there is one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.message_line import MessageLine
from slidecast_gui.ui.look.theme import Theme


class Topic(StrEnum):
    """What a notice belongs to: it goes when that is done anew."""

    TALK = "talk"
    LOCK = "lock"
    SAVING = "saving"
    SOUND = "sound"
    PREVIEW = "preview"
    COPY = "copy"


class Notice(MessageLine):
    """Hidden while there is nothing to say. `show_wanted` carries the file that is to be shown in its folder."""

    again_wanted = Signal()
    show_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("notice", theme, parent)
        self._icon = "info"
        self._about = Topic.TALK
        self._file: Path | None = None
        self.again = QPushButton(self.tr("Try again"))
        self.show_file = QPushButton(self.tr("Show in folder"))
        self.close_button = QToolButton()
        self._prepare()
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(
        self, sentence: str, about: Topic, icon: str = "info", *, again: bool = False, file: Path | None = None
    ) -> None:
        """Says this instead of anything else; `again` offers to try again, `file` to show that in its folder."""
        self._icon, self._about, self._file = icon, about, file
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.again.setVisible(again)
        self.show_file.setVisible(file is not None)
        self.show()
        self._restyle()
        announce(self._sentence, sentence)

    def settle(self, *about: Topic) -> None:
        """What was said about these is over; anything else stays. None given: whatever was said is over."""
        if not about or self._about in about:
            self.hide()

    @Slot()
    def _show_file(self) -> None:
        if self._file is not None:
            self.show_wanted.emit(self._file)

    def _prepare(self) -> None:
        name_field(self.again, self.again.text(), self.tr("Reads the deck and draws its slides again"))
        name_field(self.show_file, self.show_file.text(), self.tr("Shows the file in the file manager"))
        name_field(self.close_button, self.tr("Close this message"), self.tr("Close this message"))
        self.close_button.setAutoRaise(True)
        self.again.clicked.connect(lambda: self.again_wanted.emit())
        self.show_file.clicked.connect(self._show_file)
        self.close_button.clicked.connect(self.hide)
        for button in (self.again, self.show_file, self.close_button):
            self._row.addWidget(button)

    def _restyle(self) -> None:
        tones = self._theme.tones
        self._show_picture(self._icon, tones.muted)
        self.close_button.setIcon(icons.tinted_icon("close", tones.quiet_text))
