"""Choosing among presets: those that come with Slidecast, then the presenter's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from slidecast_gui.presets import SHIPPED, Preset
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.translation import QT_TRANSLATE_NOOP, say

_SHIPPED_NAMES: Mapping[str, str] = {
    "1080p": QT_TRANSLATE_NOOP("Wording", "Standard (1080p)"),
    "720p": QT_TRANSLATE_NOOP("Wording", "Small file (720p)"),
    "1440p": QT_TRANSLATE_NOOP("Wording", "Sharp (1440p)"),
    "4k": QT_TRANSLATE_NOOP("Wording", "Sharpest (4K)"),
    "fades": QT_TRANSLATE_NOOP("Wording", "Cross-fades (1080p)"),
}


class PresetChoice(Choice):
    """Shows which preset some settings follow; "Custom" where they follow none. `picked` carries a `Preset`."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(15)
        self.setPlaceholderText(self.tr("Custom"))
        self._settings = RenderSettings()
        self.offer(())
        self.activated.connect(lambda _row: self.picked.emit(self.value))

    @property
    def chosen(self) -> Preset | None:
        """The preset that is shown; None for settings that follow none."""
        value = self.value
        return value if isinstance(value, Preset) else None

    @property
    def is_own(self) -> bool:
        """Whether the preset that is shown is the presenter's."""
        return self.chosen is not None and self.chosen not in SHIPPED

    def offer(self, own: Sequence[Preset]) -> None:
        """Lists the presets there are; what is shown stays as it is where it still is one of them."""
        before = self.chosen
        self.blockSignals(True)
        self.clear()
        for preset in SHIPPED:
            self.addItem(shown_name(preset), preset)
        if own:
            self.insertSeparator(self.count())
        for preset in own:
            self.addItem(preset.name, preset)
        self.setCurrentIndex(self._row_of(before))
        self.blockSignals(False)
        self.show_for(self._settings)

    def choose(self, preset: Preset) -> None:
        """Shows the listed preset of that name."""
        self.setCurrentIndex(self._row_of(preset))

    def show_for(self, settings: RenderSettings) -> None:
        """Shows the preset that `settings` follow; the one that is shown already is preferred."""
        self._settings = settings
        if self.chosen is None or not self.chosen.is_in(settings):
            followed = [row for row, preset in self._presets() if preset.is_in(settings)]
            # An own one decides more, so it says more of these settings.
            self.setCurrentIndex(followed[-1] if followed else -1)
        self.setToolTip(self._explained())

    def _presets(self) -> list[tuple[int, Preset]]:
        return [(row, found) for row in range(self.count()) if isinstance(found := self.itemData(row), Preset)]

    def _row_of(self, wanted: Preset | None) -> int:
        same = [row for row, preset in self._presets() if wanted is not None and preset.name == wanted.name]
        return same[0] if same else -1

    def _explained(self) -> str:
        if self.chosen is None:
            return self.tr("These settings follow no preset; choose one, or save them as your own.")
        return self.accessibleDescription() or self.itemData(self.currentIndex(), Qt.ItemDataRole.DisplayRole)


def shown_name(preset: Preset) -> str:
    """The name of a preset as the presenter reads it."""
    return say(_SHIPPED_NAMES[preset.name]) if preset in SHIPPED else preset.name
