"""The top of the window: the name, the search, and what a presenter does most."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.joblist.search_field import SearchField
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.settings.estimates import Expected
from slidecast_gui.ui.wording import outlook

_CLEAR = "_q_qlineeditclearaction"
"""Qt's name of what empties a field."""
_PAUSE_MS = 120
"""A search waits for the end of a word: each one asks the database."""


class TopBar(QFrame):
    """Search, Add, Render. The Render button says how many decks it starts."""

    searched = Signal(str)
    left = Signal()
    """The presenter goes on from the search to what was found."""
    add_wanted = Signal()
    render_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._theme = theme
        self._mark = QLabel()
        self._name = QLabel(self.tr("Slidecast"))
        self._name.setProperty("role", "brand")
        self.search = SearchField()
        self.add = QPushButton(self.tr("Add decks…"))
        self._outlook = QLabel()
        self.render_button = QPushButton()
        self._forbidden = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self._prepare()
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()
        self.offer(0)

    def offer(self, ready: int, expected: Expected | None = None) -> None:
        """Shows how many decks are ready to be rendered, and what is `expected` of them, as far as it is known."""
        if ready == 1:
            text = self.tr("Render 1 deck")
        elif ready:
            text = self.tr("Render {n} decks").format(n=ready)
        else:
            text = self.tr("Render")
        self.render_button.setText(text)
        self.render_button.setEnabled(ready > 0 and not self._forbidden)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        tip = self.tr("Start all decks that are ready ({keys})").format(keys=keys)
        tip = tip if ready else self.tr("Add a deck first")
        self.render_button.setToolTip(self._forbidden or tip)
        self._outlook.setText(outlook(expected.amounts) if ready and expected and expected.known else "")
        self._settle()
        self._show_start()

    def forbid(self, sentence: str) -> None:
        """Nothing can be added or rendered, and the sentence says why; an empty one allows what is offered."""
        self._forbidden = sentence
        for button in (self.add, self.render_button):
            forbid(button, sentence)

    def show_tools(self, *, shown: bool) -> None:
        """Without jobs there is nothing to search and nothing to render: only the name stays."""
        for widget in (self.search, self.add, self.render_button):
            widget.setVisible(shown)
        self._settle()

    def ask(self) -> None:
        """Gives the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def stop(self) -> None:
        """What was typed last is not searched for any more; to be called before the list of jobs is closed."""
        self._timer.stop()
        self.search.blockSignals(True)

    def _prepare(self) -> None:
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setAccessibleDescription(self.tr("Finds jobs by deck, video, title, folder or error"))
        self.search.setToolTip(self.search.accessibleDescription())
        self.search.setClearButtonEnabled(True)
        # A dragged file carries its path as text as well: it is meant for the list, not for the search.
        self.search.setAcceptDrops(False)
        self.search.setMaximumWidth(self._theme.scaled(420))
        self._picture = self.search.addAction(
            icons.icon("search", self._theme.tones), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.left.connect(self._leave)
        self.search.returnPressed.connect(self._search)
        self.add.setToolTip(self.tr("Choose decks on this computer"))
        self.add.setAccessibleDescription(self.add.toolTip())
        self.add.clicked.connect(self.add_wanted)
        self._outlook.setProperty("role", "caption")
        self._outlook.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # It gives way to everything else: `_settle` hides it before it would be cut.
        self._outlook.setMinimumWidth(1)
        self.render_button.setProperty("look", "primary")
        self.render_button.clicked.connect(self.render_wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, SPACE)
        row.setSpacing(SPACE + 4)
        row.addWidget(self._mark)
        row.addWidget(self._name)
        row.addSpacing(2 * SPACE)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self._outlook)
        row.addSpacing(SPACE // 2)
        row.addWidget(self.add)
        row.addWidget(self.render_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows what is expected where there is room for it."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Whether the outlook has room: not at the cost of what can be clicked."""
        others = (self._mark, self._name, self.search, self.add, self.render_button)
        needed = sum(widget.sizeHint().width() for widget in (*others, self._outlook)) + 12 * SPACE
        has_room = needed <= self.width() and not self.render_button.isHidden()
        self._outlook.setVisible(has_room and bool(self._outlook.text()))

    def _search(self) -> None:
        self._timer.stop()
        self.searched.emit(self.search.text().strip())

    def _leave(self) -> None:
        self._timer.stop()
        self.left.emit()

    def _restyle(self) -> None:
        tones = self._theme.tones
        self._mark.setPixmap(icons.app_picture(self._theme.scaled(30), self.devicePixelRatioF(), tones))
        self._picture.setIcon(icons.tinted_icon("search", tones.muted))
        if (clear := self.search.findChild(QAction, _CLEAR)) is not None:
            # Qt's own is black, which is not seen on a dark field.
            clear.setIcon(icons.tinted_icon("close", tones.muted))
        icons.before_text(self.add, "add", tones.text)
        self._show_start()

    def _show_start(self) -> None:
        tones = self._theme.tones
        on_ground = tones.accent_text if self.render_button.isEnabled() else tones.muted
        icons.before_text(self.render_button, "start", on_ground)
