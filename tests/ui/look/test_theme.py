"""Colours that can be read, and a theme that follows the system or the presenter."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.paths import resource
from slidecast_gui.ui import Theme, ThemeChoice
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.tones import DARK, LIGHT, Tones

GROUNDS = ("window", "surface", "sunken", "hover")
PAIRS = [
    *product(("text", "muted", "link"), GROUNDS),
    *product(("bad_text", "warn_text"), ("surface", "hover")),
    *((f"{name}_text", name) for name in ("good", "busy", "quiet", "bad", "warn", "tip", "accent")),
    ("accent_text", "accent_hover"),
    ("window", "text"),
]


def luminance(color: QColor) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=lambda tones: tones.name)
def test_every_text_can_be_read_on_its_ground(tones: Tones) -> None:
    weak = {
        (text, ground): round(contrast(getattr(tones, text), getattr(tones, ground)), 2)
        for text, ground in PAIRS
        if contrast(getattr(tones, text), getattr(tones, ground)) < 4.5
    }
    assert not weak


def test_choosing_a_theme_changes_palette_and_tells_painters(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    for choice, tones in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        with qtbot.waitSignal(theme.changed):
            theme.choose(choice)
        assert qapp.palette().window().color().name().upper() == tones.window
        assert theme.tones is tones
    theme.choose(ThemeChoice.SYSTEM)


def test_system_choice_follows_the_system_live(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    told = qapp.styleHints().colorSchemeChanged
    for scheme, tones in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        with qtbot.waitSignal(theme.changed):
            told.emit(scheme)
        assert theme.tones is tones


def test_chosen_theme_does_not_follow_the_system(theme: Theme, qapp: QApplication) -> None:
    theme.choose(ThemeChoice.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tones is LIGHT
    theme.choose(ThemeChoice.SYSTEM)


def drawn_colors(name: str, color: str) -> set[str]:
    image = icons.tinted_icon(name, color).pixmap(32, 32).toImage()
    pixels = (image.pixelColor(x, y) for x, y in product(range(image.width()), range(image.height())))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn_in_the_tone_asked_for(path: object) -> None:
    name = path.stem  # type: ignore[attr-defined]
    if name == "slidecast":
        assert not icons.app_icon().isNull()
    else:
        assert drawn_colors(name, "#12ab34") == {"#12ab34"}
