"""A language in which every text is put in brackets, and what a window shows outside of any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QWidget,
)

_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_NO_LANGUAGE = re.compile(r"\b(?:(?:Ctrl|Shift|Alt|Meta)\+)+\S+|[\d.,]+ (?:bytes|[kMG]B)|/\S+")
"""Keys, sizes as the system's locale writes them, and paths."""


class Pseudo(QTranslator):
    """Puts every text of Slidecast in brackets; Qt's own contexts are Qt's translators' work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()
        self.left_alone: set[str] = set()
        """Sources that another language has the same text for: Qt for Python asks on where that comes back."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        if (context[:1] == "Q" and context[1:2].isupper()) or source in self.left_alone:
            return None
        self.asked.add((context, source))
        return f"⟦{source}⟧"


def untranslated(window: QWidget, names: tuple[str, ...]) -> set[str]:
    """What can be read or heard in a window and is in no bracket, without `names` that are in no language."""
    return {text for text in _texts(window) if _WORD.search(_besides(text, names))}


def bracketed(window: QWidget) -> set[str]:
    """What can be read or heard in a window and comes from the language of brackets."""
    return {text for text in _texts(window) if "⟦" in text}


def _besides(text: str, names: tuple[str, ...]) -> str:
    before = ""
    while before != text:
        # From the inside out: what is put into a text may be translated itself.
        before, text = text, _BRACKETED.sub("", text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return _IN_NO_LANGUAGE.sub("", text)


def _texts(window: QWidget) -> Iterator[str]:
    yield window.windowTitle()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.window() is not window and not isinstance(widget, QMenu):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        match widget:
            case QLabel():
                yield widget.text()
            case QAbstractButton():
                yield widget.text()
            case QComboBox():
                yield from (widget.itemText(row) for row in range(widget.count()))
            case QLineEdit() | QPlainTextEdit():
                yield widget.placeholderText()
            case QMenu() | QMenuBar():
                yield from _of_actions(widget.actions())
            case QAbstractItemView() if not isinstance(widget.parent().parent(), QComboBox):
                yield from _of_model(widget.model())


def _of_actions(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield from (action.text(), action.toolTip(), action.statusTip())


def _of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    roles = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole
    for row in range(model.rowCount(QModelIndex()) if model else 0):
        yield from (str(model.index(row, 0).data(role) or "") for role in roles)
