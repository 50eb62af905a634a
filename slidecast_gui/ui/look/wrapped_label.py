"""Text of the world (titles, errors, paths) in a narrow place: it wraps, even where it has no spaces."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QWidget

_LONG_WORD = re.compile(r"\S{20,}")
_PART = re.compile(r"[^-_./\\]*[-_./\\]*")
_LONGEST_PART = 20
_PIECE = 6
_BREAK = "\u200b"
"""A zero-width space: QLabel wraps between words only, and knows no other way."""


class WrappedLabel(QLabel):
    """Plain text that can be selected. Words longer than a line are broken; what is copied is the text as it is."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        if role:
            self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def text(self) -> str:
        """The text as it was given."""
        return self._whole

    def setText(self, text: str) -> None:
        """Shows a text, and lets it break where it has to."""
        self._whole = text
        super().setText(_LONG_WORD.sub(lambda word: breakable(word.group()), text))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies without the breaks."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self._copy()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers to copy what is selected."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Copy"), self._copy).setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))


def breakable(word: str) -> str:
    """The word with places to break it: where a file's name has its own, else anywhere.

    None is before a mark that belongs to the letter before it.
    """
    parts = (part for part in _PART.findall(word) if part)
    return _BREAK.join(part if len(part) < _LONGEST_PART else _anywhere(part) for part in parts)


def _anywhere(word: str) -> str:
    rest = iter(word)
    pieces: list[str] = []
    while piece := "".join(islice(rest, _PIECE)):
        if pieces and unicodedata.category(piece[0]).startswith("M"):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return _BREAK.join(pieces)
