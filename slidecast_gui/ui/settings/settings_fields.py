"""The fields of all render settings and the preset they follow, for whatever form lays them out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.presets import Preset
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.settings.main_settings import MainSettings
from slidecast_gui.ui.settings.more_settings import MoreSettings
from slidecast_gui.ui.settings.voice_listing import VoiceList


class SettingsFields(QObject):
    """`main` are those to be laid out at hand, `more` is a panel with the others. `edited`: one was changed by hand."""

    edited = Signal()

    def __init__(self, theme: Theme, voices: VoiceList, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = RenderSettings()
        self.main = MainSettings(theme, voices, parent)
        self.more = MoreSettings(theme)
        self.main.edited.connect(self._edited)
        self.more.edited.connect(self._edited)
        self.main.preset.picked.connect(self._follow)

    @property
    def settings(self) -> RenderSettings:
        """What the fields say."""
        return self.more.applied_to(self.main.applied_to(self._shown))

    def show_settings(self, settings: RenderSettings) -> None:
        """Shows settings that were chosen elsewhere or before."""
        self._shown = settings
        self.main.show_settings(settings)
        self.more.show_settings(settings)

    @Slot()
    def _edited(self) -> None:
        self.main.preset.show_for(self.settings)
        self.edited.emit()

    @Slot(object)
    def _follow(self, preset: Preset) -> None:
        self.show_settings(preset.applied_to(self.settings))
        self.edited.emit()
