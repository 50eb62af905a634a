"""The bar that shows how far a video is, with a mark where each chapter begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.player.chapters import Chapter, chapter_at
from slidecast_gui.ui.wording import clock

_HANDLE = 16
"""Width of the handle, as in the style sheet: its middle, not its edge, is at the position."""

_MARK_HEIGHT = 14.0


class SeekBar(QSlider):
    """Goes where it is clicked; `seek_wanted` carries milliseconds. Its keys are those of the page."""

    seek_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._chapters: Sequence[Chapter] = ()
        self._dragged = False
        self.setRange(0, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(28)
        name_field(
            self, self.tr("Position"), self.tr("Left and right go five seconds, Page Up and Page Down a chapter")
        )
        theme.changed.connect(self.update)

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Marks where each chapter begins."""
        self._chapters = chapters
        self.update()

    def show_length(self, length_ms: int) -> None:
        """The video's length, which the bar stands for."""
        self.setRange(0, length_ms)

    def show_position(self, position_ms: int) -> None:
        """Follows the video, unless a hand holds the bar."""
        if not self._dragged:
            self.setValue(position_ms)

    def time_at(self, x: float) -> int:
        """The time that a place on the bar stands for."""
        room = max(1, self.width() - _HANDLE)
        part = min(1.0, max(0.0, (x - _HANDLE / 2) / room))
        return round(self.maximum() * (1 - part if self._is_mirrored else part))

    def place_of(self, time_ms: int) -> float:
        """Where on the bar a time is."""
        part = time_ms / self.maximum() if self.maximum() else 0.0
        return _HANDLE / 2 + (self.width() - _HANDLE) * (1 - part if self._is_mirrored else part)

    def hint_at(self, x: float) -> str:
        """What a place on the bar stands for: the time, and the chapter's title."""
        time = self.time_at(x)
        chapter = chapter_at(self._chapters, time)
        return f"{clock(time // 1000)}   {self._chapters[chapter].title}" if chapter >= 0 else clock(time // 1000)

    def event(self, event: QEvent) -> bool:
        """The tip under the pointer, which is another one everywhere."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.maximum():
            QToolTip.showText(event.globalPos(), self.hint_at(event.pos().x()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the handle to where the bar was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = True
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The picture follows the hand, and the tip goes with it."""
        if self._dragged:
            self._drag(event)
            tip = event.globalPosition().toPoint() + QPoint(0, -2 * _HANDLE)
            QToolTip.showText(tip, self.hint_at(event.position().x()), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The hand has let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that scrolls past must not jump in the video."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key means here what it means on the whole page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks, then the slider over them."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line_strong"))
        top = (self.height() - _MARK_HEIGHT) / 2
        for chapter in self._chapters:
            if 0 < chapter.start_ms < self.maximum():
                painter.drawRect(QRectF(round(self.place_of(chapter.start_ms)) - 1, top, 2, _MARK_HEIGHT))
        painter.end()
        super().paintEvent(event)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _drag(self, event: QMouseEvent) -> None:
        time = self.time_at(event.position().x())
        self.setValue(time)
        self.seek_wanted.emit(time)
