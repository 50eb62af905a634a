"""The one button that stands out."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def mark_main(button: QPushButton, *, main: bool) -> None:
    """Makes a button the obvious one, or one among others."""
    look = "primary" if main else ""
    if button.property("look") != look:
        button.setProperty("look", look)
        # Rules that ask for a property are looked up again only when they are told to be.
        button.style().unpolish(button)
        button.style().polish(button)
