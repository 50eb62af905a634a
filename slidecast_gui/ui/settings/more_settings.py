"""The settings that most presenters never touch, each with a line that says what it does."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from slidecast_gui.settings import FRAME_RATES, FRAME_SIZES, RenderSettings
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.fields import Slider, labelled
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.tick_box import TickBox

_SIDE = 3 * SPACE
_WIDEST = 1232
_SECONDS = (2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 60)


class MoreSettings(QFrame):
    """A panel that unfolds from the bar of the next render. `edited` tells that a value was changed by hand."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = theme.scaled(_WIDEST)
        self._outer = QVBoxLayout(self)
        self._size = Choice(theme)
        for size in FRAME_SIZES.values():
            self._size.addItem(size.label, size.name)
        self._transition = Choice(theme)
        self._transition.addItem(self.tr("Cut"), "none")
        self._transition.addItem(self.tr("Cross-fade"), "fade")
        self._seconds = Choice(theme)
        for seconds in _SECONDS:
            self._seconds.addItem(self.tr("{n} seconds").format(n=seconds), float(seconds))
        self._fps = Choice(theme)
        for rate in FRAME_RATES:
            self._fps.addItem(self.tr("{n} a second").format(n=rate), rate)
        self._renderer = Choice(theme)
        self._renderer.addItem(self.tr("Automatic"), "auto")
        self._renderer.addItem(self.tr("Built in"), "builtin")
        self._renderer.addItem(self.tr("LibreOffice"), "libreoffice")
        self._rate = Slider(80, 300)
        self._pitch = Slider(0, 100)
        self._pictures = TickBox(self.tr("Also save slides as pictures"), theme)
        self._lay_out()
        for choice in (self._size, self._transition, self._seconds, self._fps, self._renderer):
            choice.activated.connect(self.edited)
        for slider in (self._rate, self._pitch):
            slider.changed.connect(self.edited)
        self._pictures.toggled.connect(self.edited)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a very wide screen a field is not made so wide that its name and its arrow are not seen as one."""
        super().resizeEvent(event)
        margins = self._outer.contentsMargins()
        margins.setRight(max(_SIDE, self.width() - _SIDE - self._widest))
        self._outer.setContentsMargins(margins)

    def show_settings(self, settings: RenderSettings) -> None:
        """Shows values without telling that they were edited."""
        self.blockSignals(True)
        self._size.select(settings.size)
        self._transition.select(settings.transition)
        if not self._seconds.select(settings.seconds_per_slide):
            self._seconds.addItem(
                self.tr("{n} seconds").format(n=settings.seconds_per_slide), settings.seconds_per_slide
            )
            self._seconds.select(settings.seconds_per_slide)
        self._fps.select(settings.fps)
        self._renderer.select(settings.renderer)
        self._rate.show_value(settings.rate)
        self._pitch.show_value(settings.pitch)
        self._pictures.setChecked(settings.slide_images)
        self.blockSignals(False)

    def applied_to(self, settings: RenderSettings) -> RenderSettings:
        """`settings` with this panel's values."""
        return replace(
            settings,
            size=str(self._size.value),
            transition=str(self._transition.value),
            seconds_per_slide=float(str(self._seconds.value)),
            fps=int(str(self._fps.value)),
            renderer=str(self._renderer.value),
            rate=self._rate.value,
            pitch=self._pitch.value,
            slide_images=self._pictures.isChecked(),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        fields = (
            (self.tr("Size"), self._size, self.tr("Larger is sharper, and a larger file.")),
            (self.tr("Between slides"), self._transition, self.tr("How one slide gives way to the next.")),
            (
                self.tr("Silent slides"),
                self._seconds,
                self.tr("How long a slide stays on which nothing is said."),
            ),
            (self.tr("Frames"), self._fps, self.tr("30 suits every player; 60 makes fades smoother.")),
            (
                self.tr("Slides drawn by"),
                self._renderer,
                self.tr("Automatic uses LibreOffice where it draws better."),
            ),
            (self.tr("Speed of speech"), self._rate, self.tr("In words a minute; 165 is a calm talk.")),
            (self.tr("Pitch of the voice"), self._pitch, self.tr("50 is the voice's own.")),
            (
                self.tr("Pictures"),
                self._pictures,
                self.tr("One PNG for each slide, beside the video."),
            ),
        )
        for number, (name, field, explanation) in enumerate(fields):
            grid.addLayout(labelled(name, field, explanation), number // 3, number % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self._outer.setContentsMargins(_SIDE, 2 * SPACE, _SIDE, SPACE)
        self._outer.setSpacing(2 * SPACE)
        self._outer.addLayout(grid)
