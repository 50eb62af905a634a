"""A dialog that fits the screen, however large the text is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from slidecast_gui.ui.look.theme import SPACE, Theme

_FRAME = QSize(16, 48)
"""What a system may add around a dialog, in device-independent pixels; it tells only when the dialog is shown."""


class Sheet(QDialog):
    """Its content scrolls where the screen is too small for it; its buttons are always in sight."""

    def __init__(self, theme: Theme, width: int, parent: QWidget | None = None) -> None:
        """`width` is that of a sheet with text of the usual size, in device-independent pixels."""
        super().__init__(parent)
        self._wanted_width = theme.scaled(width)
        self._buttons_below: QLayout | None = None
        self._content = QWidget()
        self._scroll = QScrollArea()
        QShortcut(QKeySequence.StandardKey.Close, self, self.reject)

    def fill(self, content: QLayout, buttons: QLayout) -> None:
        """Puts in what the sheet shows; to be called once."""
        self._content.setObjectName("sheet")
        self._content.setLayout(content)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        # The keyboard goes to the fields, and what has it is scrolled to.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setObjectName("sheet")
        self._scroll.setWidget(self._content)
        buttons.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self._buttons_below = buttons
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the fonts are known, and with them how many lines the texts take."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Takes the size that its content asks for, as far as there is room."""
        layout = self._content.layout()
        if layout is None or self._buttons_below is None:
            return
        room = self.screen().availableSize() - _FRAME
        buttons = self._buttons_below.sizeHint()
        width = min(max(self._wanted_width, layout.minimumSize().width(), buttons.width()), room.width())
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        if height + buttons.height() > room.height():
            width = min(width + self._scroll.verticalScrollBar().sizeHint().width(), room.width())
        self.resize(width, min(height + buttons.height(), room.height()))
