"""How loud the microphone hears, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.recorder.level import CLIPPED, fallen, shown_level

_STEPS = 40
_GAP = 2.0
_LOUD = 1 - 6 / 60
"""Above -6 dB there is little left before sound is cut off."""

_FALL_MS = 40
_CLIPPED_FOR_MS = 1500


class LevelMeter(QProgressBar):
    """A row of steps, each 1.5 dB; red for a while after sound that was cut off. Its accessible value is in percent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = 0.0
        self._since_clipped = QElapsedTimer()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setFixedHeight(14)
        name_field(self, self.tr("Level"), self.tr("How loud the microphone hears; red is too loud"))
        self._timer = QTimer(self)
        self._timer.setInterval(_FALL_MS)
        self._timer.timeout.connect(self._fall)
        theme.changed.connect(self.update)

    @property
    def is_clipped(self) -> bool:
        """Whether sound was cut off just now."""
        return self._since_clipped.isValid() and self._since_clipped.elapsed() < _CLIPPED_FOR_MS

    def show_peak(self, amplitude: float) -> None:
        """Rises at once to a peak from 0 to 1, and falls slowly."""
        if amplitude >= CLIPPED:
            self._since_clipped.start()
        self._shown = max(self._shown, shown_level(amplitude))
        self._tell()
        self._timer.start()

    def rest(self) -> None:
        """Nothing is heard any more."""
        self._shown = 0.0
        self._since_clipped.invalidate()
        self._timer.stop()
        self._tell()

    def sizeHint(self) -> QSize:
        """Wide enough to be read from a step away."""
        return QSize(240, 14)

    def minimumSizeHint(self) -> QSize:
        """A narrow panel shows a short one."""
        return QSize(60, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The steps that are reached in their tone, the others as the track."""
        width = (self.width() + _GAP) / _STEPS
        with QPainter(self) as painter:
            for step in range(_STEPS):
                part = (step + 1) / _STEPS
                tone = "track"
                if part <= self._shown:
                    tone = "bad_text" if self.is_clipped else "warn_text" if part > _LOUD else "teal"
                rect = QRectF(step * width, 0, width - _GAP, self.height())
                painter.fillRect(rect, self._theme.color(tone))

    def _fall(self) -> None:
        self._shown = fallen(self._shown, _FALL_MS / 1000)
        if not self._shown and not self.is_clipped:
            self._timer.stop()
        self._tell()

    def _tell(self) -> None:
        self.setValue(round(100 * self._shown))
        self.update()
