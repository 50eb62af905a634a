"""A message in the window that stays until it is read and never stops the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.announce import announce
from slidecast_gui.ui.look.message_line import MessageLine
from slidecast_gui.ui.look.theme import Theme

_MOST_LINES = 4


class Banner(MessageLine):
    """Sentences, one a line, with a button that takes them away. Hidden while there is nothing to say.

    Its tone is that of a warning, or of good news. `asked` carries the key of another button that was clicked.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("banner", theme, parent)
        self.setAccessibleName(self.tr("Message"))
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offered = QHBoxLayout()
        self._buttons: dict[str, QPushButton] = {}
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._row.addLayout(self._offered)
        self._row.addWidget(self._close)
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, sentences: Sequence[str], *, good: bool = False, buttons: Sequence[tuple[str, str]] = ()) -> None:
        """Shows the sentences in place of earlier ones; a long list is cut, and its rest counted.

        `buttons` are keys and words of what can be done about it. The keyboard stays where it is, and who cannot see
        the message is told.
        """
        self.setProperty("tone", "good" if good else "warn")
        self._restyle()
        shown = list(sentences[:_MOST_LINES])
        rest = len(sentences) - len(shown)
        if rest:
            shown.append(self.tr("… and {n} more.").format(n=rest))
        self._sentence.setText("\n".join(shown))
        self._sentence.setAccessibleName(self._sentence.text())
        self._offer(dict(buttons))
        # Beside several lines of text at the first one, beside one, or buttons, on the middle.
        place = Qt.AlignmentFlag.AlignVCenter if buttons or len(shown) < 2 else Qt.AlignmentFlag.AlignTop
        for part in (self._picture, self._close):
            self._row.setAlignment(part, place)
        self.setVisible(bool(shown))
        announce(self._sentence, self._sentence.text())

    def _offer(self, wanted: Mapping[str, str]) -> None:
        """A button that is offered again is the same one: it may have the keyboard."""
        for key in self._buttons.keys() - wanted.keys():
            button = self._buttons.pop(key)
            button.hide()
            button.deleteLater()
        for key, words in wanted.items():
            if key not in self._buttons:
                button = self._buttons[key] = QPushButton()
                button.clicked.connect(lambda _checked=False, key=key: self.asked.emit(key))
                self._offered.addWidget(button)
            self._buttons[key].setText(words)

    def _restyle(self) -> None:
        tones = self._theme.tones
        picture, color = ("done", tones.good_text) if self.property("tone") == "good" else ("warning", tones.warn_text)
        self._show_picture(picture, color)
        self._close.setIcon(icons.tinted_icon("close", color))
        # Rules that ask for a property are looked up again only when they are told to be.
        for part in (self, self._sentence, self._close):
            part.style().unpolish(part)
            part.style().polish(part)
