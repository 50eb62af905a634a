"""The look of the window: palette, style sheet and type scale, in light or dark as the presenter or the system says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from slidecast_gui.paths import resource
from slidecast_gui.ui.look.tones import DARK, LIGHT, Tones

SMALLEST_BODY_PT = 10.0
"""Some desktops report 9 pt, which is too small for a list that is read from a lectern."""

SPACE = 8
"""The step of all spacing, in device-independent pixels."""

_USUAL_LINE = 17
"""The height of a line of the smallest body text, for which lengths are drawn."""


class ThemeChoice(StrEnum):
    """What the presenter has chosen in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Applies the tones to the application and tells painters when they have changed."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        """Follows the system from now on where `choice` says so."""
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._system_is_dark = _is_dark(app.styleHints().colorScheme())
        self._body_pt = max(app.font().pointSizeF(), SMALLEST_BODY_PT)
        self._sheet = Template(resource("style", "slidecast.qss").read_text(encoding="utf-8"))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        if choice is not ThemeChoice.SYSTEM:
            self._tell_system()
        self.apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the presenter has chosen."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark tones are shown."""
        if self._choice is ThemeChoice.SYSTEM:
            return self._system_is_dark
        return self._choice is ThemeChoice.DARK

    @property
    def tones(self) -> Tones:
        """The tones shown now."""
        return DARK if self.is_dark else LIGHT

    def color(self, name: str) -> QColor:
        """A tone by its name, for painting."""
        return QColor(getattr(self.tones, name))

    def font(self, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The body font, `scale` times its size."""
        font = QFont(self._app.font())
        font.setPointSizeF(self._body_pt * scale)
        font.setWeight(weight)
        return font

    def scaled(self, length: float) -> int:
        """A length that is to grow with the text, such as an icon's; as it is beside text of the usual size."""
        return round(length * max(1.0, QFontMetricsF(self.font()).height() / _USUAL_LINE))

    def choose(self, choice: ThemeChoice) -> None:
        """Shows the theme the presenter wants; SYSTEM follows the system again."""
        if choice is self._choice:
            return
        self._choice = choice
        self._tell_system()
        self.apply()

    def apply(self) -> None:
        """Gives palette, font and style sheet to the application."""
        font = self.font()
        self._app.setFont(font)
        self._app.setPalette(_palette(self.tones))
        self._dress()
        self.changed.emit()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Without the style sheet meanwhile, for building a window.

        Under a style sheet, Qt styles all that is in a widget anew each time it is put into another: a window of
        some hundred widgets takes four times as long to build.
        """
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._dress()

    @Slot(Qt.ColorScheme)
    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        """The system has changed between light and dark."""
        if self._choice is ThemeChoice.SYSTEM:
            self._system_is_dark = _is_dark(scheme)
            self.apply()

    def _dress(self) -> None:
        self._app.setStyleSheet(self._sheet.substitute(self.tones.as_names() | self._sizes()))

    def _tell_system(self) -> None:
        """Lets title bars and native dialogs follow the choice, where the system can."""
        hints = self._app.styleHints()
        hints.colorSchemeChanged.disconnect(self._follow_system)
        if self._choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
            self._system_is_dark = _is_dark(hints.colorScheme())
        else:
            dark = self._choice is ThemeChoice.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        hints.colorSchemeChanged.connect(self._follow_system)

    def _sizes(self) -> dict[str, str]:
        """The type scale for the style sheet, in points, and lengths that grow with the text, in pixels."""
        scale = {"caption": 0.88, "body": 1.0, "title": 1.2, "hero": 2.1}
        lengths = {"row": 18, "small_row": 16, "icon": 16, "entry": 28, "handle": 16, "box": 18}
        return {f"{name}_pt": f"{self._body_pt * factor:.1f}pt" for name, factor in scale.items()} | {
            f"{name}_px": f"{self.scaled(length)}px" for name, length in lengths.items()
        }


def _is_dark(scheme: Qt.ColorScheme) -> bool:
    return scheme == Qt.ColorScheme.Dark


def _palette(tones: Tones) -> QPalette:
    """The tones as a palette, for what the style sheet does not reach."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, color in {
        roles.Window: tones.window,
        roles.WindowText: tones.text,
        roles.Base: tones.surface,
        roles.AlternateBase: tones.sunken,
        roles.Text: tones.text,
        roles.Button: tones.surface,
        roles.ButtonText: tones.text,
        roles.BrightText: tones.bad_text,
        roles.Highlight: tones.accent,
        roles.HighlightedText: tones.accent_text,
        roles.Accent: tones.accent,
        roles.Link: tones.link,
        roles.LinkVisited: tones.link,
        roles.PlaceholderText: tones.muted,
        roles.ToolTipBase: tones.tip,
        roles.ToolTipText: tones.tip_text,
        roles.Light: tones.surface,
        roles.Midlight: tones.hover,
        roles.Mid: tones.line,
        roles.Dark: tones.line_strong,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tones.muted))
    return palette
