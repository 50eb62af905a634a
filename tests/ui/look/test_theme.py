"""Colours that can be read, and a theme that follows the system or the presenter."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from rendered import contrast

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


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=lambda tones: tones.name)
def test_every_text_can_be_read_on_its_ground(tones: Tones) -> None:
    weak = {
        (text, ground): round(contrast(QColor(getattr(tones, text)), QColor(getattr(tones, ground))), 2)
        for text, ground in PAIRS
        if contrast(QColor(getattr(tones, text)), QColor(getattr(tones, ground))) < 4.5
    }
    assert not weak


def test_choosing_a_theme_changes_palette_and_tells_painters(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    for choice, tones in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        with qtbot.waitSignal(theme.changed):
            theme.choose(choice)
        assert qapp.palette().window().color().name().upper() == tones.window
        assert theme.tones is tones
    theme.choose(ThemeChoice.SYSTEM)


@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_edges_that_tell_something_are_seen_on_every_ground(tones: Tones) -> None:
    grounds = (tones.window, tones.surface, tones.hover, tones.sunken)
    edges = (tones.edge, tones.focus)
    assert all(contrast(QColor(edge), QColor(ground)) >= 3 for edge in edges for ground in grounds)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_the_program_s_mark_is_seen_on_the_window(tones: Tones) -> None:
    ground = icons.app_picture(64, 1, tones).toImage().pixelColor(32, 6)
    assert contrast(ground, QColor(tones.window)) >= 3


def test_an_icon_before_a_text_has_air(qtbot: QtBot) -> None:
    button = QPushButton("Add decks…")
    qtbot.addWidget(button)
    icons.before_text(button, "add", "#000000")
    size = button.iconSize()
    assert size.width() > size.height()
    picture = button.icon().pixmap(size).toImage()
    right = [picture.pixelColor(x, y).alpha() for x in range(size.height(), size.width()) for y in range(size.height())]
    assert not any(right)


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
