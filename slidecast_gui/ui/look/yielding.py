"""A part of a page that gives way where the window is too small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST = 96
"""So much of it stays in sight, in device-independent pixels."""


class Yielding(QScrollArea):
    """Is as high as what it holds; with less room than that, it can be scrolled."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # The keyboard goes to the fields, and what has it is scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(held)

    def hasHeightForWidth(self) -> bool:
        """Text that wraps is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What it holds, at that width; a row that is too wide brings a scroll bar of its own."""
        held = self._held
        least = held.minimumSizeHint().width()
        bar = self.horizontalScrollBar().sizeHint().height() if least > width else 0
        across = max(width, least)
        return bar + (held.heightForWidth(across) if held.hasHeightForWidth() else held.sizeHint().height())

    def sizeHint(self) -> QSize:
        """That of what it holds."""
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A part of it, to be scrolled."""
        return QSize(_LEAST, min(_LEAST, self._held.minimumSizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds wants another size now."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
