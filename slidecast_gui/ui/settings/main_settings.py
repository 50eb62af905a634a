"""The three settings a presenter looks at before every render: preset, voice, and where the video goes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.settings.destination_choice import DestinationChoice
from slidecast_gui.ui.settings.preset_choice import PresetChoice
from slidecast_gui.ui.settings.voice_choice import VoiceChoice
from slidecast_gui.ui.settings.voice_listing import VoiceList

_NARROWEST = 150
"""So many pixels of a field are enough to know what is chosen, where a row of them would be too wide."""


class MainSettings(QObject):
    """The fields, for a form to lay out. `edited` tells that a value was changed by hand, other than by a preset."""

    edited = Signal()

    def __init__(self, theme: Theme, voices: VoiceList, parent: QWidget) -> None:
        super().__init__(parent)
        self.preset = PresetChoice(theme)
        self.voice = VoiceChoice(theme, voices)
        self._destination = DestinationChoice(theme)
        for field in (self.preset, self.voice, self._destination):
            field.setMinimumWidth(theme.scaled(_NARROWEST))
        self.voice.activated.connect(self.edited)
        self._destination.picked.connect(self.edited)

    @property
    def rows(self) -> tuple[tuple[str, QWidget, str], ...]:
        """Each field with its name, which has a mnemonic, and its explanation."""
        return (
            (self.tr("&Preset"), self.preset, self.tr("Settings that go together; 1080p suits nearly all")),
            (self.tr("&Voice"), self.voice, self.tr("Who speaks the notes; automatic goes by their language")),
            (self.tr("Sa&ve"), self._destination, self.tr("Where the video and its captions are put")),
        )

    def show_settings(self, settings: RenderSettings) -> None:
        """Shows values without telling that they were edited."""
        self.preset.show_for(settings)
        self.voice.select(settings.voice)
        self._destination.set_folder(settings.output)

    def applied_to(self, settings: RenderSettings) -> RenderSettings:
        """`settings` with these fields' values."""
        return replace(settings, voice=str(self.voice.value), output=self._destination.folder)
