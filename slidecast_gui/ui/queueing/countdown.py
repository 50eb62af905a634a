"""A line that says when Slidecast will close by itself, and the button that prevents it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.message_line import MessageLine
from slidecast_gui.ui.look.theme import Theme


class Countdown(MessageLine):
    """Hidden until `start`; `over` comes when the time has passed and nobody has cancelled."""

    over = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("banner", theme, parent)
        self._left = 0
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Keep Slidecast open"))
        self.cancel_button.setAccessibleDescription(self.cancel_button.toolTip())
        self.cancel_button.clicked.connect(self.cancel)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._row.addWidget(self.cancel_button)
        theme.changed.connect(self._restyle)
        self._restyle()

    def start(self, seconds: int) -> None:
        """Counts down from `seconds`, with the keyboard on the way out."""
        self._left = seconds
        self._say()
        # Said once to who cannot see it, not every second.
        self.setAccessibleName(self._sentence.text())
        self.show()
        self.cancel_button.setFocus()
        announce(self, self._sentence.text())
        self._second.start()

    def cancel(self) -> None:
        """Nothing will happen."""
        self._second.stop()
        self.hide()

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say()
            return
        self.cancel()
        self.over.emit()

    def _say(self) -> None:
        if self._left == 1:
            self._sentence.setText(self.tr("All is done. Slidecast closes in 1 second."))
        else:
            self._sentence.setText(self.tr("All is done. Slidecast closes in {n} seconds.").format(n=self._left))

    def _restyle(self) -> None:
        self._show_picture("quit", self._theme.tones.warn_text)
