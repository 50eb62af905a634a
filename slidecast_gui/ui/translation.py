"""The window in the presenter's language.

The files are made by `resources/translations/refresh.py`; it finds `self.tr()`, `say` and `QT_TRANSLATE_NOOP`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from slidecast_gui.paths import resource

CONTEXT = "Wording"
_SOURCE = "en"
"""The language that the texts are written in."""


def say(text: str) -> str:
    """A text in the presenter's language, for modules that have no QObject to call `tr()` on."""
    return QCoreApplication.translate(CONTEXT, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text that is translated where it is shown. Qt's own gives back an `object`, which nothing accepts."""
    return text


def install_translations(app: QCoreApplication, languages: Sequence[str] | None = None) -> str:
    """Shows the first of the presenter's languages that there are texts in, and returns it; Qt's own texts follow it.

    `languages` are as `QLocale.uiLanguages()` names them, the best first; those of the system where none are given.
    """
    for language in languages or QLocale.system().uiLanguages():
        # The second choice must not win over texts that are in the first one already.
        if language.partition("-")[0] == _SOURCE:
            break
        if _install(app, "slidecast", language, str(resource("translations"))):
            _install(app, "qtbase", language, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            return language
    return _SOURCE


def _install(app: QCoreApplication, name: str, language: str, folder: str) -> bool:
    translator = QTranslator(app)
    # Without a file for "de_CH", that for "de" is taken.
    return translator.load(f"{name}_{language.replace('-', '_')}", folder) and app.installTranslator(translator)
