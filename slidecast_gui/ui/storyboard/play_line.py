"""How far a preview is, as a thin line under the picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import Theme

_HEIGHT = 4
_STEPS = 1000


class PlayLine(QProgressBar):
    """Nothing is painted while nothing is played, but its room is kept: the picture above does not move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = False
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        name_field(self, self.tr("Position"), self.tr("How much of the preview has been played"))
        theme.changed.connect(self.update)

    def show_playing(self, *, playing: bool) -> None:
        """Something is played, from its start; or nothing."""
        if playing != self._shown:
            self._shown = playing
            self.setValue(0)
            self.update()

    def show_position(self, position_ms: int, length_ms: int) -> None:
        """So much has been played, of so much as is known now."""
        self.setValue(round(_STEPS * position_ms / max(1, length_ms)))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The picture above decides."""
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What has been played, on its track."""
        if not self._shown:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for tone, part in (("track", 1.0), ("accent", self.value() / _STEPS)):
                painter.setBrush(self._theme.color(tone))
                painter.drawRoundedRect(QRectF(0, 0, self.width() * part, _HEIGHT), _HEIGHT / 2, _HEIGHT / 2)
