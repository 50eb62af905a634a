"""A button of the player that leaves the player's keys to the player."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import Theme

_OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlayerButton(QToolButton):
    """A picture that can be pressed. Arrow keys go on to the page: Qt's own buttons move the focus with them."""

    def __init__(self, theme: Theme, picture: str, name: str, tip: str = "", parent: QWidget | None = None) -> None:
        """`picture` is an icon's name; `tip` explains, with the key that does the same."""
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self.setIconSize(QSize(24, 24))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.describe(picture, name, tip)
        theme.changed.connect(self._restyle)

    def describe(self, picture: str, name: str, tip: str = "") -> None:
        """Shows another picture under another name, when the button does something else now."""
        self._picture = picture
        name_field(self, name, tip or name)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Presses by Space or Return; every other key belongs to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _OWN_KEYS or self._opens_menu(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _opens_menu(self, event: QKeyEvent) -> bool:
        return self.menu() is not None and event.key() == Qt.Key.Key_Down

    def _restyle(self) -> None:
        self.setIcon(icons.icon(self._picture, self._theme.tones))
