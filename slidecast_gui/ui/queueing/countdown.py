"""A line that says when Slidecast will close by itself, and the button that prevents it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.theme import SPACE, Theme


class Countdown(QFrame):
    """Hidden until `start`; `over` comes when the time has passed and nobody has cancelled."""

    over = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = 0
        self.setObjectName("banner")
        self._picture = QLabel()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Keep Slidecast open"))
        self.cancel_button.setAccessibleDescription(self.cancel_button.toolTip())
        self.cancel_button.clicked.connect(self.cancel)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE + SPACE // 2)
        row.addWidget(self._picture)
        row.addWidget(self._label, 1)
        row.addWidget(self.cancel_button)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is counted."""
        return "" if self.isHidden() else self._label.text()

    def start(self, seconds: int) -> None:
        """Counts down from `seconds`, with the keyboard on the way out."""
        self._left = seconds
        self._say()
        # Said once to who cannot see it, not every second.
        self.setAccessibleName(self._label.text())
        self.show()
        self.cancel_button.setFocus()
        announce(self, self._label.text())
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
            self._label.setText(self.tr("All is done. Slidecast closes in 1 second."))
        else:
            self._label.setText(self.tr("All is done. Slidecast closes in {n} seconds.").format(n=self._left))

    def _restyle(self) -> None:
        self._picture.setPixmap(
            icons.tinted_icon("quit", self._theme.tones.warn_text).pixmap(
                self._theme.scaled(20), self._theme.scaled(20)
            )
        )
