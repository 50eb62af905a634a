"""How loud it is, and whether at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.player.player_button import PlayerButton

_WIDTH = 84


class Volume(QWidget):
    """A button that mutes and a slider in percent. `changed` comes for what a hand does, not for what is set."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = PlayerButton(theme, "volume", self.tr("Mute"), self.tr("Mute (M)"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setValue(100)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(20)
        self.slider.setFixedWidth(_WIDTH)
        self.slider.setMinimumHeight(28)
        self._muted = False
        self._silent = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.button)
        row.addWidget(self.slider)
        self.button.clicked.connect(self.toggle)
        self.slider.valueChanged.connect(self._moved)
        self._describe()

    @property
    def percent(self) -> int:
        """Where the slider stands."""
        return self.slider.value()

    @property
    def is_muted(self) -> bool:
        """Whether nothing is heard, wherever the slider stands."""
        return self._muted

    def show_volume(self, percent: int, *, muted: bool) -> None:
        """Puts the slider there."""
        self._muted = muted
        self.slider.blockSignals(True)
        self.slider.setValue(percent)
        self.slider.blockSignals(False)
        self._describe()

    def forbid(self, sentence: str) -> None:
        """There is nothing to hear with, and the sentence says so; empty where there is."""
        self._silent = sentence
        for widget in (self.button, self.slider):
            widget.setEnabled(not sentence)
        self._describe()

    @Slot()
    def toggle(self) -> None:
        """Mutes, or lets be heard again."""
        if not self._silent:
            self._muted = not self._muted
            self._describe()
            self.changed.emit()

    @Slot()
    def _moved(self) -> None:
        """Who moves the slider wants to hear something."""
        self._muted = False
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        silent = self._muted or bool(self._silent)
        name = self.tr("Sound on") if self._muted else self.tr("Mute")
        self.button.describe("muted" if silent else "volume", name, self._silent or f"{name} (M)")
        name_field(self.slider, self.tr("Volume"), self._silent or self.tr("How loud it is, in percent"))
