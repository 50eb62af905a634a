"""Texts of modules that have no QObject to call `tr()` on, in the presenter's language.

Translators' tools find both: `QT_TRANSLATE_NOOP` by its name, `say` with `lupdate -tr-function-alias translate+=say`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "Wording"


def say(text: str) -> str:
    """A text in the presenter's language."""
    return QCoreApplication.translate(CONTEXT, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text that is translated where it is shown. Qt's own gives back an `object`, which nothing accepts."""
    return text
