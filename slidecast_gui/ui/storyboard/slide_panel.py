"""What can be said otherwise about the chosen slide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.tick_box import TickBox
from slidecast_gui.ui.storyboard.duration_field import DurationField
from slidecast_gui.ui.storyboard.script_edits import BoardSlide
from slidecast_gui.ui.storyboard.script_field import ScriptField
from slidecast_gui.ui.storyboard.sound_field import SoundField


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
        # As high as there is room: what has none is scrolled to.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setObjectName("detailsContent")
        column = self._column = QVBoxLayout(self._content)
        column.setSpacing(SPACE)
        own = QLabel(self.tr("Own sound"))
        own.setProperty("role", "section")
        column.addWidget(self.script, 1)
        column.addSpacing(SPACE)
        column.addWidget(self.duration)
        column.addWidget(self.skip)
        column.addSpacing(SPACE)
        column.addWidget(own)
        column.addWidget(self.sound)
        self.setWidget(self._content)
        self.fit(344)

    def fit(self, width: int) -> None:
        """As wide as that, in device-independent pixels, or as its texts need."""
        side = 3 * SPACE if width > 320 else 2 * SPACE
        self._width = width
        self._column.setContentsMargins(side, 2 * SPACE, side, 2 * SPACE)
        self._widen()

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it may need more room than before: other texts, a larger font."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._widen()
        return super().eventFilter(watched, event)

    def _widen(self) -> None:
        needed = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + 1
        self.setFixedWidth(max(self._width, needed))
