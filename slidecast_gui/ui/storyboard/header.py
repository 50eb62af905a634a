"""The top of the storyboard: the way back, the talk and its length, and Render."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme


class Header(QFrame):
    """Says what is open; the rest of what can be done with a deck is in a menu."""

    back_wanted = Signal()
    copy_wanted = Signal()
    render_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("bar")
        self._whole_title = ""
        self.back = QToolButton()
        self._title = QLabel()
        self._length = QLabel()
        self.more = QToolButton()
        self.copy_entry = QAction(self.tr("&Save scripts into a copy of the deck…"), self)
        self.render_button = QPushButton(self.tr("Render"))
        self._prepare()
        self._lay_out()
        theme.changed.connect(self._restyle)
        self.offer_render(reason="")

    @property
    def title(self) -> str:
        """The whole name of the talk."""
        return self._whole_title

    @property
    def length(self) -> str:
        """What is said of the talk's length."""
        return self._length.text()

    def show_title(self, title: str) -> None:
        """The name of the talk, cut where it is too long."""
        self._whole_title = title
        self._title.setAccessibleName(title)
        self._fit_title()

    def show_length(self, length: str) -> None:
        """How long the talk is, in words."""
        self._length.setText(length)

    def offer_render(self, reason: str) -> None:
        """Lets the deck be rendered; `reason` says why not."""
        self.render_button.setEnabled(not reason)
        tip = reason or self.tr("Makes the video (Ctrl+Return)")
        name_field(self.render_button, self.tr("Render"), tip)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the title is seen."""
        super().resizeEvent(event)
        self._fit_title()

    def _prepare(self) -> None:
        name_field(self.back, self.tr("Back to the list"), self.tr("Back to the list (Esc); everything is kept"))
        self.back.clicked.connect(lambda: self.back_wanted.emit())
        self.back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._length.setProperty("role", "muted")
        self.copy_entry.triggered.connect(lambda: self.copy_wanted.emit())
        menu = QMenu(self)
        menu.addAction(self.copy_entry)
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_field(self.more, self.tr("More"), self.tr("More that can be done with this deck"))
        self.render_button.setProperty("look", "primary")
        self.render_button.clicked.connect(lambda: self.render_wanted.emit())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._length)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 12, 3 * SPACE, 12)
        row.setSpacing(SPACE + 4)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        row.addWidget(self.more)
        row.addWidget(self.render_button)

    def _fit_title(self) -> None:
        shown = self._title.fontMetrics().elidedText(
            self._whole_title, Qt.TextElideMode.ElideRight, max(80, self._title.width())
        )
        self._title.setText(shown)
        self._title.setToolTip(self._whole_title if shown != self._whole_title else "")

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.back.setIcon(icons.icon("back", tones))
        self.more.setIcon(icons.icon("more", tones))
        on_ground = tones.accent_text if self.render_button.isEnabled() else tones.muted
        icons.before_text(self.render_button, "start", on_ground)
