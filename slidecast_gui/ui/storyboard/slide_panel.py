"""What can be said otherwise about the chosen slide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.tick_box import TickBox
from slidecast_gui.ui.storyboard.duration_field import DurationField
from slidecast_gui.ui.storyboard.script_edits import BoardSlide
from slidecast_gui.ui.storyboard.script_field import ScriptField
from slidecast_gui.ui.storyboard.sound_field import SoundField

_WIDTH = 344


class SlidePanel(QScrollArea):
    """Script, sound, time. Shows a slide and tells wishes; `skip_changed` carries whether it is left out."""

    skip_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.script = ScriptField()
        self.sound = SoundField(theme)
        self.duration = DurationField()
        self.skip = TickBox(self.tr("Lea&ve this slide out"), theme)
        self._content = QWidget()
        self._shown = ""
        name_field(self.skip, self.tr("Leave this slide out"), self.tr("The slide is not in the video"))
        self.skip.toggled.connect(self.skip_changed)
        self.setObjectName("details")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The chosen slide"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setObjectName("detailsContent")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        own = QLabel(self.tr("Own sound"))
        own.setProperty("role", "section")
        column.addWidget(self.script, 1)
        column.addSpacing(SPACE)
        column.addWidget(own)
        column.addWidget(self.sound)
        column.addSpacing(2 * SPACE)
        column.addWidget(self.duration)
        column.addSpacing(SPACE)
        column.addWidget(self.skip)
        self.setWidget(self._content)

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be changed."""
        return not self._content.isEnabled()

    def forget(self) -> None:
        """Other slides follow."""
        self._shown = ""
        self.script.forget()

    def show_slide(self, slide: BoardSlide, sound: str) -> None:
        """Shows a slide as it is now; `sound` is what its own sound is called."""
        another, self._shown = slide.facts.slide_id != self._shown, slide.facts.slide_id
        self.script.show_slide(slide)
        self.sound.show_sound(sound)
        self.duration.show_seconds(slide.edit.seconds, anew=another)
        self.skip.blockSignals(True)
        self.skip.setChecked(slide.is_skipped)
        self.skip.blockSignals(False)

    def lock(self, sentence: str) -> None:
        """Nothing can be changed, for the reason in the sentence; empty: everything can."""
        self._content.setEnabled(not sentence)
        self.setAccessibleDescription(sentence)
